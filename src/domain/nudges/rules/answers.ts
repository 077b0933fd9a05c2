import type { Offer } from '../../notebook.ts';
import { formatMoment } from '../../time/localTime.ts';
import type { NotebookFacts, Source } from '../nudgeFacts.ts';
import type { Nudge, NudgeKind } from '../nudgeKinds.ts';
import { ahead, hasBegun, localDay, type NudgeRule } from './rule.ts';

type ToAnswer = Pick<Offer, 'id' | 'state' | 'replyBy'>;

/** Something that is to be answered by a time: what it is called, where it is kept, and when it is said. */
interface Answering<Kind extends NudgeKind, Item extends ToAnswer> {
  kind: Kind;
  /** "An offer", as a sentence begins. */
  label: string;
  all(facts: NotebookFacts): readonly Item[];
  /** Hours before its time, the most first. */
  hours(item: Item): readonly number[];
  /** When it was noted: what lies before that takes no day from what comes. */
  since?(item: Item): Temporal.Instant;
}

/** Before the time to answer is over; once on a day, the earlier one, since that leaves more time. */
export function answers<Kind extends NudgeKind, Item extends ToAnswer>({
  kind,
  label,
  all,
  hours,
  since,
}: Answering<Kind, Item>): NudgeRule<Kind> {
  const moments: Source = ({ zone, quiet }, facts) =>
    all(facts).flatMap(item => {
      const { id, state, replyBy } = item;
      if (state !== 'open' || !replyBy) return [];
      const nudges = hours(item).map((before): Nudge => {
        const { dueAt, moved } = ahead(replyBy.subtract({ minutes: Math.round(before * 60) }), quiet, zone);
        const why = `${label} wants an answer by ${formatMoment(replyBy, zone)}, and this is ${before} hours before it${moved}.`;
        return { kind, subject: id, occurrence: `${before}h ${replyBy}`, dueAt, graceUntil: replyBy, why };
      });
      const from = since?.(item);
      const isLate = ({ dueAt }: Nudge) => from !== undefined && Temporal.Instant.compare(dueAt, from) <= 0;
      const byDay = Map.groupBy(nudges, ({ dueAt }) => localDay(dueAt, zone).toString());
      return [...byDay.values()].flatMap(ofDay => ofDay.find(nudge => !isLate(nudge)) ?? ofDay.slice(0, 1));
    });
  const check: NudgeRule<Kind>['checks'][Kind] = ({ subject, occurrence }, { facts, now }) => {
    const item = all(facts).find(({ id }) => id === subject);
    const name = label.replace(/^An? /, 'the ');
    if (item?.state !== 'open' || !item.replyBy) return `${name} is answered or gone`;
    if (!occurrence.endsWith(`${item.replyBy}`)) return 'the time to answer was changed';
    return hasBegun(item.replyBy, now) ? 'the time to answer has passed' : undefined;
  };
  return { moments, checks: { [kind]: check } as NudgeRule<Kind>['checks'] };
}
