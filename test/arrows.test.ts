import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

/** What each part of the house may import. `types`: by `import type` alone, since nothing of it is then called. */
const ARROWS: Record<string, { may: string[]; types?: string[] }> = {
  domain: { may: [] },
  content: { may: ['domain'] },
  core: { may: ['domain'], types: ['content'] },
  charts: { may: ['domain'], types: ['content'] },
  exchange: { may: ['core', 'domain'] },
  commands: { may: ['core', 'domain', 'content', 'charts', 'exchange'] },
  store: { may: ['core', 'domain'] },
  dispatcher: { may: ['core'] },
  operations: { may: ['core', 'domain'] },
  doors: { may: ['core', 'domain'] },
  'doors/slack': { may: ['doors', 'core', 'domain'], types: ['config.ts'] },
  'doors/discord': { may: ['doors', 'core', 'domain'], types: ['config.ts'] },
  'doors/playground': { may: ['doors', 'core', 'domain'], types: ['config.ts', 'content'] },
  'config.ts': { may: ['core', 'variables.ts'] },
  'variables.ts': { may: [] },
};

interface Arrow {
  from: string;
  to: string;
  typesOnly: boolean;
  line: string;
}

/** The part of the house that a file of `src` is in: its first folder, or the file itself; each door is one of its own. */
const partOf = (path: string): string => /^doors\/\w+(?=\/)/.exec(path)?.[0] ?? path.split('/')[0] ?? path;

function arrowsOf(file: string, text: string): Arrow[] {
  const imports = text.matchAll(/^(import|export)( type)? [^'"]*?from '(\.[^']+)';|import\('(\.[^']+)'\)/gm);
  return [...imports].map(([line, , types, from, lazy]) => ({
    from: partOf(file),
    to: partOf(relative('.', join(dirname(file), from ?? lazy ?? ''))),
    typesOnly: types !== undefined,
    line: `${file}: ${line.replace(/\s+/g, ' ')}`,
  }));
}

function wrong({ from, to, typesOnly }: Arrow): boolean {
  if (from === to || ['main.ts', 'start.ts'].includes(from)) return false;
  const arrow = ARROWS[from];
  return !arrow || !(arrow.may.includes(to) || (typesOnly && arrow.types?.includes(to)));
}

const wrongIn = (file: string, text: string): string[] =>
  arrowsOf(file, text)
    .filter(wrong)
    .map(({ line }) => line);

/** By file, what it imports to run: types ask for nothing. */
function valueImports(): Map<string, string[]> {
  const files = globSync('**/*.ts', { cwd: 'src' }).filter(file => !file.includes('generated/'));
  return new Map(
    files.map(file => {
      const text = readFileSync(join('src', file), 'utf8');
      const imports = text.matchAll(/^(?:import|export)(?! type) [^'"]*?from '(\.[^']+)';/gm);
      return [file, [...imports].map(([, to = '']) => join(dirname(file), to))];
    }),
  );
}

/** The first circle that imports make, as the files on it; undefined where there is none. */
function circleIn(imports: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>();
  const follow = (file: string, way: string[]): string[] | undefined => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const to of imports.get(file) ?? []) {
      const circle = follow(to, [...way, file]);
      if (circle) return circle;
    }
    done.add(file);
    return undefined;
  };
  return [...imports.keys()].map(file => follow(file, [])).find(circle => circle !== undefined);
}

test('imports make no circle', () => {
  expect(circleIn(valueImports())).toBeUndefined();
  expect(circleIn(new Map(Object.entries({ a: ['b'], b: ['c'], c: ['b'] })))).toEqual(['b', 'c', 'b']);
});

test('a file has at most 250 lines, and half of them fewer than 90', () => {
  const lengths = [...valueImports().keys()].map(file => ({
    file,
    lines: readFileSync(join('src', file), 'utf8').split('\n').length - 1,
  }));
  expect(lengths.filter(({ lines }) => lines > 250)).toEqual([]);
  const sorted = lengths.map(({ lines }) => lines).toSorted((one, other) => one - other);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(90);
});

test('every import arrow points the way that the house allows', () => {
  const files = globSync('**/*.ts', { cwd: 'src' }).filter(file => !file.includes('generated/'));
  expect(files.length).toBeGreaterThan(50);
  expect(files.flatMap(file => wrongIn(file, readFileSync(join('src', file), 'utf8')))).toEqual([]);
});

test('an arrow that points the wrong way is found', () => {
  expect(wrongIn('domain/a.ts', "import { openStore } from '../store/open.ts';")).toHaveLength(1);
  expect(wrongIn('doors/slack/a.ts', "import { render } from '../discord/render.ts';")).toHaveLength(1);
  expect(wrongIn('doors/clip.ts', "import { render } from './slack/render.ts';")).toHaveLength(1);
  expect(wrongIn('core/a.ts', "import { log } from '../commands/log.ts';")).toHaveLength(1);
  expect(wrongIn('core/a.ts', "const x = await import('../store/open.ts');")).toHaveLength(1);
  expect(wrongIn('content/a.ts', "import type { Phase } from '../domain/season.ts';")).toEqual([]);
});
