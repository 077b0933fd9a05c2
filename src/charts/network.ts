import { type Route, routes } from '../domain/vocabulary.ts';
import { capital, list } from '../domain/words/sentences.ts';
import { box, type Color, colors, type Drawing, MARGIN, sheet, text, WIDTH } from './canvas.ts';

/** `reached`: somebody has good things to say. `quiet`: there is somebody, and no good word is logged yet. */
export type Reach = 'reached' | 'worry' | 'quiet' | 'nobody';

export interface NetworkData {
  /** The program that it is drawn for. */
  program?: string;
  /** All four, each with the names of those who could be called. */
  routes: { route: Route; reach: Reach; names: string[] }[];
}

const TOP = 112;
const ROW = 142;
const TALL = 126;
const HEIGHT = 4 * ROW - (ROW - TALL);
const director = { x: MARGIN, width: 130 };
const asked = { x: 214, width: 440 };
const you = { x: 682, width: WIDTH - MARGIN - 682 };
const inWhite = { fill: 'white', bold: true, anchor: 'middle' } as const;

const looks: Record<Reach, { color: Color; words: string }> = {
  reached: { color: colors.sage, words: 'a good word' },
  worry: { color: colors.amber, words: 'a worry is open' },
  quiet: { color: colors.paleSlate, words: 'no good word yet' },
  nobody: { color: colors.faint, words: 'nobody yet' },
};

/** The four routes with those who could be called on each; a route that reaches the program is drawn through. */
export function drawNetwork({ program, routes: ways }: NetworkData): Drawing {
  const title = program ? `Who ${program} could call` : 'Who could be called about you';
  const marks = [
    box(director.x, TOP, director.width, HEIGHT, colors.deepSlate, 20),
    ...['A', 'director', 'asks'].map((word, index) =>
      text(director.x + director.width / 2, TOP + HEIGHT / 2 - 28 + 38 * index, word, inWhite),
    ),
    box(you.x, TOP, you.width, HEIGHT, colors.sage, 20),
    text(you.x + you.width / 2, TOP + HEIGHT / 2 + 10, 'you', inWhite),
    ...ways.flatMap(({ route, reach, names }, index) => {
      const y = TOP + index * ROW;
      const { color, words } = looks[reach];
      return [
        way(director.x + director.width + 4, asked.x - 4, y + TALL / 2, reach),
        way(asked.x + asked.width + 4, you.x - 4, y + TALL / 2, reach),
        box(asked.x, y, asked.width, TALL, 'white', 16),
        box(asked.x, y, 18, TALL, color, 9),
        text(asked.x + 36, y + 40, capital(routes[route].label), { size: 28, bold: true }),
        ...[shorten(list(names, 2), 27), words]
          .filter(Boolean)
          .map((line, row) =>
            text(asked.x + 36, y + 76 + 34 * row, line, { size: 28, fill: row ? colors.quiet : colors.ink }),
          ),
      ];
    }),
  ];
  return {
    svg: sheet({ title: shorten(title, 32), height: TOP + HEIGHT + MARGIN, marks }),
    alt: `${title}, on four routes. ${ways
      .map(
        ({ route, reach, names }) =>
          `${capital(routes[route].label)}: ${names.length > 0 ? `${list(names, 3)}, ` : ''}${looks[reach].words}.`,
      )
      .join(' ')}`,
  };
}

const shorten = (words: string, letters: number): string =>
  words.length <= letters ? words : `${words.slice(0, letters - 1).trimEnd()}…`;

/** A line where the route reaches, dashes where it does not yet. */
const way = (from: number, to: number, y: number, reach: Reach): string =>
  `<path d="M${from} ${y}H${to}" stroke="${colors.slate}" stroke-width="5" stroke-linecap="round"${reach === 'reached' ? '' : ' stroke-dasharray="1 12"'}/>`;
