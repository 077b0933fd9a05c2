import { type Call, formCall } from '../core/call.ts';
import type { Context } from '../core/command.ts';
import { formatBoth } from '../domain/bothClocks.ts';
import type { Interview, ProgramFacts } from '../domain/notebook.ts';
import { interviewKinds, markets } from '../domain/vocabulary.ts';
import { itemOf } from './programItems.ts';

/** What is known of a program, in a few words. */
export const about = ({ specialty, market, rotated, thankYou }: ProgramFacts): string =>
  [
    specialty,
    market && market !== 'unknown' && markets[market].label,
    rotated && 'rotated there',
    thankYou === 'welcome' && 'notes welcome',
    thankYou === 'not-welcome' && 'no notes',
  ]
    .filter(Boolean)
    .join(', ');

/** Its form, filled in. */
export const editCall = ({ id, name, specialty, market, rotated, thankYou }: ProgramFacts): Call =>
  formCall('programs', {
    do: 'add',
    item: itemOf('program', id),
    name,
    ...(specialty && { specialty }),
    ...(market && { market }),
    rotated: rotated ? 'yes' : 'no',
    notes: thankYou,
  });

/** An interview or a time to answer that is still ahead. */
interface Ahead {
  at: Temporal.Instant;
  words: string;
}

/** What comes next at each program, by its id. */
export async function aheadOf({ notebook, now, zone }: Context): Promise<Map<string, Ahead>> {
  const [interviews, offers] = await Promise.all([notebook.interviews.all(), notebook.offers.all()]);
  const moments = [
    ...interviews.map(interview => ({
      program: interview.programId,
      at: startOf(interview),
      place: interview.zone,
      what: interviewKinds[interview.kind].label,
    })),
    ...offers
      .filter(({ state }) => state === 'open')
      .flatMap(({ programId, replyBy, zone: place }) =>
        replyBy ? [{ program: programId, at: replyBy, place, what: 'answer by' }] : [],
      ),
  ];
  const coming = moments
    .filter(({ at }) => Temporal.Instant.compare(at, now) > 0)
    .toSorted((one, other) => Temporal.Instant.compare(other.at, one.at));
  return new Map(
    coming.map(({ program, at, place, what }) => [program, { at, words: `${what} ${formatBoth(at, place, zone)}` }]),
  );
}

/** When it begins. */
export const startOf = ({ day, time, zone }: Interview): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant();
