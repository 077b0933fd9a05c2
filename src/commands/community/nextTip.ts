import type { Community, TipsPlan } from '../../core/ports/users.ts';
import { nextWeekly } from '../../domain/time/localTime.ts';

export const dayOf = (moment: Temporal.Instant, { zone }: Pick<TipsPlan, 'zone'>): Temporal.PlainDate =>
  moment.toZonedDateTimeISO(zone).toPlainDate();

/** When the next tip would come, whether it is left out or not. */
export const nextMoment = (now: Temporal.Instant, tips: TipsPlan): Temporal.Instant => nextWeekly(now, tips, tips.zone);

/** When the next tip comes that is not left out. */
export function nextPosted(now: Temporal.Instant, tips: TipsPlan, { skipOn }: Pick<Community, 'skipOn'>) {
  const next = nextMoment(now, tips);
  return skipOn?.equals(dayOf(next, tips)) ? nextMoment(next, tips) : next;
}

/** What still waits for its tip: a line that is to come, a week that is to be left out. */
export function waiting({ tips, ownLine, skipOn }: Community, now: Temporal.Instant) {
  if (!tips) return {};
  const next = dayOf(nextMoment(now, tips), tips);
  const isAhead = (day: Temporal.PlainDate) => Temporal.PlainDate.compare(day, next) >= 0;
  return { ...(ownLine && isAhead(ownLine.on) && { ownLine }), ...(skipOn && isAhead(skipOn) && { skipOn }) };
}

/** The same for a new plan: what waited for the next tip waits for the next one still. */
export function movedTo(plan: TipsPlan, community: Community | null, now: Temporal.Instant) {
  const { ownLine, skipOn } = community ? waiting(community, now) : {};
  const skipped = skipOn && dayOf(nextMoment(now, plan), plan);
  return {
    ...(skipped && { skipOn: skipped }),
    ...(ownLine && { ownLineOn: dayOf(nextPosted(now, plan, { skipOn: skipped ?? null }), plan) }),
  };
}
