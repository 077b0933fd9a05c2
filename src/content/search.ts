import MiniSearch from 'minisearch';
import { stemsOf, tellingWords, withSynonyms, wordsOf } from './searchWords.ts';
import type { Piece, Topic } from './types.ts';

/** How much a match counts by where it stands. */
const boost = { title: 4, asked: 4, answer: 2, topic: 1.5, body: 1 };
type Field = keyof typeof boost;

/** Letters that may be wrong in a word that no piece has. */
const typingErrors = (word: string): number => (word.length > 7 ? 2 : word.length > 4 ? 1 : 0);

/** How much of a question a piece has to speak of, by what its words tell: below it, it is a guess. */
const FLOOR = 0.5;
/** What a word that stands only in the middle of a piece tells of what the piece is about. */
const IN_BODY = 0.65;
/** A reading with a word exchanged for another is a little less what was asked. */
const EXCHANGED = 0.8;

/** "noets" with each two neighbors exchanged: what is hit in the wrong order. */
const exchanges = (word: string): string[] =>
  Array.from(
    { length: Math.max(0, word.length - 1) },
    (_, at) => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
  );

/** By piece, in the words that people look for it with. */
export type Asked = ReadonlyMap<string, readonly string[]>;

interface Ranked {
  piece: Piece;
  score: number;
  /** How much of the question it speaks of, 0 to 1. */
  share: number;
}

/**
 * Finds pieces by their titles, answers, bodies, topics' titles and what people ask, by the stems of words and in spite
 * of typing errors and unfinished words. Several words must fit together: a piece that speaks of too little of a
 * question is not found.
 * @param synonyms groups of words that mean the same: a search for one finds the others.
 */
export function createSearch(
  pieces: ReadonlyMap<string, Piece>,
  topics: readonly Topic[],
  synonyms: readonly (readonly string[])[],
  asked: Asked = new Map(),
): { search(text: string, limit: number): Piece[]; nearestTopics(text: string, limit: number): Topic[] } {
  const byId = new Map(topics.map(topic => [topic.id, topic]));
  const index = new MiniSearch<{ id: string } & Record<Field, string>>({
    fields: Object.keys(boost),
    tokenize: stemsOf,
    processTerm: stem => stem,
    searchOptions: { boost },
  });
  const documents = [...pieces.values()].map(({ id, title, answer, body, topic }) => ({
    id,
    title,
    answer,
    body,
    topic: byId.get(topic)?.title ?? '',
    asked: (asked.get(id) ?? []).join('\n'),
  }));
  index.addAll(documents);

  /** How many pieces have a stem: one that many have tells little. */
  const having = new Map<string, number>();
  for (const document of documents)
    for (const stem of new Set(Object.values(document).flatMap(stemsOf))) having.set(stem, (having.get(stem) ?? 0) + 1);
  const tells = (stem: string): number => Math.log(1 + documents.length / (having.get(stem) ?? 0.5));

  /** The stem of a word; of one that no piece has, that of the word with two letters exchanged, where there is one. */
  const meant = (word: string): string => {
    const [stem = ''] = stemsOf(word);
    if (having.has(stem)) return stem;
    return (
      exchanges(word)
        .flatMap(stemsOf)
        .find(other => having.has(other)) ?? stem
    );
  };

  function ranked(text: string): Ranked[] {
    const best = new Map<string, Ranked>();
    for (const [place, reading] of withSynonyms(text, synonyms).entries()) {
      const stems = [...new Set(tellingWords(reading).map(meant))];
      const whole = stems.reduce((sum, stem) => sum + tells(stem), 0);
      const found = index.search(stems.join(' '), {
        tokenize: words => words.split(' ').filter(Boolean),
        combineWith: 'OR',
        prefix: stem => stem.length > 2 && !having.has(stem),
        fuzzy: stem => !having.has(stem) && typingErrors(stem),
      });
      for (const { id, score, queryTerms, match, terms } of found) {
        const piece = pieces.get(id);
        if (!piece) continue;
        const fields = new Set(terms.flatMap(term => match[term] ?? []));
        const told = queryTerms.reduce((sum, stem) => sum + tells(stem), 0) / whole;
        const isAbout = [...fields].some(field => field !== 'body');
        const share = told * (isAbout ? 1 : IN_BODY);
        const weighed = score * told ** 2 * (place === 0 ? 1 : EXCHANGED);
        if (weighed > (best.get(id)?.score ?? 0)) best.set(id, { piece, score: weighed, share });
      }
    }
    return [...best.values()].toSorted((one, other) => other.score - one.score);
  }

  return {
    search(text, limit) {
      const title = wordsOf(text).join(' ');
      const exact = [...pieces.values()].filter(piece => title !== '' && wordsOf(piece.title).join(' ') === title);
      const found = ranked(text).flatMap(({ piece, share }) => (share >= FLOOR ? [piece] : []));
      return [...new Set([...exact, ...found])].slice(0, limit);
    },
    nearestTopics(text, limit) {
      const scores = new Map<Topic, number>();
      for (const { piece, score } of ranked(text)) {
        const topic = byId.get(piece.topic);
        if (topic) scores.set(topic, (scores.get(topic) ?? 0) + score);
      }
      const near = [...scores].toSorted(([, one], [, other]) => other - one).map(([topic]) => topic);
      // The first and the one with the short answers, where nothing is near.
      const usual = ['faq', 'what-it-is'].flatMap(id => byId.get(id) ?? []);
      return [...new Set([...near, ...usual, ...topics])].slice(0, limit);
    },
  };
}
