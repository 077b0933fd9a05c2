import { stemmer } from 'stemmer';

/** Words that every question has and no answer is found by: left out of a search that has others. */
const empty = new Set(
  `a about after all also am an and any anyone anything are as at be because been before being but by can could did do
  does doing done don dont for from get gets getting go going good got had happen happens has have having he her hers
  him his how i if im in into is it its ive just know lot make makes me mean means might mine more most much my need no
  nor not of off on once one only or other our out over please really should so some somebody someone something still
  such tell than that the their them then there these they thing things this those to too up us very want was way we
  well were what whats when where whether which while who whom whose why will with would wont yes you your youre`.split(
    /\s+/,
  ),
);

/** Words are compared in lower case, without accents and apostrophes: "Dean's" is "deans". */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/['’]/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** British spelling, and what is written in one word or two. */
const spelled: readonly (readonly [RegExp, string])[] = [
  [/ise(s|d)?$/, 'ize$1'],
  [/ising$/, 'izing'],
  [/our(s|al|ed)?$/, 'or$1'],
  [/^prematch/, 'prematch'],
];

/** The stems of a text's words (Porter's), so that "apologies" finds "apologize" and "asked" finds "ask". */
export const stemsOf = (text: string): string[] =>
  wordsOf(text).map(word =>
    stemmer(spelled.reduce((plain, [british, american]) => plain.replace(british, american), word)),
  );

/** The words of a question that tell what it is about; all of them where none does. */
export function tellingWords(question: string): string[] {
  const words = wordsOf(question);
  const left = words.filter(word => !empty.has(word));
  return left.length > 0 ? left : words;
}

/** The text, and after it the text with one word exchanged for another that means the same. */
export function withSynonyms(text: string, groups: readonly (readonly string[])[]): string[] {
  const spoken = inWords(text);
  const others = groups.flatMap(group => {
    const words = group.map(inWords);
    const said = words.map(word => new RegExp(` ${word.trim()}s? `, 'u')).find(pattern => pattern.test(spoken));
    return said ? words.filter(word => !said.test(word)).map(word => spoken.replace(said, word)) : [];
  });
  return [spoken, ...others];
}

/** Words with a blank around each, so that a word is only found whole: " sub i ". */
const inWords = (text: string): string => ` ${wordsOf(text).join(' ')} `;
