import { expect, test } from 'vitest';
import type { Offer } from '../../src/domain/notebook.ts';
import { type NudgeFacts, noFacts, type Recipient } from '../../src/domain/nudges/nudgeFacts.ts';
import { itemKey } from '../../src/domain/nudges/nudgeKinds.ts';
import { decideNudges } from '../../src/domain/nudges/nudges.ts';
import { seasonRules } from '../domain/season/seasonRules.ts';
import fc from '../support/properties.ts';

const zone = 'America/Chicago';
const at = (local: string) => Temporal.ZonedDateTime.from(`${local}[${zone}]`).toInstant();
const ana: Recipient = {
  id: 'ana',
  zone,
  applicantType: 'img',
  remind: 'weekly',
  digestDay: 7,
  digestHour: 18,
  quiet: { from: '22:00', to: '07:00' },
  muted: [],
  pausedUntil: null,
};
const offer = (replyBy: Temporal.Instant): Offer => ({
  id: 'o',
  programId: 'l',
  receivedOn: Temporal.PlainDate.from('2026-10-01'),
  replyBy,
  zone,
  state: 'open',
});
/** Something to say in the week's message. */
const facts: NudgeFacts = { ...noFacts, logged: 1 };

/** A planner's run from one wake to the next; `answered` is when the offer is answered, which wakes it too. */
function sentBy(replyBy: Temporal.Instant, answered: Temporal.Instant, end: Temporal.Instant): string[] {
  let now = at('2026-10-16T12:00');
  let [from, moved]: [Temporal.Instant, readonly string[]] = [now, []];
  const recent: NudgeFacts['recent'][number][] = [];
  const sent: string[] = [];
  for (let turns = 0; turns < 50 && Temporal.Instant.compare(now, end) <= 0; turns += 1) {
    const isAnswered = Temporal.Instant.compare(now, answered) >= 0;
    const offers = isAnswered ? [] : [offer(replyBy)];
    const decision = decideNudges(ana, { ...facts, offers, recent, moved }, { from, now }, seasonRules);
    for (const { items } of decision.due)
      for (const item of items) {
        sent.push(itemKey(item));
        recent.push({ ...item, sent: true, done: false });
      }
    moved = decision.moved;
    const next = decision.nextPlanAt ?? end.add({ hours: 1 });
    const wakes = !isAnswered && Temporal.Instant.compare(answered, next) < 0 ? answered : next;
    [from, now] = [wakes, wakes];
  }
  return sent;
}

test('F38: a digest that was moved behind an offer’s nudge comes once the offer is answered', () => {
  // 12 hours before is 20:00 on Sunday: the digest of 18:00 waits for it.
  const sent = sentBy(at('2026-10-19T08:00'), at('2026-10-18T19:00'), at('2026-10-20T12:00'));
  expect(sent.filter(key => key.startsWith('digest'))).toHaveLength(1);
  expect(sent.filter(key => key.startsWith('offer o 12h'))).toHaveLength(0);
});

test('F38: whenever the offer runs out and is answered, the digest comes once, and the nudge once at most', () => {
  const minutes = (from: string, most: number) =>
    fc.integer({ min: 0, max: most }).map(count => at(from).add({ minutes: count }));
  fc.assert(
    fc.property(
      minutes('2026-10-18T06:00', 3 * 24 * 60),
      minutes('2026-10-16T13:00', 4 * 24 * 60),
      (replyBy, answered) => {
        const sent = sentBy(replyBy, answered, at('2026-10-24T12:00'));
        expect(sent.filter(key => key.startsWith('digest'))).toHaveLength(1);
        expect(new Set(sent).size).toBe(sent.length);
      },
    ),
  );
});

/** An offer of somebody's: when it was noted, when it runs out, and when it was answered. */
interface Happening {
  id: string;
  noted: Temporal.Instant;
  replyBy: Temporal.Instant;
  answered: Temporal.Instant;
}

/** A planner that wakes at its own time and at whatever happens; the digest may be turned on late. */
function sentAmong(happenings: readonly Happening[], wanted: Temporal.Instant, end: Temporal.Instant): string[] {
  const compare = Temporal.Instant.compare;
  const events = [wanted, ...happenings.flatMap(({ noted, answered }) => [noted, answered])].toSorted(compare);
  let now = at('2026-10-16T12:00');
  let [from, moved]: [Temporal.Instant, readonly string[]] = [now, []];
  const recent: NudgeFacts['recent'][number][] = [];
  const sent: string[] = [];
  for (let turns = 0; turns < 200 && compare(now, end) <= 0; turns += 1) {
    const offers = happenings
      .filter(({ noted, answered }) => compare(noted, now) <= 0 && compare(answered, now) > 0)
      .map(({ id, replyBy }) => ({ ...offer(replyBy), id }));
    const member = { ...ana, muted: compare(wanted, now) > 0 ? (['digest'] as const) : [] };
    const decision = decideNudges(member, { ...facts, offers, recent, moved }, { from, now }, seasonRules);
    for (const item of decision.due.flatMap(({ items }) => items)) {
      sent.push(itemKey(item));
      recent.push({ ...item, sent: true, done: false });
    }
    moved = decision.moved;
    const event = events.find(moment => compare(moment, now) > 0);
    const wakes = [event, decision.nextPlanAt ?? undefined, end.add({ hours: 1 })]
      .filter(moment => moment !== undefined)
      .toSorted(compare)[0];
    [from, now] = [wakes ?? end.add({ hours: 1 }), wakes ?? end.add({ hours: 1 })];
  }
  return sent;
}

test('F38: whatever is noted and answered around it, a digest that is wanted before its hour comes once', () => {
  const minutes = (from: string, most: number) =>
    fc.integer({ min: 0, max: most }).map(count => at(from).add({ minutes: count }));
  const happening = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    noted: minutes('2026-10-16T13:00', 4 * 24 * 60),
    replyBy: minutes('2026-10-17T06:00', 5 * 24 * 60),
    answered: minutes('2026-10-16T14:00', 6 * 24 * 60),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(happening, { selector: ({ id }) => id, maxLength: 5 }),
      minutes('2026-10-16T12:00', 2 * 24 * 60 + 5 * 60),
      (happenings, wanted) => {
        const sent = sentAmong(happenings, wanted, at('2026-10-24T12:00'));
        expect(
          sent.filter(key => key.startsWith('digest')),
          sent.join('; '),
        ).toHaveLength(1);
        expect(new Set(sent).size).toBe(sent.length);
      },
    ),
  );
});
