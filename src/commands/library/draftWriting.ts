import { bold } from '../../core/cards/bold.ts';
import { type Block, type Button, buttons, type Card, card } from '../../core/cards/card.ts';
import { limits, menuLine } from '../../core/cards/limits.ts';
import { call, formCall } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import { UserError } from '../../core/ports/errors.ts';
import type { Contact } from '../../core/ports/notebook.ts';
import { type Ask, blankText, type DraftSource, fillDraft, mayUseEarlyLine } from '../../domain/drafts/drafts.ts';
import type { ProgramFacts } from '../../domain/notebook.ts';
import { roles } from '../../domain/vocabulary.ts';
import { sameName } from '../people/find.ts';
import { alarmCard, offerAlarm } from '../programs/offerAlarm.ts';
import { checked, findingList, namesPatient } from './draftCards.ts';
import { writing } from './writing.ts';

/** What can be written. `note`: some programs ask applicants not to send it. */
export const writtenDrafts = {
  'follow-up': { label: 'Follow-up after an interview', note: true },
  'defender-update': { label: 'Update to a defender', note: false },
  'faculty-ask': { label: 'Honest ask to faculty', note: false },
  apology: { label: 'Apology', note: false },
  'thank-you': { label: 'Thank-you to a coordinator', note: true },
  decline: { label: 'Declining an interview invitation', note: false },
  withdrawal: { label: 'Withdrawing an application', note: false },
  move: { label: 'Asking for another day', note: false },
  'cancel-interview': { label: 'Canceling an interview', note: false },
  'cancel-social': { label: 'Canceling a social', note: false },
  'cancel-visit': { label: 'Canceling a second visit', note: false },
  'decline-offer': { label: 'Declining an offer', note: false },
  'offer-question': { label: 'Asking about an offer', note: false },
} as const;
export type WrittenDraft = keyof typeof writtenDrafts;

/** What the person said for it. */
export type Given = Partial<Record<'to' | 'program' | 'specialty' | 'detail' | 'change', string | undefined>>;

/** The options that have something in them, as a button carries them. */
export const givenOnly = <Options extends Partial<Record<string, string>>>(given: Options): Partial<Options> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value)) as Partial<Options>;

/** What calls off what may have to stay until an accepted offer is sorted out. */
const callsOff: ReadonlySet<WrittenDraft> = new Set(['withdrawal', 'cancel-interview']);

/** The draft as far as it can be filled, what is still open, what may be mended, and the ways to go on. */
export async function writeDraft(kind: WrittenDraft, given: Given, wanted: boolean, context: Context): Promise<Card> {
  const { content, user, notebook } = context;
  const [contacts, programs] = await Promise.all([notebook.people.all(), notebook.programs.all()]);
  const alarm = callsOff.has(kind) ? await offerAlarm(context) : undefined;
  if (alarm) return alarmCard(alarm, { label: 'Other drafts', call: call('draft') });
  const contact = contacts.find(({ name }) => sameName(name, given.to ?? ''));
  const program = programs.find(({ name }) => sameName(name, given.program ?? ''));
  const line = mayUseEarlyLine(user.applicantType, program?.market ?? undefined);
  const early = kind === 'follow-up' && wanted && line.may;
  const template = content.drafts.get(early ? 'follow-up-early' : kind);
  if (!template) throw new UserError(`There is no draft "${kind}" any more. ${context.typed('draft')} shows all.`);

  const sources: Record<DraftSource, string | null | undefined> = {
    contact: contact?.name ?? given.to,
    place: contact?.place,
    program: program?.name ?? given.program,
    specialty: given.specialty ?? program?.specialty,
    detail: given.detail,
    change: given.change,
  };
  const known = Object.entries(template.asks).map(([name, { from }]) => [name, sources[from] ?? '']);
  const { text, missing } = fillDraft(template, Object.fromEntries(known));
  const open = missing.flatMap(name => template.asks[name] ?? []);
  const findings = (await checked(text, writing(program, context), context)).filter(
    ({ words }) => !open.some(ask => blankText(ask) === words),
  );
  // What may point to a patient is shown once and kept nowhere.
  const { detail, change, ...names } = given;
  const kept = { ...givenOnly(namesPatient(findings) ? names : given), kind };
  const asks = Object.values(template.asks).map(({ from }) => from);

  return card(template.title, {
    answer: template.when,
    blocks: [
      { type: 'copy', text },
      ...stillOpen(open),
      ...findingList(findings),
      ...notes(kind, program, line),
      ...buttons(
        {
          label: open.length > 0 ? 'Fill it in' : 'Change it',
          call: formCall('draft', { ...kept, ...(early && { early: 'yes' }) }),
        },
        {
          label: 'Check your version',
          call: formCall('proofread', givenOnly({ program: given.program, ...(!namesPatient(findings) && { text }) })),
        },
        kind === 'follow-up' && aboutLine(line.may, early, kept, program, context),
        { label: 'Other drafts', call: call('draft') },
      ),
      ...(given.to ? [] : menuOf('to', 'Who is it to?', contacts, kept)),
      ...(given.program || !asks.includes('program') ? [] : menuOf('program', 'Which program?', programs, kept)),
    ],
    footer: 'Sign it and send it yourself. Nothing is sent from here.',
  });
}

const stillOpen = (open: Ask[]): Block[] =>
  open.length === 0
    ? []
    : [
        { type: 'text', text: bold('Still open') },
        { type: 'list', items: open.map(({ label, description }) => `${label}. ${description}`) },
      ];

/** What the notebook knows that speaks against sending it, and why the early-offer line is not in it. */
function notes(kind: WrittenDraft, program: ProgramFacts | undefined, line: { may: boolean; reason: string }): Block[] {
  const unwanted = writtenDrafts[kind].note && program?.thankYou === 'not-welcome';
  const sentences = [
    unwanted && `You noted that ${program.name} wants no notes after interviews, so none is the kinder choice.`,
    kind === 'follow-up' && !line.may && `No early-offer line: ${line.reason}.`,
  ];
  return sentences.flatMap(text => (text ? [{ type: 'text', text }] : []));
}

/** The line put in or taken out, or what is still to be said before it could be put in. */
function aboutLine(
  may: boolean,
  early: boolean,
  kept: Partial<Record<string, string | undefined>>,
  program: ProgramFacts | undefined,
  { user }: Context,
): Button | undefined {
  if (early) return { label: 'Without the early-offer line', call: call('draft', kept) };
  if (may) return { label: 'With the early-offer line', call: call('draft', { ...kept, early: 'yes' }) };
  if (!program || program.market === 'inside') return undefined;
  if (!user.applicantType) return { label: 'Set applicant type', call: formCall('settings') };
  return program.market === 'outside'
    ? undefined
    : { label: 'Say if it is in the Match', call: call('bucket', { program: program.name, ask: 'market' }) };
}

/** Those of the notebook, to tap instead of typing. */
function menuOf(
  option: 'to' | 'program',
  placeholder: string,
  all: readonly (Contact | ProgramFacts)[],
  kept: Partial<Record<string, string | undefined>>,
): Block[] {
  if (all.length === 0) return [];
  const choices = all.slice(0, limits.menuChoices).map(one => ({
    value: one.name,
    label: menuLine(one.name),
    ...('role' in one && { description: roles[one.role].label }),
  }));
  return [{ type: 'select', placeholder, call: { ...call('draft', kept), choose: option }, choices }];
}
