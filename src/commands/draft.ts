import { z } from 'zod';
import { call, formCall, type RawOptions } from '../core/call.ts';
import { type Block, buttons, type Card, card } from '../core/card.ts';
import { type Context, defineCommand } from '../core/command.ts';
import { UserError } from '../core/errors.ts';
import { option } from '../core/options.ts';
import type { Contact, Program } from '../core/store.ts';
import { clip } from '../core/words.ts';
import { checkDraft } from '../domain/draftCheck.ts';
import { type DraftSource, fillDraft, mayUseEarlyLine } from '../domain/drafts.ts';
import { roles } from '../domain/vocabulary.ts';
import { checkedCard, findingList, namesPatient } from './draftCards.ts';
import { completions, named } from './named.ts';
import { writingTo } from './proofread.ts';

const kinds = {
  'follow-up': { label: 'Follow-up after an interview' },
  'defender-update': { label: 'Update to a defender' },
  'faculty-ask': { label: 'Honest ask to faculty' },
  apology: { label: 'Apology' },
  'thank-you': { label: 'Thank-you to a coordinator' },
  withdrawal: { label: 'Withdrawal' },
  check: { label: 'Check my own text' },
} as const;
type Kind = Exclude<keyof typeof kinds, 'check'>;

/** A select holds 25 choices on Discord. */
const MENU = 25;

export const draft = defineCommand({
  name: 'draft',
  description: 'A short message to copy and send yourself, or a check of your own',
  audience: 'everyone',
  options: z.strictObject({
    kind: option.choice({ label: 'What kind', description: 'What you want to write, or check' }, kinds).optional(),
    to: option
      .person({ label: 'Whom is it to?', description: 'As you would greet them: Dr. Patel', suggests: true })
      .optional(),
    program: option.program({ label: 'Program', description: 'If it is about one', suggests: true }).optional(),
    specialty: option.text({ label: 'Specialty', description: 'What you apply in' }, 60).optional(),
    detail: option
      .longText(
        { label: 'One true detail', description: 'What you saw, learned or did, as the card asks. No patient details' },
        300,
      )
      .optional(),
    change: option
      .longText({ label: 'Apology: what you do now', description: 'For an apology: what is different now' }, 300)
      .optional(),
    text: option
      .longText({ label: 'Your own text', description: 'To check: your message, without patient details' }, 3000)
      .optional(),
    early: option.boolean({ label: 'Early-offer line', description: 'With the line', hidden: true }).optional(),
  }),
  examples: ['', 'follow-up program:"Lakeside IM"', 'check'],
  form: {
    title: 'Write a draft',
    submit: 'Write it',
    fields: ['to', 'program', 'specialty', 'detail', 'change'],
  },
  async run({ kind, text, early, ...given }, context) {
    if (text) return checkedCard(text, given.program, await writingTo(given.program, context));
    if (kind === 'check') return paste(given.program);
    return kind ? write(kind, given, early ?? false, context) : menu(given);
  },
  async suggest(name, text, { notebook }) {
    if (name === 'to') return completions(await notebook.contacts(), text);
    return name === 'program' ? completions(await notebook.programs(), text) : [];
  },
});

type Given = Partial<Record<'to' | 'program' | 'specialty' | 'detail' | 'change', string>>;

function menu(given: Given): Card {
  const choices = Object.entries(kinds).map(([kind, { label }]) => ({
    label,
    call: call('draft', { ...filledOnly(given), kind }),
  }));
  return card('Drafts', {
    answer: 'Short messages to copy, change and send yourself. What do you want to write?',
    blocks: [...buttons(...choices.slice(0, 4)), ...buttons(...choices.slice(4))],
    footer: 'Nothing is ever sent in your name.',
  });
}

const paste = (program: string | undefined): Card =>
  card('Check my own text', {
    answer: 'Paste a message. You hear what may read long, pressing or scripted, and what reads better.',
    blocks: buttons(
      { label: 'Paste it', call: formCall('proofread', { ...(program && { program }) }) },
      { label: 'Other drafts', call: call('draft') },
    ),
    footer: 'Leave patients out. Only you see this.',
  });

/** The draft as far as it can be filled, what is still open, and the ways to go on. */
async function write(kind: Kind, given: Given, wanted: boolean, context: Context): Promise<Card> {
  const { content, user, notebook } = context;
  const { to } = given;
  const contact = to ? (await notebook.contacts()).find(({ name }) => sameName(name, to)) : undefined;
  const program = await programNamed(given.program, context);
  const line = mayUseEarlyLine(user.applicantType, program?.market);
  const early = kind === 'follow-up' && wanted && line.may;
  const template = content.drafts.get(early ? 'follow-up-early' : kind);
  if (!template) throw new UserError(`There is no draft "${kind}" any more. ${context.typed('draft')} shows all.`);

  const sources: Record<DraftSource, string | null | undefined> = {
    contact: contact?.name ?? to,
    place: contact?.place,
    program: program?.name ?? given.program,
    specialty: given.specialty ?? program?.specialty,
    detail: given.detail,
    change: given.change,
  };
  const known = Object.entries(template.asks).map(([name, { from }]) => [name, sources[from] ?? '']);
  const { text, missing } = fillDraft(template, Object.fromEntries(known));
  const open = missing.flatMap(name => template.asks[name] ?? []);
  const findings = checkDraft(text, writing(program, context)).filter(({ words }) => !open.some(ask => blank(ask) === words));
  const kept = keptOptions(given, namesPatient(findings));
  const again: RawOptions = { ...kept, kind, ...(early && { early: 'yes' }) };

  return card(template.title, {
    answer: template.when,
    blocks: [
      { type: 'divider' },
      { type: 'text', text },
      { type: 'divider' },
      ...stillOpen(open),
      ...findingList(findings),
      ...(kind === 'follow-up' ? lineNote(line) : []),
      ...buttons(
        { label: open.length > 0 ? 'Fill it in' : 'Change it', call: formCall('draft', again) },
        { label: 'Check your version', call: formCall('proofread', versionOf(text, given.program, findings)) },
        kind === 'follow-up' && lineButton(line.may, early, { ...kept, kind }, program, context),
        { label: 'Other drafts', call: call('draft') },
      ),
      ...(await choices(template, given, again, context)),
    ],
    footer: 'Sign it and send it yourself. Nothing is sent from here.',
  });
}

/** What a button carries: never what may point to a patient. */
function keptOptions(given: Given, patient: boolean): RawOptions {
  const { detail, change, ...names } = given;
  return given_(patient ? names : { ...names, detail, change });
}
