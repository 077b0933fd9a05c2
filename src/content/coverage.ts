const LAST = { S: 249, X: 9 } as const;

/** Every number of the checklist that the texts are written from, in its order: S1 to S249, X1 to X9. */
export const coverNumbers: readonly string[] = Object.entries(LAST).flatMap(([letter, last]) =>
  Array.from({ length: last }, (_, index) => `${letter}${index + 1}`),
);

const known = new Set(coverNumbers);
export const isCoverNumber = (text: string): boolean => known.has(text);

/** What each text covers, by its path without the ending: `advice/the-four-routes`. */
export type Covers = ReadonlyMap<string, readonly string[]>;

/** The texts that carry each number, by number and path. */
function coverageOf(covers: Covers): Map<string, string[]> {
  const texts = [...covers].sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(
    coverNumbers.map(number => [number, texts.flatMap(([text, own]) => (own.includes(number) ? text : []))]),
  );
}

/** `coverage.yaml`, as `npm run content:coverage` writes it. */
export function coverageYaml(covers: Covers): string {
  const lines = [...coverageOf(covers)].map(([number, texts]) => `${number}: [${texts.join(', ')}]`);
  return ['# Made from the `covers` of the texts by: npm run content:coverage', ...lines, ''].join('\n');
}

/** What is wrong with a coverage that was read from its file, in sentences; empty where it says what the texts say. */
export function coverageMistakes(recorded: Record<string, readonly string[]>, covers: Covers): string[] {
  const real = coverageOf(covers);
  const strangers = Object.entries(recorded).flatMap(([number, texts]) => [
    ...(real.has(number) ? [] : [`${number} is no number of the checklist`]),
    ...texts.filter(text => !covers.has(text)).map(text => `${number}: there is no ${text}`),
  ]);
  const gaps = [...real].flatMap(([number, texts]) => {
    const stale = texts.join() !== (recorded[number] ?? []).join();
    return [
      ...(texts.length === 0 ? [`${number}: no text carries it`] : []),
      ...(stale ? [`${number}: out of date, run npm run content:coverage`] : []),
    ];
  });
  return [...strangers, ...gaps];
}
