import { keysOf, routes } from '../domain/vocabulary.ts';
import { box, capital, colors, type Drawing, MARGIN, sheet, text, WIDTH } from './canvas.ts';

const TOP = 112;
const ROW = 124;
const TALL = 106;
const FROM = 214;
const TO = 650;
const MIDDLE = TOP + 2 * ROW - (ROW - TALL) / 2;

/** A director on one side, you on the other, and between them the four groups of people who are asked. */
export function drawRoutes(): Drawing {
  const ways = keysOf(routes).map((route, index) => ({ ...routes[route], y: TOP + index * ROW }));
  const marks = [
    ...ways.map(({ y }) => line(MARGIN + 126, MIDDLE, FROM - 8, y + TALL / 2, true)),
    ...ways.map(({ y }) => line(TO, y + TALL / 2, WIDTH - MARGIN - 50, MIDDLE, false)),
    box(MARGIN, MIDDLE - 74, 128, 148, colors.deepSlate),
    ...['A', 'director', 'asks'].map((word, index) => text(MARGIN + 64, MIDDLE - 28 + 38 * index, word, inWhite)),
    ...ways.flatMap(({ label, who, y }, index) => [
      box(FROM, y, TO - FROM, TALL, 'white'),
      text(FROM + 22, y + 44, `${index + 1}  ${capital(label)}`, { bold: true }),
      text(FROM + 22, y + 84, who, { fill: colors.quiet }),
    ]),
    `<circle cx="${WIDTH - MARGIN - 48}" cy="${MIDDLE}" r="48" fill="${colors.sage}"/>`,
    text(WIDTH - MARGIN - 48, MIDDLE + 11, 'You', { ...inWhite, size: 32 }),
  ];
  return {
    svg: sheet({ title: 'The four routes your name travels', height: TOP + 4 * ROW + 22, marks }),
    alt: `A director who wants to know about you asks on four routes. ${ways
      .map(({ label, who }, index) => `${index + 1}, ${label}: ${who}.`)
      .join(' ')}`,
  };
}

const inWhite = { fill: 'white', bold: true, anchor: 'middle' } as const;

/** A soft curve from one side to the other, with an arrow's head where somebody is asked. */
function line(x1: number, y1: number, x2: number, y2: number, head: boolean): string {
  const bend = (x2 - x1) / 2;
  const curve = `<path d="M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}" fill="none" stroke="${colors.slate}" stroke-width="4"/>`;
  return head ? `${curve}<path d="M${x2 - 8} ${y2 - 10}l16 10l-16 10z" fill="${colors.slate}"/>` : curve;
}
