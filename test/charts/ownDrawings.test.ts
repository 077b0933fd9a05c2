import { describe, expect, test } from 'vitest';
import { drawAudit } from '../../src/charts/audit.ts';
import { type Drawing, MARGIN, WIDTH } from '../../src/charts/canvas.ts';
import { drawNetwork } from '../../src/charts/network.ts';
import { toPng } from '../../src/charts/png.ts';
import { overlap, shapes, textBoxes, within } from './boxes.ts';

const LONG = 'Dr. Maximiliane Wolkenstein-Throckmorton';

const nobody = { strong: [], concern: [], good: [], silent: [] };
const many = (name: string, count: number) => Array.from({ length: count }, (_, index) => `${name}${index}`);

const drawings: [string, () => Drawing][] = [
  [
    'a network with everything',
    () =>
      drawNetwork({
        program: 'Lakeside IM',
        routes: [
          {
            route: 'directors',
            reach: 'reached',
            names: { ...nobody, strong: ['Dr. Patel', 'Dr. Osei'], good: ['Dr. Lee'] },
          },
          { route: 'dean', reach: 'nobody', names: nobody },
          { route: 'former', reach: 'quiet', names: { ...nobody, silent: ['Ana'] } },
          { route: 'residents', reach: 'worry', names: { ...nobody, concern: ['Kim'], silent: ['Lou'] } },
        ],
      }),
  ],
  [
    'a network with names too long to write',
    () =>
      drawNetwork({
        program: `${LONG} Memorial Hospital of the Northern Lakes`,
        routes: (['directors', 'dean', 'former', 'residents'] as const).map(route => ({
          route,
          reach: 'reached',
          names: { strong: [LONG, LONG], concern: [LONG], good: [LONG, LONG], silent: [LONG] },
        })),
      }),
  ],
  [
    'a network of many people',
    () =>
      drawNetwork({
        routes: (['directors', 'dean', 'former', 'residents'] as const).map(route => ({
          route,
          reach: 'reached',
          names: { strong: many('Dr. S', 9), concern: many('C', 9), good: many('G', 20), silent: many('Q', 40) },
        })),
      }),
  ],
  [
    'an audit',
    () =>
      drawAudit({
        weakest: 'professionalism',
        lines: [
          { dimension: 'reliability', own: 'always', good: 12, worries: 0 },
          { dimension: 'clinical-sense', own: 'mostly', good: 1, worries: 1 },
          { dimension: 'team-fit', own: 'sometimes', good: 0, worries: 0 },
          { dimension: 'work-ethic', own: null, good: 0, worries: 0 },
          { dimension: 'professionalism', own: 'not-yet', good: 3, worries: 12 },
        ],
      }),
  ],
];

describe.each(drawings)('%s', (_, draw) => {
  const { svg, alt } = draw();
  const texts = textBoxes(svg);
  const height = Number(/height="(\d+)"/.exec(svg)?.[1]);

  test('keeps every text on the sheet, inside the box it is written in, and clear of the others', () => {
    const page = { what: 'the sheet', left: 0, right: WIDTH, top: 0, bottom: height };
    expect(texts.filter(box => !within(box, page, MARGIN - 6))).toEqual([]);
    const on = (box: (typeof texts)[number]) => shapes(svg).find(shape => overlap(box, shape)) ?? page;
    expect(texts.filter(box => !within(box, on(box)))).toEqual([]);
    expect(texts.flatMap((box, index) => texts.slice(index + 1).filter(other => overlap(box, other)))).toEqual([]);
  });

  test('is a small picture, as high as wide at most, with text that a phone shows large enough', async () => {
    expect(height).toBeLessThanOrEqual(WIDTH);
    expect((await toPng(svg)).length).toBeLessThan(100_000);
    const sizes = [...svg.matchAll(/font-size="(\d+)"/g)].map(([, size]) => Number(size));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(28);
  });

  test('is said in words of at most 1,000 characters', () => expect(alt.length).toBeLessThanOrEqual(1000));
});
