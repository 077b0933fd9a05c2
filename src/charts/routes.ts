import { keysOf, routes } from '../domain/vocabulary.ts';
import { capital } from '../domain/words/sentences.ts';
import { box, colors, type Drawing, dot, MARGIN, sheet, text, WIDTH, wrap } from './canvas.ts';

const TOP = 112;
const ROW = 142;
const TALL = 126;
const HEIGHT = 4 * ROW - (ROW - TALL);
/** The director's column, the boxes, and your column, from left to right. */
const director = { x: MARGIN, width: 130 };
const asked = { x: 214, width: 440 };
const you = { x: 682, width: WIDTH - MARGIN - 682 };

const inWhite = { fill: 'white', bold: true, anchor: 'middle' } as const;

/** A director on one side, you on the other, and between them the four groups of people who are asked. */
export function drawRoutes(): Drawing {
  const ways = keysOf(routes).map((route, index) => ({ ...routes[route], number: index + 1, y: TOP + index * ROW }));
  const marks = [
    box(director.x, TOP, director.width, HEIGHT, colors.deepSlate, 20),
    ...['A', 'director', 'asks', 'about'].map((word, index) =>
      text(director.x + director.width / 2, TOP + HEIGHT / 2 - 47 + 38 * index, word, inWhite),
    ),
    box(you.x, TOP, you.width, HEIGHT, colors.sage, 20),
    text(you.x + you.width / 2, TOP + HEIGHT / 2 + 10, 'you', inWhite),
    ...ways.flatMap(({ label, who, number, y }) => [
      arrow(director.x + director.width + 4, asked.x - 22, y + TALL / 2),
      arrow(asked.x + asked.width + 4, you.x - 8, y + TALL / 2),
      box(asked.x, y, asked.width, TALL, 'white', 16),
      dot(asked.x, y + TALL / 2, 20, colors.slate),
      text(asked.x, y + TALL / 2 + 10, String(number), { ...inWhite, size: 28 }),
      text(asked.x + 32, y + 40, capital(label), { size: 28, bold: true }),
      ...wrap(who, 27).map((line, index) =>
        text(asked.x + 32, y + 76 + 34 * index, line, { size: 28, fill: colors.quiet }),
      ),
    ]),
  ];
  return {
    svg: sheet({ title: 'The four routes your name travels', height: TOP + HEIGHT + MARGIN, marks }),
    alt: `A director who wants to know about you asks on four routes. ${ways
      .map(({ label, who, number }) => `${number}, ${label}: ${who}.`)
      .join(' ')}`,
  };
}

function arrow(from: number, to: number, y: number): string {
  return `<path d="M${from} ${y}H${to}m-9 -9l9 9l-9 9" fill="none" stroke="${colors.slate}" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/>`;
}
