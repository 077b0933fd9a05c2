/** A command as content writes it for a button, taken apart. */
export interface ParsedAction {
  command: string;
  options: Record<string, string>;
}

const COMMAND = /^[a-z]+(?:-[a-z]+)*(?=\s|$)/;
const OPTION = /^\s+([a-z]+)=(?:"([^"]*)"|([^\s"]+))(?=\s|$)/;

/**
 * Reads a call as one would type it without the slash: `log`, `advice piece=the-four-routes`, `log where="Ward 4"`.
 * @throws Error in one sentence that says what could not be read.
 */
export function parseAction(text: string): ParsedAction {
  const command = COMMAND.exec(text)?.[0];
  if (!command) throw new Error(`"${text}" does not begin with a command, such as: log`);
  const options: Record<string, string> = {};
  let rest = text.slice(command.length).trimEnd();
  while (rest) {
    const [match, name = '', quoted, bare = ''] = OPTION.exec(rest) ?? [];
    if (match === undefined) throw new Error(`"${rest.trim()}" is not an option, such as: topic=network`);
    if (name in options) throw new Error(`"${name}" is given twice`);
    options[name] = quoted ?? bare;
    rest = rest.slice(match.length);
  }
  return { command, options };
}
