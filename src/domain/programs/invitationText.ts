import { formatClock, formatDay } from '../time/localTime.ts';
import type { InterviewKind } from '../vocabulary.ts';
import { asked, type FairReading, type Reading, refused, understood } from '../words/reading.ts';
import { kindOf, type MailKind } from './mail/kinds.ts';
import { type Meeting, meetingsIn, type Timed } from './mail/meetings.ts';
import { programIn } from './mail/programName.ts';
import { type Placed, rolesIn, timeToAnswer, zoneOfAll } from './mail/roles.ts';
import { ALSO, sayMail } from './mail/sayMail.ts';
import { type Statement, statementsOf } from './mail/statements.ts';

/** No mail that is read is longer, in characters: what a scheduler sends has a tenth of it. */
export const LONGEST_MAIL = 6000;

/** What a program's mail says. */
export interface InvitationRead {
  kind: Exclude<MailKind, 'cancelled'>;
  /** One of the reader's programs, or as the mail writes it; null where it names none. */
  program: string | null;
  meeting: Meeting | null;
  /** What it names beside that: a social the evening before. */
  others: readonly Meeting[];
  /** By when to answer: a day, with its hour where one is said; or so many hours from when the mail came. */
  by: (Timed & { hours?: never }) | { hours: number } | null;
  /** Words about a time that could not be placed or not be understood: to be shown, for the reader to look at. */
  unread: readonly string[];
}

export interface MailContext {
  now: Temporal.Instant;
  /** The reader's own zone. */
  zone: string;
  /** The names of the reader's programs. */
  programs: readonly string[];
}

/**
 * What a mail of a program says, pasted as it came from ERAS, Thalamus, Interview Broker or the coordinator: whether it
 * invites, confirms, offers, lists or declines; the program, the day and its hours, their zone, and by when to answer.
 * Days that it lets choose from, and a weekday that is not its date's, are asked. Nothing is saved by it: it fills a form,
 * which its reader sends. Refused where it is no such mail, or tells of a cancelled interview.
 */
export function readInvitation(mail: string, { now, zone, programs }: MailContext): Reading<InvitationRead> {
  if (mail.length > LONGEST_MAIL)
    return refused(
      `That is ${mail.length.toLocaleString('en-US')} characters, and I read ${LONGEST_MAIL.toLocaleString('en-US')} of a mail. Paste the part with the program and the day.`,
    );
  const statements = statementsOf(mail);
  const kind = kindOf(statements);
  if (!kind) return refused('I couldn’t read that as a program’s mail about an interview.');
  if (kind === 'cancelled')
    return refused('That reads as if an interview is cancelled. Open it in your list to cancel it there.');
  const program = programIn(statements, programs);
  const said: InvitationRead = { kind, program, meeting: null, others: [], by: null, unread: [] };
  if (kind === 'waitlist' || kind === 'rejection') return understood(said);
  const placed = rolesIn(statements, { now, zone });
  const answer = answerIn(statements, placed, now);
  return withMeetings({ ...said, ...answer }, statements, placed);
}

/** By when to answer, and the words about it that say no certain hour. */
function answerIn(
  statements: readonly Statement[],
  placed: readonly Placed[],
  now: Temporal.Instant,
): Pick<InvitationRead, 'by' | 'unread'> {
  const said = placed.filter(({ role, day }) => role === 'answer' && day !== undefined);
  const ofAll = zoneOfMail(statements, placed);
  const times = said.flatMap(({ day, from, zone }): Timed[] =>
    day ? [{ day, time: from ?? null, zone: zone ?? ofAll }] : [],
  );
  const [first, ...others] = [...new Map(times.map(one => [`${one.day} ${one.time}`, one])).values()];
  const unread = [
    ...said.filter(({ day, zone }) => !day || zone === null).map(({ words }) => words),
    ...placed.filter(({ role }) => role === 'unplaced').map(({ words }) => words),
    ...statements.flatMap(({ text }) => (text.startsWith(ALSO) ? [text.slice(ALSO.length).trim()] : [])),
  ];
  if (first && others.length === 0) return { by: first, unread };
  if (first) return { by: null, unread: [...unread, ...said.map(({ words }) => words)] };
  const counted = timeToAnswer(statements);
  if (!counted) return { by: null, unread };
  if ('words' in counted) return { by: null, unread: [...unread, counted.words] };
  return { by: sinceSent(counted.hours, placed, now) ?? counted, unread };
}

/** Hours to answer, from when the mail was sent, where it says that. */
function sinceSent(hours: number, placed: readonly Placed[], now: Temporal.Instant): Timed | undefined {
  const sent = placed.find(({ role, day, from, zone }) => role === 'sent' && day && from && zone);
  if (!sent?.day || !sent.from || !sent.zone) return undefined;
  const at = sent.day.toZonedDateTime({ timeZone: sent.zone, plainTime: sent.from });
  if (Temporal.Instant.compare(at.toInstant(), now) > 0) return undefined;
  const until = at.add({ hours });
  return { day: until.toPlainDate(), time: until.toPlainTime(), zone: sent.zone };
}

/** The one zone that a mail names, for the hours with which it names none. */
function zoneOfMail(statements: readonly Statement[], placed: readonly Placed[]): string | null {
  const ofAll = zoneOfAll(statements);
  if (ofAll) return ofAll;
  const named = new Set(placed.flatMap(({ zone, role }) => (zone && role !== 'sent' ? [zone] : [])));
  return named.size === 1 ? ([...named][0] ?? null) : null;
}

/** With the meeting that is meant; asked where that may be one of several. */
function withMeetings(
  said: InvitationRead,
  statements: readonly Statement[],
  placed: readonly Placed[],
): Reading<InvitationRead> {
  if (said.kind === 'offer') return understood(said);
  const found = meetingsIn(placed, zoneOfMail(statements, placed));
  const own: InterviewKind = said.kind === 'social' || said.kind === 'second-visit' ? said.kind : 'interview';
  const isOwn = ({ kind }: Meeting) => kind === own || (own !== 'interview' && kind === 'interview');
  const mine = found.meetings.filter(isOwn).map(one => ({ ...one, kind: own }));
  const rest: InvitationRead = {
    ...said,
    others: found.meetings.filter(one => !isOwn(one)),
    unread: [...said.unread, ...found.unread],
  };
  const [open] = found.open;
  if (open) {
    const unopened = found.open.slice(1).map(({ words }) => words);
    const answers = open.choices.map(one => answerWith({ ...rest, unread: [...rest.unread, ...unopened] }, one));
    return asked(`"${open.words}" could be either day. Which one is it?`, ...answers);
  }
  const [only, ...others] = mine;
  if (others.length === 0) return understood({ ...rest, meeting: only ?? null });
  return asked('It names several days. Which one is yours?', ...mine.map(one => answerWith(rest, one)), {
    label: 'None yet',
    words: sayMail(rest),
  });
}

const answerWith = (rest: InvitationRead, meeting: Meeting): FairReading => ({
  label: `${formatDay(meeting.day)}${meeting.time ? `, ${formatClock(meeting.time)}` : ''}`,
  words: sayMail({ ...rest, meeting }),
});
