/** How many letters to add, leave out, change or swap with the next one: Damerau-Levenshtein, optimal alignment. */
export function distance(one: string, other: string): number {
  const [from, to] = [[...one], [...other]];
  const rows: number[][] = [to.map((_, j) => j).concat(to.length)];
  for (const [i, letter] of from.entries()) {
    const row = [i + 1];
    for (const [j, target] of to.entries()) {
      const swapped = i > 0 && j > 0 && letter === to[j - 1] && from[i - 1] === target;
      row.push(
        Math.min(
          (rows[i]?.[j + 1] ?? 0) + 1,
          (row[j] ?? 0) + 1,
          (rows[i]?.[j] ?? 0) + (letter === target ? 0 : 1),
          swapped ? (rows[i - 1]?.[j - 1] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    rows.push(row);
  }
  return rows.at(-1)?.at(-1) ?? 0;
}

/** Longer than any word of ours: it is not compared. */
const LONGEST = 40;

/** How many slips of the finger a word of so many letters may have and still be meant. */
const slipsIn = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** Whether the two differ as by a slip of the finger, which seldom is the first letter. */
export function isSlip(one: string, other: string): boolean {
  const length = Math.max(one.length, other.length);
  if (length > LONGEST || one[0] !== other[0]) return false;
  return distance(one, other) <= slipsIn(length);
}

/** Those among `words` that what was typed may have been meant for, nearest first: slips, beginnings, and parts. */
export function nearest<Item>(typed: string, items: readonly Item[], wordsOf: (item: Item) => readonly string[]) {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '' || wanted.length > LONGEST) return [];
  const rank = (word: string): number => {
    const far = distance(wanted, word);
    if (far <= Math.max(1, Math.floor(Math.min(wanted.length, word.length) / 3))) return far;
    if (wanted.length > 2 && (word.startsWith(wanted) || wanted.startsWith(word))) return 5;
    return wanted.length > 3 && word.length > 3 && (word.includes(wanted) || wanted.includes(word)) ? 6 : 9;
  };
  return items
    .map(item => ({ item, rank: Math.min(...wordsOf(item).map(word => rank(word.toLowerCase()))) }))
    .filter(({ rank }) => rank < 9)
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ item }) => item);
}
