import { type Standing, standings } from '../domain/network/callers.ts';
import { type Route, routes } from '../domain/vocabulary.ts';
import { capital, list } from '../domain/words/sentences.ts';
import { box, type Color, colors, type Drawing, dot, MARGIN, sheet, text, WIDTH, wrap } from './canvas.ts';

/** `reached`: somebody has good things to say. `quiet`: there is somebody, and no good word is logged yet. */
export type Reach = 'reached' | 'worry' | 'quiet' | 'nobody';

export interface NetworkData {
  /** The program that it is drawn for. */
  program?: string;
  /** All four, each with the names of those who could be called, by what they would say. */
  routes: { route: Route; reach: Reach; names: Record<Standing, readonly string[]> }[];
}

const TOP = 112;
const GAP = 12;
/** A route's head, each line below it, and what is left under the last. */
const HEAD = 44;
const LINE = 33;
const FOOT = 14;
/** Lines below the four heads: more would make the picture higher than wide. */
const MOST_LINES = 11;
const LETTERS = 29;
const director = { x: MARGIN, width: 124 };
const asked = { x: 196, width: 470 };
const you = { x: 692, width: WIDTH - MARGIN - 692 };
const inWhite = { fill: 'white', bold: true, anchor: 'middle' } as const;

const looks: Record<Reach, Color> = {
  reached: colors.sage,
  worry: colors.amber,
  quiet: colors.paleSlate,
  nobody: colors.faint,
};
const said: Record<Standing, { words: string; color: Color }> = {
  strong: { words: 'In a second', color: colors.sage },
  concern: { words: 'A concern', color: colors.amber },
  good: { words: 'Good things', color: colors.slate },
  silent: { words: 'No good word yet', color: colors.paleSlate },
};

interface Line {
  standing?: Standing;
  /** The first line of what is said of these people, which has their color beside it. */
  isFirst: boolean;
  words: string;
}

/** The four routes with those who could be called on each; a route that reaches the program is drawn through. */
export function drawNetwork({ program, routes: ways }: NetworkData): Drawing {
  const title = program ? `Who ${program} could call` : 'Who could be called about you';
  const lines = fitting(ways);
  const tall = lines.map(of => HEAD + LINE * of.length + FOOT);
  const tops = tall.map((_, index) => TOP + tall.slice(0, index).reduce((sum, one) => sum + one + GAP, 0));
  const height = tall.reduce((sum, one) => sum + one + GAP, -GAP);
  const marks = [
    box(director.x, TOP, director.width, height, colors.deepSlate, 20),
    ...['A', 'director', 'asks'].map((word, index) =>
      text(director.x + director.width / 2, TOP + height / 2 - 28 + 38 * index, word, { ...inWhite, size: 28 }),
    ),
    box(you.x, TOP, you.width, height, colors.sage, 14),
    text(you.x + you.width / 2, TOP + height / 2 + 10, 'you', { ...inWhite, size: 28 }),
    ...ways.flatMap(({ route, reach }, index) => {
      const [y = 0, rows = 0] = [tops[index], tall[index]];
      const middle = y + rows / 2;
      return [
        way(director.x + director.width + 4, asked.x - 4, middle, reach),
        way(asked.x + asked.width + 4, you.x - 4, middle, reach),
        box(asked.x, y, asked.width, rows, 'white', 16),
        box(asked.x, y, 14, rows, looks[reach], 7),
        text(asked.x + 28, y + 36, capital(routes[route].label), { size: 28, bold: true }),
        ...(lines[index] ?? []).flatMap(({ standing, isFirst, words }, row) => [
          standing && isFirst ? dot(asked.x + 37, y + HEAD + LINE * row + 15, 8, said[standing].color) : '',
          text(asked.x + 56, y + HEAD + LINE * row + 25, words, {
            size: 28,
            fill: standing === 'silent' || !standing ? colors.quiet : colors.ink,
          }),
        ]),
      ];
    }),
  ];
  return { svg: sheet({ title: shorten(title, 32), height: TOP + height + MARGIN, marks }), alt: inWords(title, ways) };
}

/**
 * What is written of each route: first who would take the user in a second, then any concern, all of them by name; the
 * others where there is room.
 */
function fitting(ways: NetworkData['routes']): Line[][] {
  const plans: ((standing: Standing) => number)[] = [
    () => Number.POSITIVE_INFINITY,
    standing => (standing === 'strong' || standing === 'concern' ? Number.POSITIVE_INFINITY : 1),
    standing => (standing === 'strong' || standing === 'concern' ? Number.POSITIVE_INFINITY : 0),
    standing => (standing === 'strong' || standing === 'concern' ? 2 : 0),
    standing => (standing === 'strong' || standing === 'concern' ? 1 : 0),
  ];
  const drawn = plans.map(most => ways.map(({ names }) => linesOf(names, most)));
  const count = (all: Line[][]) => all.reduce((sum, of) => sum + of.length, 0);
  return drawn.find(all => count(all) <= MOST_LINES) ?? drawn.at(-1) ?? [];
}

function linesOf(names: NetworkData['routes'][number]['names'], most: (standing: Standing) => number): Line[] {
  const lines = standings.flatMap((standing): Line[] => {
    const room = most(standing);
    if (names[standing].length === 0 || room === 0) return [];
    return sayAll(said[standing].words, names[standing], room).map((words, index) => ({
      standing,
      isFirst: index === 0,
      words,
    }));
  });
  return lines.length > 0 ? lines : [{ isFirst: true, words: 'Nobody yet' }];
}

/** All the names, or, in so many lines, as many as there is room for and how many there are besides. */
function sayAll(words: string, names: readonly string[], room: number): string[] {
  // A name is not broken at the end of a line.
  const short = names.map(name => shorten(name, LETTERS).replaceAll(' ', '\u00a0'));
  for (let shown = short.length; shown > 0; shown -= 1) {
    const more = short.length - shown;
    const all = `${words}: ${short.slice(0, shown).join(', ')}${more > 0 ? `, +${more}` : ''}`;
    const lines = wrap(all, LETTERS).map(line => shorten(line, LETTERS));
    if (lines.length <= room) return lines;
  }
  return [shorten(`${words}: ${names.length}`, LETTERS)];
}

/** A picture's words may have so many characters. */
const LONGEST_ALT = 1000;

function inWords(title: string, ways: NetworkData['routes']): string {
  const say = (most: number, letters: number) =>
    `${title}, on four routes. ${ways
      .map(({ route, names }) => {
        const groups = standings
          .filter(standing => names[standing].length > 0)
          .map(standing => {
            const all = names[standing].map(name => shorten(name, letters));
            return `${said[standing].words.toLowerCase()}: ${list(all, standing === 'strong' || standing === 'concern' ? Math.max(most, 6) : most)}`;
          });
        return `${capital(routes[route].label)}: ${groups.join('; ') || 'nobody yet'}.`;
      })
      .join(' ')}`;
  const tries = [say(Number.POSITIVE_INFINITY, 60), say(4, 30), say(2, 20), say(2, 8)];
  return tries.find(words => words.length <= LONGEST_ALT) ?? shorten(tries.at(-1) ?? title, LONGEST_ALT);
}

const shorten = (words: string, letters: number): string =>
  words.length <= letters ? words : `${words.slice(0, letters - 1).trimEnd()}…`;

/** A line where the route reaches, dashes where it does not yet. */
const way = (from: number, to: number, y: number, reach: Reach): string =>
  `<path d="M${from} ${y}H${to}" stroke="${colors.slate}" stroke-width="5" stroke-linecap="round"${reach === 'reached' ? '' : ' stroke-dasharray="1 12"'}/>`;
