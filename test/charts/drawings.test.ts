import { describe, expect, test } from 'vitest';
import { drawBuckets, shares } from '../../src/charts/buckets.ts';
import { type Drawing, MARGIN, WIDTH } from '../../src/charts/canvas.ts';
import { drawDimensions } from '../../src/charts/dimensions.ts';
import { drawPhases } from '../../src/charts/phases.ts';
import { toPng } from '../../src/charts/png.ts';
import { drawReputation } from '../../src/charts/reputation.ts';
import { drawRoutes } from '../../src/charts/routes.ts';
import { drawSeason, type OwnDate } from '../../src/charts/season.ts';
import { officialDates } from '../../src/domain/season/officialDates.ts';
import { cycleOf, dayOf, type SeasonRules } from '../../src/domain/season/season.ts';
import { seasonRules } from '../domain/season/seasonRules.ts';
import { type Box, overlap, shapes, textBoxes, within } from './boxes.ts';

function seasonOn(date: string, rules: SeasonRules = seasonRules, own: readonly OwnDate[] = []): Drawing {
  const today = Temporal.PlainDate.from(date);
  const dates = officialDates(cycleOf(today, rules), rules).filter(
    ({ when }) => Temporal.PlainDate.compare(dayOf(when), today) >= 0,
  );
  return drawSeason({ today, rules, dates, own });
}

const confirmed: SeasonRules = { ...seasonRules, confirmed: { 2027: { 'rank-deadline': '2027-03-03' } } };

const interviews = Array.from({ length: 12 }, (_, index) => ({
  day: Temporal.PlainDate.from('2026-11-03').add({ days: 3 * index }),
  name: ['interview', 'social', 'second visit', 'answer an offer'][index % 4]!,
}));

const drawings: [string, () => Drawing][] = [
  ['the routes', drawRoutes],
  ['the dimensions', drawDimensions],
  ['the three phases', drawPhases],
  ['the buckets', drawBuckets],
  ['reputation', () => drawReputation({})],
  ['reputation at M4', () => drawReputation({ stage: 'm4' })],
  ['the season with a confirmed date', () => seasonOn('2027-02-02', confirmed)],
  ['the season with one date of one’s own', () => seasonOn('2026-10-29', seasonRules, interviews.slice(0, 1))],
  ['the season with twelve interviews', () => seasonOn('2026-10-29', seasonRules, interviews)],
  ['the season with own dates alone', () => seasonOn('2026-10-29', { ...seasonRules, official: false }, interviews)],
  // The first and the last day of a cycle, a leap day, one in each phase, another cycle.
  ...[
    '2026-07-06',
    '2026-09-30',
    '2026-10-29',
    '2026-12-24',
    '2027-03-16',
    '2027-05-10',
    '2027-07-04',
    '2028-02-29',
  ].map((date): [string, () => Drawing] => [`the season on ${date}`, () => seasonOn(date)]),
];

describe.each(drawings)('%s', (_, draw) => {
  const { svg, alt } = draw();
  const texts = textBoxes(svg);
  const height = Number(/height="(\d+)"/.exec(svg)?.[1]);

  test('is a PNG of under 100 kB, about as high as wide or less, and always of the same bytes', async () => {
    const png = Buffer.from(await toPng(svg));
    expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([WIDTH, height]);
    expect(height).toBeLessThanOrEqual(WIDTH);
    expect(png.length).toBeLessThan(100_000);
    expect(png.equals(await toPng(draw().svg))).toBe(true);
  });

  test('keeps every text on the sheet, inside the box it is written in, and clear of the others', () => {
    const page = { what: 'the sheet', left: 0, right: WIDTH, top: 0, bottom: height };
    expect(texts.filter(box => !within(box, page, MARGIN - 6))).toEqual([]);
    const drawn = shapes(svg);
    const on = (box: Box) => drawn.find(shape => overlap(box, shape)) ?? page;
    expect(texts.filter(box => !within(box, on(box), 4))).toEqual([]);
    expect(texts.flatMap((box, index) => texts.slice(index + 1).filter(other => overlap(box, other)))).toEqual([]);
  });

  test('has no text that a phone makes too small', () => {
    const sizes = [...svg.matchAll(/font-size[=:]"?(\d+)/g)].map(([, size]) => Number(size));
    expect(sizes.length).toBeGreaterThanOrEqual(texts.length);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(28);
  });

  test('says what it shows in words that fit every platform', () => {
    expect(alt.length).toBeLessThan(1000);
    expect(alt).not.toMatch(/chart|picture|image|diagram/i);
  });
});

describe('the words beside a picture', () => {
  test('name each bucket with its share, and that no data are behind it', () => {
    const { alt } = drawBuckets();
    expect(alt).toContain(`${shares.map(({ label, of100 }) => `${label}, ${of100}`).join('; ')}.`);
    expect(shares.map(({ of100 }) => of100)).toEqual([20, 60, 20]);
    expect(alt).toContain('no data behind it');
  });

  test('name each year with its weight, the reader’s own year, and that no data are behind it', () => {
    const { alt } = drawReputation({ stage: 'pgy1' });
    expect(alt).toContain('M3 40, M4 65, PGY1 80, PGY2 90, PGY3 95.');
    expect(alt).toContain('You are at PGY1.');
    expect(alt).toContain('no data behind it');
    expect(drawReputation({ stage: 'graduate' }).alt).toBe(drawReputation({}).alt);
  });

  test('name the four routes with who is called on each', () => {
    const { alt } = drawRoutes();
    expect(alt).toContain('1, director to director: program directors and the faculty they call.');
    expect(alt).toContain('2, dean or clerkship director: your dean, clerkship and sub-I directors.');
    expect(alt).toContain('3, former residents and faculty: people who trained or taught there and moved on.');
    expect(alt).toContain('4, residents and chiefs: chiefs, residents, nurses and coordinators.');
  });

  test('name the five dimensions with what is asked', () => {
    const { alt } = drawDimensions();
    expect(alt).toContain('Reliability: Show up, follow through, own their mistakes?');
    expect(alt).toContain('Clinical sense: Safe? Would you trust their judgment?');
    expect(alt).toContain('Team fit: Drama, attitude or ego problems?');
    expect(alt).toContain('Work ethic: Disappear, cut corners or coast?');
    expect(alt).toContain('Professionalism: Complaints, write-ups, odd behavior?');
  });

  test('name the three phases of the account with what happens in each', () => {
    const { alt } = drawPhases();
    expect(alt).toContain('Early, late Sep to early Oct: initial interviews, quiet observation.');
    expect(alt).toContain('Middle, mid Oct to mid Nov: pick pre-match targets, start backchannel calls.');
    expect(alt).toContain('Late, late Nov to Dec: send early offers, sign contracts.');
    expect(alt).toContain('not an official calendar');
  });

  test('name today, every phase, and each official date as expected or confirmed', () => {
    const { alt } = seasonOn('2026-10-29', confirmed);
    expect(alt).toContain(
      'Today, Thu, Oct 29, 2026, is in week 17, middle phase, which lasts until Fri, Nov 20, 2026.',
    );
    expect(alt).toContain('early phase from Wed, Sep 23, middle phase from Thu, Oct 15, late phase from Sat, Nov 21');
    expect(alt).toContain('Ranking opens: expected Mon, Feb 1, 2027.');
    expect(alt).toContain('Rank lists due: confirmed Wed, Mar 3, 2027.');
  });

  test('name one’s own next dates among the official ones, and draw all of them on the year', () => {
    const { alt, svg } = seasonOn('2026-10-29', seasonRules, interviews);
    expect(alt).toContain(
      'Interview: yours, Tue, Nov 3, 2026. Social: yours, Fri, Nov 6, 2026. Ranking opens: expected',
    );
    expect(alt).toContain('Rank lists due: expected Wed, Mar 3, 2027.');
    // Twelve on the strip, two in the list.
    expect(svg.match(/<circle/g)).toHaveLength(14);
  });

  test('say once what both application systems do on one day', () => {
    const { alt } = seasonOn('2027-05-20');
    expect(seasonOn('2026-08-20').alt.match(/You may submit/g)).toHaveLength(1);
    expect(alt).not.toContain('undefined');
  });

  test('never give a date that is a guess', () => {
    expect(seasonOn('2027-01-20').alt).not.toContain('Registration ends');
    expect(seasonOn('2027-01-20').svg).not.toContain('Jan 29');
  });
});
