import type { ProgramFacts } from '../notebook.ts';
import { type OfficialDate, sayDay } from '../season/officialDates.ts';
import type { SeasonRules } from '../season/season.ts';
import { formatShortDay } from '../time/localTime.ts';
import { withdrawalDeadline } from './offers.ts';

type Ranked = Pick<ProgramFacts, 'id' | 'market' | 'rankPlace'>;

/** Said with every list: a list made here is sent to nobody. */
export const onlyNrmpCounts = 'Only the list that you certify in NRMP’s system counts.';

/** How to order it, and why. */
export const byOwnWish = 'Rank by your own wish: the Match starts at the top, so a reach costs nothing.';

/** The programs in the Match that the user put in an order, first the one they want most. */
export const rankedOf = <One extends Ranked>(programs: readonly One[]): One[] =>
  programs
    .filter(({ market, rankPlace }) => market === 'inside' && rankPlace !== null)
    .toSorted((one, other) => (one.rankPlace ?? 0) - (other.rankPlace ?? 0));

export type Move = 'up' | 'down' | 'on' | 'off';

/** The ids in their order once one of them has moved by one place, been put at the end, or been taken off. */
export function moved(ids: readonly string[], id: string, move: Move): string[] {
  const others = ids.filter(other => other !== id);
  if (move === 'off') return others;
  const at = ids.indexOf(id);
  const place = at < 0 || move === 'on' ? others.length : at + (move === 'up' ? -1 : 1);
  return others.toSpliced(Math.max(0, place), 0, id);
}

/** By when the list is to be certified: the user's own day where they set one that is still ahead, else the official one. */
export interface CertifyBy {
  day: Temporal.PlainDate;
  isOwn: boolean;
  /** "Wed, Mar 3, 9 PM ET (expected); see NRMP calendars.", with an own day before it. */
  words: string;
  /** "Wed, Mar 3, 9 PM ET (expected)", or the own day. */
  short: string;
}

/** @param zone the user's own */
export function certifyBy(
  own: Temporal.PlainDate | null | undefined,
  { now, zone, rules }: { now: Temporal.Instant; zone: string; rules: SeasonRules },
): CertifyBy | undefined {
  const { deadline, passed } = withdrawalDeadline(now, rules);
  if (!deadline || passed) return undefined;
  const official = dayIn(deadline, zone);
  const short = sayDay(deadline);
  const said = `${short}; see ${deadline.source.name}.`;
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const holds = own && Temporal.PlainDate.compare(own, today) >= 0 && Temporal.PlainDate.compare(own, official) <= 0;
  return holds
    ? {
        day: own,
        isOwn: true,
        words: `${formatShortDay(own)}, your own date. The deadline is ${said}`,
        short: `${formatShortDay(own)}, your own date`,
      }
    : { day: official, isOwn: false, words: said, short };
}

const dayIn = ({ when }: OfficialDate, zone: string): Temporal.PlainDate =>
  when instanceof Temporal.ZonedDateTime ? when.withTimeZone(zone).toPlainDate() : when;

/** Whether what was certified on this day is the list of this season: within so many days, for one cycle is a year. */
export const isCertified = (certifiedOn: Temporal.PlainDate | null | undefined, today: Temporal.PlainDate): boolean =>
  certifiedOn !== null &&
  certifiedOn !== undefined &&
  certifiedOn.until(today, { largestUnit: 'days' }).days < CYCLE_DAYS;
const CYCLE_DAYS = 180;
