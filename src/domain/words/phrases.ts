/** Any white space, wherever lines break; not without end, so that a page of blanks is read as fast as any other. */
const BLANK = '(?:\\s{1,20})';
/** Longest stretch that `…` spans, in characters. */
const GAP = 60;

/**
 * A phrase as a regular expression that finds it as whole words, wherever lines break. A phrase is a regular expression
 * in which a blank is any white space, `…` is a few words of the same sentence, and `{name}` is one of a list of words.
 */
export function phrasePattern(phrase: string, lists: Record<string, string>, cased = false): RegExp {
  const source = expand(phrase, lists).replaceAll(' … ', `(?= )[^.?!]{0,${GAP}}? `).replaceAll(' ', BLANK);
  return new RegExp(`(?<!\\w(?=\\w))(?:${source})(?!(?<=\\w)\\w)`, cased ? 'gu' : 'giu');
}

/**
 * Where a pattern stands in a text, one match after the other. Nearly all of hundreds of patterns stand nowhere, and
 * `matchAll` makes a copy of each before it looks: that alone takes ten to twenty times as long as to look.
 */
export const matchesOf = (pattern: RegExp, text: string): IteratorObject<RegExpExecArray> =>
  text.search(pattern) < 0 ? Iterator.from([]) : text.matchAll(pattern);

const expand = (phrase: string, lists: Record<string, string>): string =>
  phrase.replace(/\{([a-z]+)\}/g, (_, name: string) => {
    const list = lists[name];
    if (list === undefined) throw new Error(`there is no list "${name}"`);
    return `(?:${expand(list, lists)})`;
  });

/** The same text, letter for letter, with the plain forms of quotes and blanks that phrases are written with. */
export const plainLetters = (text: string): string =>
  text
    .replace(/[‘’ʼ`]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\u00a0/g, ' ')
    .replace(/[–—]/g, '-');

/** The sentences of a text, found once for many places in it. A period after a title or initial ends none. */
export function sentencesOf(text: string): { around(start: number, end: number): string } {
  let ends: number[] | undefined;
  const find = () =>
    [...text.matchAll(/(?<!\b(?:Dr|Mr|Mrs|Ms|Prof|[A-Z]))\.(?=\s|$)|[?!\n]+/gu)].map(({ index }) => index);
  return {
    around(start, end) {
      ends ??= find();
      const from = ends.findLast(index => index < start) ?? -1;
      const to = ends.find(index => index >= end) ?? text.length;
      return text.slice(Math.max(from + 1, start - FAR), Math.min(to, end + FAR));
    },
  };
}
/** What stands further off has nothing to do with it, also where no sentence ends. */
const FAR = 600;

/** Each word of a text, and where it stands. */
export const wordsOf = (text: string): { word: string; index: number }[] =>
  [...text.matchAll(/[\p{L}\p{N}](?:[\p{L}\p{N}'’@./-]*[\p{L}\p{N}])?/gu)].map(({ 0: word, index }) => ({
    word,
    index,
  }));
