import { type Button, buttons, type Card, card } from '../../core/cards/card.ts';
import type { Call } from '../../core/commands/call.ts';
import { type Command, type Context, formOf } from '../../core/commands/command.ts';
import { type OptionSpec, optionSpecs } from '../../core/commands/options.ts';
import type { Screen } from '../../core/ports/screening.ts';
import { privacyKinds } from '../../domain/privacy/privacyKinds.ts';

/**
 * Asks before a call is run whose free text could point to a patient: nothing is saved until its writer has changed
 * the text or said that it is about no patient. Undefined where there is nothing to ask.
 */
export async function patientQuestion(
  command: Command,
  made: Call,
  { notebook }: Context,
  screen: Screen,
): Promise<Card | undefined> {
  if (made.confirmed) return undefined;
  const specs = optionSpecs(command.options).filter(({ name, screened }) => screened && made.options[name]);
  const noticedIn = async (spec: OptionSpec, known: string[]) => {
    const others = specs.filter(other => other.kind === 'person' && other !== spec);
    const own = [...known, ...others.map(({ name }) => made.options[name] ?? '')];
    return (await screen(made.options[spec.name] ?? '', own)).map(({ kind, words }) => ({ spec, kind, words }));
  };
  const noticed = async (known: string[]) => (await Promise.all(specs.map(spec => noticedIn(spec, known)))).flat();
  if ((await noticed([])).length === 0) return undefined;
  const found = await noticed((await notebook.people.all()).map(({ name }) => name));
  if (found.length === 0) return undefined;
  return card('Is this about a patient?', {
    answer: 'Nothing is saved yet. These words could point to a patient:',
    tone: 'careful',
    blocks: [
      { type: 'list', items: found.map(({ kind, words }) => `"${words}": ${privacyKinds[kind].label}`) },
      { type: 'text', text: 'What you did counts, not who it was for. The note is as good without them.' },
      ...buttons(way([...new Set(found.map(({ spec }) => spec))], command, made), {
        label: 'Not a patient',
        call: { ...made, confirmed: true },
      }),
    ],
    footer: 'A rough check: it can miss things.',
  });
}

/** How to get rid of the words: in the form where it has the fields, else by leaving them out where they may be. */
function way(held: OptionSpec[], command: Command, { options, cared }: Call): Button | undefined {
  const fields: readonly string[] = formOf(command, options)?.fields ?? [];
  if (held.every(({ name }) => fields.includes(name)))
    return { label: 'Edit', call: { command: command.name, options, form: true, ...(cared && { cared }) } };
  if (held.some(({ required }) => required)) return undefined;
  const rest = Object.entries(options).filter(([name]) => held.every(spec => spec.name !== name));
  return { label: 'Leave it out', call: { command: command.name, options: Object.fromEntries(rest) } };
}
