import { type Finder, finder, type Meaning } from './piece.ts';
import { hourWords, NUMBER_WORD, numberOf, oneOf } from './vocabulary.ts';

type Found = Record<string, string | undefined>;

/** "am", "p.m.", "a m"; right behind digits "a" and "p" too. */
const HALF = '(?<half>[ap]\\.?\\s?m\\b\\.?)';
const ANY_HALF = `(?:\\s?${HALF}|(?<short>[ap]))`;
const HOUR_WORD = oneOf(hourWords.keys());
/** Of ten minutes and more, or "oh five". */
const MINUTE_WORD = `(?:oh ${HOUR_WORD}|(?!${oneOf([...hourWords.keys()].slice(0, 9))}(?![a-z]))${NUMBER_WORD})`;
const HOUR = `(?<hour>\\d{1,2}|${HOUR_WORD})`;
const OCLOCK = "o['’]?\\s?clock";
/** The hour that minutes are counted from: "past six pm", "to noon". */
const FROM = `(?:(?<noon>noon|midnight)|${HOUR}(?:\\s?${OCLOCK})?(?:\\s?${HALF})?)`;
const SIDE = '(?<side>past|after|to|till|before)';

/** An hour of the clock, with the word that says that it is one. */
const clock = (source: string, meaning: Finder['meaning']): Finder => finder(`(?:(?:at|@) ?)?(?:${source})`, meaning);

/** Hours of the clock in every way that people write them. */
export const clockFinders: readonly Finder[] = [
  clock(`${HOUR}:(?<minute>\\d\\d)(?::\\d\\d)?(?:${ANY_HALF}|\\s?(?:h|hrs|hours))?`, clockOf),
  // "9.30 am", "at 9.30": without either it may be a day and a month.
  clock(`${HOUR}\\.(?<minute>\\d\\d)${ANY_HALF}`, clockOf),
  finder(`(?:at|@) ?${HOUR}\\.(?<minute>\\d\\d)(?!\\.)`, clockOf),
  clock(`${HOUR}(?:\\s?${OCLOCK})?${ANY_HALF}`, clockOf),
  clock(`${HOUR}\\s?${OCLOCK}`, clockOf),
  clock(`(?<hour>${HOUR_WORD})[ -](?<minute>${MINUTE_WORD})(?:\\s?${HALF})?`, clockOf),
  // "730pm", "1730", "0700 hrs": four digits alone may be a year.
  clock(`(?<hour>\\d{1,2})(?<minute>\\d\\d)${ANY_HALF}`, clockOf),
  clock('(?<hour>\\d\\d)(?<minute>\\d\\d)\\s?(?:h|hrs|hours)', sureClockOf),
  finder('(?:at|@) ?(?<hour>\\d)(?<minute>[0-5]\\d)(?![-:./]\\d)', clockOf),
  clock('(?!20[2-5])(?<hour>[01]\\d|2[0-3])(?<minute>[0-5]\\d)', sureClockOf),
  clock('(?<hour>\\d{1,2})h(?<minute>\\d\\d)', sureClockOf),
  clock(`(?<amount>(?:a )?(?:half|quarter)|${MINUTE_WORD}|five) ${SIDE} ${FROM}`, pastOf),
  // "20 past 4", "10 minutes to 5", "15 to noon"; "9 to 5" is from nine to five.
  clock('(?<amount>1[3-9]|[2-5]\\d) (?<side>to|till|before) (?<noon>noon|midnight)', pastOf),
  clock(`(?<amount>\\d{1,2}) (?<side>past|after) ${FROM}`, pastOf),
  clock(`(?<amount>\\d{1,2}) (?:minutes|mins?) ${SIDE} ${FROM}`, pastOf),
  finder(`(?:at|@) ?${HOUR}(?![:./]\\d)`, clockOf),
  finder('\\d{1,2}(?![:./]\\d)', (_, text) => [{ kind: 'number', value: Number(text), text }]),
  finder(HOUR_WORD, (_, text) => [{ kind: 'number', value: hourWords.get(text) ?? 0, text }]),
];

/** The hour that is written so, or in a sentence why no clock shows it. */
function clockOf({ hour: hourText = '', minute = '0', half, short }: Found, text: string): [Meaning] {
  const hour = hourWords.get(hourText) ?? Number(hourText);
  const minutes = minutesOf(minute);
  const letter = (half ?? short)?.charAt(0);
  const isWrong = hour > 23 || minutes > 59 || (letter === 'a' && hour > 12) || (letter === 'p' && hour === 0);
  if (isWrong) return [{ kind: 'trouble', because: `No clock shows "${text}".` }];
  return [
    {
      kind: 'clock',
      hour: letter && hour <= 12 ? (hour % 12) + (letter === 'p' ? 12 : 0) : hour,
      minute: minutes,
      isSure: letter !== undefined || hour > 12 || hour === 0 || /\b0\d:/.test(text),
    },
  ];
}

const minutesOf = (text: string): number => (/^\d/.test(text) ? Number(text) : numberOf(text));

function sureClockOf(found: Found, text: string): [Meaning] {
  const [meaning] = clockOf(found, text);
  return [meaning.kind === 'clock' ? { ...meaning, isSure: true } : meaning];
}

/** "half past six", "quarter to 7 pm", "ten to noon" */
function pastOf({ amount = '', side = '', hour, noon, half }: Found, text: string): Meaning[] {
  const isPast = side === 'past' || side === 'after';
  const isHalf = amount.endsWith('half');
  const minutes = isHalf ? 30 : amount.endsWith('quarter') ? 15 : minutesOf(amount);
  const [from] = noon ? clockOf({ hour: noon === 'noon' ? '12' : '0' }, text) : clockOf({ hour, half }, text);
  if (from.kind !== 'clock' || minutes > 59 || (isHalf && !isPast)) return [];
  const isSure = from.isSure || noon !== undefined;
  // Six by the clock and seven by the word: the rule for bare hours has two answers.
  if (!isSure && !isPast && from.hour === 7)
    return [{ kind: 'trouble', because: `"${text}" may be the morning or the evening: say AM or PM.` }];
  const minute = (from.hour * 60 + (isPast ? minutes : -minutes) + DAY) % DAY;
  const of24 = Math.floor(minute / 60);
  return [{ kind: 'clock', hour: isSure ? of24 : of24 % 12 || 12, minute: minute % 60, isSure }];
}
const DAY = 24 * 60;
