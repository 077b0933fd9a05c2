import { expect, test } from 'vitest';
import { renderNudge } from '../../src/commands/sending/nudgeCards.ts';
import { tipOf } from '../../src/commands/sending/weeklyTip.ts';
import { loadContent } from '../../src/content/load.ts';
import type { Tip } from '../../src/content/types.ts';
import type { Delivery } from '../../src/core/ports/ledger.ts';
import { phasesOf } from '../../src/domain/season/season.ts';
import { trackRules } from '../../src/domain/season/track.ts';
import { databases, freshStore } from '../store/databases.ts';

const content = await loadContent();
const { tips, season } = content;
const cycles = [2025, 2026, 2027, 2028, 2029, 2030, 2031];
const day = (text: string) => Temporal.PlainDate.from(text);

const isAfter = (one: Temporal.PlainDate, other: Temporal.PlainDate) => Temporal.PlainDate.compare(one, other) > 0;

/** Weeks count from Match Week and some phases from a fixed day: a tip may say "about now" this much too early. */
const AHEAD = { days: 3 };

test.each(cycles)(
  'in the cycle of %i every week’s tip is of a phase that the week is in, or that is about to begin',
  cycle => {
    const phases = new Map(phasesOf(cycle, season).map(span => [span.id, span]));
    const firstDay = phasesOf(cycle, season)[0]?.starts ?? day('2024-07-01');
    const wrong = [...tips.values()].filter(({ week, phase }) => {
      const begins = firstDay.add({ days: 7 * (week - 1) });
      const span = phases.get(phase);
      const tooEarly = span && isAfter(span.starts, begins.add({ days: 6 }).add(AHEAD));
      return !span || tooEarly || isAfter(begins, span.ends);
    });
    expect(wrong.map(({ week, phase }) => `${week} ${phase}`)).toEqual([]);
  },
);

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
  expect(await renderNudge(await delivery(true), surroundings)).toMatchObject({ card: { title: 'Certify your list' } });
  expect(await renderNudge(await delivery(false), surroundings)).toEqual({
    skip: 'its tip is about the Match, which does not apply here',
  });
});

test('a shifted community gets the tip of its own week', () => {
  const titleOn = (shiftDays: number) => {
    const found = tipOf(content, day('2026-10-26'), trackRules(season, { shiftDays, match: true }));
    return 'tip' in found ? found.tip.week : undefined;
  };
  expect(titleOn(0)).toBe(17);
  expect(titleOn(14)).toBe(15);
});
