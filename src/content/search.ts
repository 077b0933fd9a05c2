import MiniSearch, { type SearchOptions } from 'minisearch';
import type { Piece, Topic } from './types.ts';

/** Words that every question has and no answer is found by: left out of a search that has others. */
const empty = new Set(
  `a an and are as at be can could did do does for from get had has have how i if in is it me my of on or should so
  that the their them then there they this to was what when where which who why will with would you your`.split(/\s+/),
);

/** Words are compared in lower case, without apostrophes: "Dean's" is "deans". */
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/['’]/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** How much a match counts by where it stands. */
const boost = { title: 4, answer: 2, topic: 1.5, body: 1 };

/** Letters that may be wrong in a word. */
const typingErrors = (word: string): number => (word.length > 4 ? 2 : word.length > 3 ? 1 : 0);

/** All words before some of them, and as they are written before as they may be meant. The first to find anything counts. */
const ways: SearchOptions[] = [
  { combineWith: 'AND' },
  { combineWith: 'AND', fuzzy: typingErrors },
  { combineWith: 'OR' },
  { combineWith: 'OR', fuzzy: typingErrors },
];

/**
 * Finds pieces by their titles, answers, bodies and topics' titles, in spite of typing errors and unfinished words.
 * @param synonyms groups of words that mean the same: a search for one finds the others.
 */
export function createSearch(
  pieces: ReadonlyMap<string, Piece>,
  topics: readonly Topic[],
  synonyms: readonly (readonly string[])[],
): (text: string, limit: number) => Piece[] {
  const titles = new Map(topics.map(({ id, title }) => [id, title]));
  const index = new MiniSearch({
    fields: Object.keys(boost),
    tokenize: wordsOf,
    processTerm: word => word,
    searchOptions: { boost, prefix: word => word.length > 2 },
  });
  index.addAll(
    [...pieces.values()].map(({ id, title, answer, body, topic }) => ({
      id,
      title,
      answer,
      body,
      topic: titles.get(topic),
    })),
  );

  return (text, limit) => {
    const readings = withSynonyms(text, synonyms).map(telling);
    for (const way of ways) {
      const queries = readings.map((reading, rank) => ({
        ...way,
        queries: [reading],
        boostTerm: () => (rank ? 0.5 : 1),
      }));
      const found = index.search({ combineWith: 'OR', queries });
      if (found.length > 0) return found.slice(0, limit).flatMap(({ id }) => pieces.get(id) ?? []);
    }
    return [];
  };
}

/** The text, and after it the text with one word exchanged for another that means the same. */
function withSynonyms(text: string, groups: readonly (readonly string[])[]): string[] {
  const spoken = inWords(text);
  const others = groups.flatMap(group => {
    const words = group.map(inWords);
    const said = words.map(word => new RegExp(` ${word.trim()}s? `, 'u')).find(pattern => pattern.test(spoken));
    return said ? words.filter(word => !said.test(word)).map(word => spoken.replace(said, word)) : [];
  });
  return [spoken, ...others];
}

function telling(reading: string): string {
  const words = wordsOf(reading);
  const left = words.filter(word => !empty.has(word));
  return (left.length > 0 ? left : words).join(' ');
}

/** Words with a blank around each, so that a word is only found whole: " sub i ". */
const inWords = (text: string): string => ` ${wordsOf(text).join(' ')} `;
