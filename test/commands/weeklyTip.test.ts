import { expect, test } from 'vitest';
import { renderNudge } from '../../src/commands/sending/nudgeCards.ts';
import { tipOf } from '../../src/commands/sending/weeklyTip.ts';
import type { Tip } from '../../src/content/types.ts';
import type { Delivery } from '../../src/core/ports/ledger.ts';
import { datesNamed, withDates } from '../../src/domain/season/officialDates.ts';
import { dayByRule, phasesOf } from '../../src/domain/season/season.ts';
import { tipsOfCycle } from '../../src/domain/season/tips.ts';
import { trackRules } from '../../src/domain/season/track.ts';
import { databases, freshStore } from '../store/databases.ts';
import { content } from '../support/content.ts';

const { tips, season } = content;
const cycles = [2025, 2026, 2027, 2028, 2029, 2030, 2031];
const day = (text: string) => Temporal.PlainDate.from(text);

const isAfter = (one: Temporal.PlainDate, other: Temporal.PlainDate) => Temporal.PlainDate.compare(one, other) > 0;

/** Of every weekday that a community may choose. */
const weekdays = [1, 2, 3, 4, 5, 6, 7];
const dated = [...tips.values()].filter(({ before }) => before);

test('the tips that speak of a date say which', () => {
  const speaking =
    /\{|about now|clocks go|this week (?:is|at)|Thanksgiving|due (?:on|this)|opens? (?:on|about|around)|July 1/;
  const undated = [...tips.values()].filter(({ before, title, body }) => !before && speaking.test(`${title} ${body}`));
  // What one account says of mid October is no date of anybody's calendar.
  expect(undated.map(({ week }) => week)).toEqual([15]);
  expect(dated.length).toBeGreaterThan(9);
});

test.each(cycles)('in the cycle of %i a tip comes before the day that it speaks of, on every weekday', cycle => {
  for (const weekday of weekdays) {
    const posts = tipsOfCycle(cycle, weekday, [...tips.values()], season);
    const wrong = posts.filter(({ tip, day, about }) => {
      const ahead = about ? day.until(about, { largestUnit: 'days' }).days : 0;
      return about ? ahead < (tip.ahead ?? 1) || ahead > (tip.ahead ?? 1) + 13 : tip.before !== undefined;
    });
    expect(wrong.map(({ tip, day }) => `${tip.week} ${day}`)).toEqual([]);
    expect(posts.filter(({ about }) => about)).toHaveLength(dated.length);
  }
});

/** Weeks count from Match Week and some phases from a fixed day, and dated tips move others: so many days it may miss. */
const OFF = { early: 9, late: 6 };

test.each(cycles)('in the cycle of %i every tip comes in its phase, or close to it, on every weekday', cycle => {
  const phases = new Map(phasesOf(cycle, season).map(span => [span.id, span]));
  const wrong = weekdays.flatMap(weekday =>
    tipsOfCycle(cycle, weekday, [...tips.values()], season).filter(({ tip, day }) => {
      const span = phases.get(tip.phase);
      return !span || day.until(span.starts).days > OFF.early || span.ends.until(day).days > OFF.late;
    }),
  );
  expect(wrong.map(({ tip, day }) => `${tip.week} ${tip.phase} ${day}`)).toEqual([]);
});

test('every date that a tip names is still ahead when it is posted, and is said in figures', () => {
  for (const cycle of cycles)
    for (const weekday of weekdays)
      for (const { tip, day } of tipsOfCycle(cycle, weekday, dated, season)) {
        const body = withDates(tip.body, day, season);
        expect(body).not.toContain('{');
        for (const id of datesNamed(tip.body)) {
          const days = [cycle, cycle + 1].map(year => dayByRule({ from: id, days: 0 }, year, season));
          expect(days.some(date => isAfter(date, day) && day.until(date).days < 22)).toBe(true);
        }
      }
});

test.each(cycles)('in the cycle of %i every day has a tip', cycle => {
  const [first] = phasesOf(cycle, season);
  const [next] = phasesOf(cycle + 1, season);
  const days = first && next ? first.starts.until(next.starts).days : 0;
  expect(days).toBeGreaterThan(363);
  const without = Array.from({ length: days }, (_, after) => first?.starts.add({ days: after })).filter(
    date => date && 'skip' in tipOf(content, date, season),
  );
  expect(without).toEqual([]);
});

test('a tip that names the Match, ERAS or SOAP is marked as one for those who are in it', () => {
  // A survey of NRMP's is a source, whatever the reader applies to.
  const words = ({ title, body }: Tip) => `${title} ${body}`.replaceAll("NRMP's 2016 survey", '');
  const unmarked = [...tips.values()].filter(tip => !tip.match && /Match|NRMP|ERAS|SOAP|MSPE|matched/.test(words(tip)));
  expect(unmarked.map(({ week }) => week)).toEqual([]);
  expect([...tips.values()].filter(({ match }) => match).length).toBeLessThan(tips.size / 2);
});

test('a community without the Match is not sent a tip about it, and the ledger is told why', async () => {
  const [{ create }] = databases;
  const store = await freshStore(create);
  const delivery = async (match: boolean): Promise<Delivery> => {
    const { community } = await store.arrive(
      { platform: 'slack', scope: 'T1', externalId: 'U1' },
      { externalId: 'T1', name: 'Aurora' },
      Temporal.Instant.from('2027-03-01T14:00:00Z'),
    );
    if (!community) throw new Error('no community');
    return {
      id: 'd1',
      kind: 'tip',
      lane: 'slack:T1',
      occurrence: '2027-03-01',
      status: 'sending',
      dueAt: Temporal.Instant.from('2027-03-01T14:00:00Z'),
      graceUntil: Temporal.Instant.from('2027-03-02T14:00:00Z'),
      attempts: 1,
      items: [],
      sentAt: null,
      doneAt: null,
      reason: null,
      about: null,
      recipient: { kind: 'channel', community: { ...community, track: { shiftDays: 0, match } } },
    };
  };
  const surroundings = { store, content, now: Temporal.Instant.from('2027-03-01T14:00:00Z') };
  expect(await renderNudge(await delivery(true), surroundings)).toMatchObject({
    card: { title: 'Certify your list a day early' },
  });
  expect(await renderNudge(await delivery(false), surroundings)).toEqual({
    skip: 'its tip is about the Match, which does not apply here',
  });
});

test('a shifted community gets the tip of its own week', () => {
  const titleOn = (shiftDays: number) => {
    const found = tipOf(content, day('2026-10-19'), trackRules(season, { shiftDays, match: true }));
    return 'tip' in found ? found.tip.week : undefined;
  };
  expect(titleOn(0)).toBe(16);
  expect(titleOn(14)).toBe(14);
});
