import { readDay } from '../time/readDay.ts';

/** What a day in words is read against. */
export interface Asking {
  now: Temporal.Instant;
  zone: string;
}

const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day|tues?|wed|thurs?|mon|fri|sat|sun';
const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const AMOUNT = '\\d{1,3}|an?|one|two|three|four|five|six|seven|a couple of|a few';

/** How people say a day, each as a whole phrase. A short weekday may be a verb: "sat", "wed". */
const PHRASES = [
  '(?:the )?day before yesterday',
  '(?:yesterday|today|this|tomorrow)(?: (?:morning|afternoon|evening|night))',
  'yesterday|today|tonight|tomorrow|last night',
  `(?:on |last |this past |past |this )(?:${WEEKDAY})\\.?(?: (?:morning|afternoon|evening|night))?`,
  '(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|afternoon|evening|night))?',
  `(?:${AMOUNT}) (?:day|week|month)s? ago`,
  `in (?:${AMOUNT}) (?:day|week|month)s?`,
  `next (?:${WEEKDAY})\\.?`,
  `(?:on )?(?:${MONTH})\\.? \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?`,
  `(?:on )?\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:${MONTH})\\.?(?:,? \\d{4})?`,
  '\\d{4}-\\d\\d-\\d\\d',
  '\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?',
];
const DAY = new RegExp(`(?<![\\w/-])(?:${PHRASES.map(phrase => `(?:${phrase})`).join('|')})(?![\\w/-])`, 'gi');
/** A weekday in short is one where nothing else stands beside it. */
const SHORT = new RegExp(`^(?:${WEEKDAY})\\.?$`, 'i');

export interface DayPhrase {
  from: number;
  to: number;
}

/**
 * The phrases of a text that say a day, in order, as far as they can be read as one.
 * @param isAlone whether nothing but signs stands around these letters
 */
export function dayPhrases(text: string, asking: Asking): DayPhrase[] {
  const found = [...text.matchAll(DAY)].map(({ 0: phrase, index }) => ({ from: index, to: index + phrase.length }));
  const short = [...text.matchAll(/[^\s,;()\n]+/g)]
    .map(({ 0: word, index }) => ({ from: index, to: index + word.length, word }))
    .filter(({ from, to, word }) => SHORT.test(word) && isAlone(text, from, to));
  return [...found, ...short]
    .filter(({ from, to }, index, all) => all.findIndex(one => one.from <= from && one.to >= to) === index)
    .filter(({ from, to }) => isDay(plainDay(text.slice(from, to)), asking))
    .toSorted((one, other) => one.from - other.from);
}

/** The words that the reader of days takes. */
export const plainDay = (phrase: string): string =>
  phrase.replace(/^(?:on|this past|past) (?=\w)/i, '').replace(/\.$/, '');

/** The day that a phrase says of what is to come: a weekday is the next one. */
export function dayAhead(phrase: string, { now, zone }: Asking): Temporal.PlainDate | undefined {
  const read = readDay(plainDay(phrase), { now, zone, side: 'ahead' });
  return read.outcome === 'understood' ? read.value : undefined;
}

/** Whether it is a day, be it behind or ahead. */
const isDay = (phrase: string, { now, zone }: Asking): boolean =>
  (['back', 'ahead'] as const).some(side => readDay(phrase, { now, zone, side }).outcome !== 'refused');

const isAlone = (text: string, from: number, to: number): boolean =>
  /(?:^|[,;()\n–—]|\s-)\s*$/.test(text.slice(Math.max(0, from - 4), from)) &&
  /^\s*(?:$|[,;()\n–—]|-\s)/.test(text.slice(to, to + 4));
