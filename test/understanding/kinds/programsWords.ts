import { commands } from '../../../src/commands/index.ts';
import { typedCall } from '../../../src/core/commands/typed.ts';
import { startCore } from '../../support/member.ts';
import { corpus, type Kind, type Outcome } from '../kind.ts';

/** Friday, November 27, 2026, 10 AM in Chicago. */
const now = () => Temporal.Instant.from('2026-11-27T10:00-06:00');
const known = ['Mercy', 'Lakeside IM', 'St. Mary West'];
const programs = commands.find(({ name }) => name === 'programs');

let core: ReturnType<typeof startCore> | undefined;
let people = 0;
/** Somebody with those programs and nothing else. */
async function applicant() {
  core ??= startCore(commands, now);
  const member = (await core).member(`applicant-${people++}`);
  await member.say('settings', { zone: 'America/Chicago', type: 'img', next: 'done' });
  for (const name of known) await member.say('programs', { do: 'add', name });
  return member;
}
type Applicant = Awaited<ReturnType<typeof applicant>>;

/** What is kept beside those programs, written out; nothing where nothing is. */
async function kept(member: Applicant): Promise<string | undefined> {
  const notebook = await member.notebook();
  const [programs, interviews, invitations, offers, clues] = await Promise.all([
    notebook.programs.all(),
    notebook.interviews.all(),
    notebook.invitations.all(),
    notebook.offers.all(),
    notebook.clues.all(),
  ]);
  const of = (id: string) => programs.find(program => program.id === id)?.name ?? '?';
  const local = (at: Temporal.Instant | null, zone: string) =>
    at ? `${at.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })}${inZone(zone)}` : '-';
  const clock = (day: Temporal.PlainDate, time: Temporal.PlainTime) =>
    `${day}T${time.toString({ smallestUnit: 'minute' })}`;
  const said = [
    ...interviews.map(one => `${one.kind} ${of(one.programId)} ${clock(one.day, one.time)}${inZone(one.zone)}`),
    ...invitations.map(
      one =>
        `invitation ${of(one.programId)} ${local(one.replyBy, one.zone)}${one.day && one.time ? ` for ${clock(one.day, one.time)}` : ''}`,
    ),
    ...offers.map(one => `offer ${of(one.programId)} ${local(one.replyBy, one.zone)}`),
    ...clues.map(one => `clue ${of(one.programId)} ${one.kind}${one.note ? `: ${one.note}` : ''}`),
    ...programs.filter(({ note }) => note).map(({ name, note }) => `note ${name}: ${note}`),
  ];
  const added = programs.filter(({ name }) => !known.includes(name));
  if (said.length > 0) return said.join('; ');
  const about = ({ name, specialty, market }: (typeof added)[number]) =>
    ['add', name, specialty, market].filter(Boolean).join(' ');
  const changed = programs.filter(({ name, specialty, market }) => known.includes(name) && (specialty || market));
  return added.length + changed.length > 0 ? [...added, ...changed].map(about).join('; ') : undefined;
}
const inZone = (zone: string): string => (zone === 'America/Chicago' ? '' : ` ${zone}`);

async function read(said: string): Promise<Outcome> {
  const member = await applicant();
  const made = typedCall(programs, 'programs', said, { now: now(), zone: 'America/Chicago' });
  if (made.command !== 'programs') return { understood: 'help' };
  const form = made.unplaced === undefined && (await member.typed('programs', made.options, made.form));
  if (form) return { understood: `form ${form.rest.options.do}` };
  const { card } = await member.make(made);
  const saved = await kept(member);
  if (saved) return { understood: saved };
  const buttons = card.blocks.flatMap(block =>
    block.type === 'buttons' ? block.buttons.map(({ label }) => label) : [],
  );
  if (card.title === 'Not quite')
    return buttons.some(label => !/^(?:Try again|Say it otherwise)$/.test(label)) ? 'asked' : 'refused';
  if (card.title === 'Programs') return { understood: 'list' };
  return known.includes(card.title) ? { understood: `show ${card.title}` } : 'asked';
}

/** What people type after /programs: what is saved or shown, what is asked, what is refused. */
export const programsWords: Kind = {
  name: 'programs words',
  cases: corpus('programsWords'),
  bar: 0.9,
  read: ({ said }) => read(said),
};
