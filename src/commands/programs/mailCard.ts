import { type Block, type Button, buttons, type Card, card } from '../../core/cards/card.ts';
import { clip } from '../../core/cards/clip.ts';
import { buttonLabel } from '../../core/cards/limits.ts';
import { call, formCall } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import { UserError } from '../../core/ports/errors.ts';
import { type InvitationRead, readInvitation } from '../../domain/programs/invitationText.ts';
import type { Meeting, Timed } from '../../domain/programs/mail/meetings.ts';
import { formatClock, formatDay } from '../../domain/time/localTime.ts';
import { type InterviewKind, interviewKinds } from '../../domain/vocabulary.ts';
import { capital, list } from '../../domain/words/sentences.ts';
import { absolutely } from '../sending/moments.ts';
import { sayLength } from './lengths.ts';

/** What is enough to read a mail. */
type Reading = Pick<Context, 'notebook' | 'now' | 'zone' | 'today'>;

/**
 * What a program's mail says, with the forms that it fills in, or the question that it leaves open. Nothing is saved, and
 * the mail is not kept. Undefined where it is no such mail.
 * @param given what the reader said beside it: the program, and the zone of hours with which the mail names none
 */
async function mailCard(mail: string, context: Reading, given: Given = {}): Promise<Card | undefined> {
  const programs = (await context.notebook.programs.all()).map(program => program.name);
  const { now, zone } = context;
  const reading = readInvitation(mail, { now, zone, programs });
  if (reading.outcome === 'refused') return undefined;
  if (reading.outcome === 'asked')
    return card('Which one is it?', {
      answer: reading.question,
      blocks: buttons(
        ...reading.answers.map(({ label, words }) => ({
          label: buttonLabel(label),
          call: call('programs', { do: 'mail', ...given, mail: words }),
        })),
      ),
      footer: 'Nothing is saved yet.',
    });
  return readCard(completed(reading.value, given), context);
}

interface Given {
  name?: string | undefined;
  zone?: string | undefined;
}

/** With what the reader said, where that was left open; the program as they call it. */
function completed(read: InvitationRead, { name, zone }: Given): InvitationRead {
  const { program, meeting, others, by } = read;
  const placed = <At extends Timed>(at: At): At => ({ ...at, zone: at.zone ?? zone ?? null });
  return {
    ...read,
    program: name ?? program,
    meeting: meeting && placed(meeting),
    others: others.map(placed),
    by: by && by.hours === undefined ? placed(by) : by,
  };
}

/** The same for what was given as a mail. @throws UserError where it is none */
export async function readMail({ mail, ...given }: Given & { mail: string }, context: Context): Promise<Card> {
  const shown = await mailCard(mail, context, { name: given.name, zone: given.zone });
  if (shown) return shown;
  const why = 'I couldn’t read that as a program’s mail about an interview.';
  throw new UserError(`${why} Put what it says into the form, or type the program’s name alone.`, { mail: why });
}

const titles: Record<InvitationRead['kind'], string> = {
  invitation: 'An invitation',
  interview: 'An interview',
  social: 'A social',
  'second-visit': 'A second visit',
  offer: 'An offer of a position',
  waitlist: 'A waitlist',
  rejection: 'No interview',
};

function readCard(read: InvitationRead, context: Reading): Card {
  const { kind, program, unread } = read;
  const fields = factsOf(read, context);
  return card(program ? `${titles[kind]}: ${clip(program, 60)}` : titles[kind], {
    answer: answers[kind] ?? 'This is what I read. Look it over, then save it.',
    blocks: [
      ...(fields.length > 0 ? [{ type: 'fields', fields } as const] : []),
      ...unsure(read, unread),
      ...buttons(...waysOn(read, context)),
    ],
    footer: 'Nothing is saved yet, and the mail itself is not kept.',
  });
}

const answers: Partial<Record<InvitationRead['kind'], string>> = {
  waitlist: 'Nothing to answer. Places open up as others decline, often late.',
  rejection: 'Nothing to answer. One no says little about the others.',
};

function factsOf({ meeting, others, by }: InvitationRead, { zone, now }: Reading) {
  const said = (timed: Timed): string => {
    const { day, time, zone: place } = timed;
    if (!time) return `${formatDay(day)}, no hour is said`;
    if (!place) return `${formatDay(day)}, ${formatClock(time)}, no zone is said`;
    return absolutely(day.toZonedDateTime({ timeZone: place, plainTime: time }).toInstant(), place, zone);
  };
  const met = (one: Meeting) => ({
    label: capital(interviewKinds[one.kind].label),
    value: `${said(one)}${sayLength(one.minutes)}`,
  });
  const until = by?.hours === undefined ? by : null;
  return [
    ...(meeting ? [met(meeting)] : []),
    ...others.map(met),
    ...(until ? [{ label: 'Answer by', value: said(until) }] : []),
    ...(by?.hours === undefined
      ? []
      : [
          { label: 'Answer by', value: `${absolutely(now.add({ hours: by.hours }), zone, zone)}, if it came just now` },
        ]),
  ];
}

/** What the reader has to look at, since no one may guess it. */
function unsure({ program, meeting, by }: InvitationRead, unread: readonly string[]): Block[] {
  const sentences = [
    unread.length > 0 && `I couldn’t place ${list(unread.map(words => `"${clip(words, 60)}"`))}: put that in yourself.`,
    by?.hours !== undefined && `It says ${by.hours} hours. If it came earlier, take off what has passed.`,
    !program && 'It names no program that I could tell.',
    meeting && !meeting.zone && 'Without a zone I take yours, or the one you noted for the program.',
  ].filter(sentence => typeof sentence === 'string');
  return sentences.length > 0 ? [{ type: 'text', text: sentences.join(' ') }] : [];
}

/** The forms that it fills in, the likeliest first. */
function waysOn(read: InvitationRead, context: Reading): Button[] {
  const { kind, program, meeting, others, by } = read;
  const name = program ? { name: clip(program, 80) } : {};
  const meet = (kind: InterviewKind, one: Meeting | null): Button => ({
    label: buttonLabel(`Note the ${interviewKinds[kind].label}`),
    call: formCall('programs', { do: 'interview', ...name, kind, ...whenOf(one) }),
  });
  const met = (one: Meeting) => meet(one.kind, one);
  const invitation: Button = {
    label: 'Note the invitation',
    call: formCall('programs', { do: 'invitation', ...name, ...byOf(read, context), ...whenOf(meeting) }),
  };
  const noted = (what: string): Button => ({
    label: 'Note it',
    call: formCall('programs', { do: 'note', ...name, note: `${what}, ${formatDay(context.today)}` }),
  });
  switch (kind) {
    case 'offer':
      return [
        { label: 'Note the offer', call: formCall('programs', { do: 'offer', ...name, ...byOf(read, context) }) },
      ];
    case 'waitlist':
      return [noted('On the waitlist')];
    case 'rejection':
      return [noted('No interview')];
    case 'invitation': {
      const both = meeting ? [met(meeting), invitation] : [invitation];
      return [...(by ? both.toReversed() : both), ...others.map(met)];
    }
    default:
      return [meet(kind, meeting), ...others.map(met)];
  }
}

const written = ({ day, time }: Timed): string =>
  `${day}${time ? ` ${time.toString({ smallestUnit: 'minute' })}` : ''}`;

const whenOf = (meeting: Meeting | null) =>
  meeting
    ? {
        when: written(meeting),
        ...(meeting.zone && { zone: meeting.zone }),
        ...(meeting.minutes && { minutes: String(meeting.minutes) }),
      }
    : {};

/** By when to answer, on the clock of the meeting where that is another: a form has one zone. */
function byOf({ by, meeting }: InvitationRead, { now, zone: own }: Reading) {
  if (!by) return {};
  const at = by.hours === undefined ? by : timed(now.add({ hours: by.hours }).toZonedDateTimeISO(own));
  if (!at.time || !at.zone) return { by: written(at) };
  const zone = meeting?.zone ?? at.zone;
  return {
    by: written(timed(at.day.toZonedDateTime({ timeZone: at.zone, plainTime: at.time }).withTimeZone(zone))),
    zone,
  };
}

const timed = (moment: Temporal.ZonedDateTime): Timed => ({
  day: moment.toPlainDate(),
  time: moment.toPlainTime(),
  zone: moment.timeZoneId,
});
