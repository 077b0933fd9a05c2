import { completeChoices } from '../../core/commands/choices.ts';
import type { Command } from '../../core/commands/command.ts';
import { type OptionSpec, optionSpecs } from '../../core/commands/options.ts';

interface CompletionItem {
  label: string;
  description?: string;
  /** The whole text once this is taken. */
  text: string;
}

export interface Completion {
  items: CompletionItem[];
  /** Enter takes the first item: what was typed so far is no command yet. */
  eager: boolean;
  /** What is expected at the caret. */
  hint?: string;
}

export type Suggest = (command: string, option: string, text: string) => Promise<{ label: string; value: string }[]>;

const MOST = 12;
const NOTHING: Completion = { items: [], eager: false };
/** An option whose value is being typed, quoted or not. */
const VALUE = /^(.*?(?:^|\s)([a-z][a-z-]*)[:=])(?:"([^"]*)|([^\s"]*))$/is;

/** What could come next after the text that was typed so far: a command, an option, or a value. */
export async function complete(text: string, commands: readonly Command[], suggest: Suggest): Promise<Completion> {
  const typed = commands.filter(({ internal }) => !internal);
  if (/^\/\S*$/.test(text)) return completeName(text.slice(1).toLowerCase(), typed);
  const [, name, rest = ''] = /^\/(\S+)\s+(.*)$/s.exec(text) ?? [];
  const command = typed.find(candidate => candidate.name === name?.toLowerCase());
  if (!command) return NOTHING;
  const specs = optionSpecs(command.options).filter(({ hidden, kind }) => !hidden && kind !== 'file');
  const before = text.slice(0, text.length - rest.length);
  const [, start = '', option, quoted, bare] = VALUE.exec(rest) ?? [];
  const spec = specs.find(candidate => candidate.name === option?.toLowerCase());
  if (spec) return completeValue(spec, `${before}${start}`, quoted ?? bare ?? '', command, suggest);
  return completeOption(specs, before, rest, command, suggest);
}

function completeName(typed: string, commands: readonly Command[]): Completion {
  const items = commands
    .filter(({ name }) => name.startsWith(typed))
    .map(({ name, description }) => ({ label: `/${name}`, description, text: `/${name} ` }));
  return { items, eager: !commands.some(({ name }) => name === typed) };
}

/** The options not given yet and, while the first option's words are typed, what completes them. */
async function completeOption(
  specs: OptionSpec[],
  before: string,
  rest: string,
  command: Command,
  suggest: Suggest,
): Promise<Completion> {
  const [first] = specs;
  if (!first) return NOTHING;
  const given = specs.filter(({ name }) => new RegExp(`(^|\\s)${name}[:=]`, 'i').test(rest));
  const plain = given.length === 0;
  const words = plain && first.suggests && rest.trim() ? await valuesOf(first, rest.trim(), command, suggest) : [];
  const [last = ''] = /\S*$/.exec(rest) ?? [];
  const stem = `${before}${rest.slice(0, rest.length - last.length)}`;
  const options = specs
    .filter(spec => !given.includes(spec) && spec.name.startsWith(last.toLowerCase()))
    .filter(spec => rest.trim() === '' || spec !== first || last !== '')
    .map(({ name, description, required }) => ({
      label: `${name}:`,
      description: required ? `${description} (needed)` : description,
      text: `${stem}${name}:`,
    }));
  const people = words.filter(({ value }) => value !== rest.trim());
  return {
    items: [...people.map(({ label, value }) => ({ label, text: `${before}${value} ` })), ...options].slice(0, MOST),
    eager: false,
    ...(plain && { hint: hintOf(first) }),
  };
}

async function completeValue(
  spec: OptionSpec,
  start: string,
  typed: string,
  command: Command,
  suggest: Suggest,
): Promise<Completion> {
  const values = await valuesOf(spec, typed, command, suggest);
  const exact = values.some(({ value }) => value === typed);
  return {
    items: exact
      ? []
      : values.slice(0, MOST).map(({ label, value }) => ({
          label,
          ...(label !== value && { description: value }),
          text: `${start}${/\s/.test(value) ? `"${value}"` : value} `,
        })),
    eager: false,
    hint: hintOf(spec),
  };
}

async function valuesOf(spec: OptionSpec, typed: string, command: Command, suggest: Suggest) {
  if (spec.suggests) return suggest(command.name, spec.name, typed);
  if (spec.kind === 'choices') return completeChoices(spec, typed);
  const wanted = typed.toLowerCase();
  return (spec.choices ?? []).filter(choice =>
    [choice.value, choice.label].some(word => word.toLowerCase().startsWith(wanted)),
  );
}

const hintOf = ({ name, description }: OptionSpec): string => `${name}: ${description}`;
