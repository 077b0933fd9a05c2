import { type Amount, type Finder, finder, type Meaning } from './piece.ts';
import { amounts, type DayPart, NUMBER_WORD, numberOf, oneOf, partWords, units } from './vocabulary.ts';

const UNITS = oneOf(units.keys());
const AMOUNT = `(?:${oneOf(amounts.keys())}|${NUMBER_WORD})`;
/** "m", "h" and "d" are units behind digits alone: "a m" is an hour's half. */
const LONG_UNITS = oneOf([...units.keys()].filter(word => word.length > 1));
/** "2 and a half hours", "an hour and a half" */
const ONE = `(?:(?:\\d{1,5}(?:\\.\\d{1,2})?(?: and a half| 1/2)?[ -]?${UNITS}|${AMOUNT}(?: and a half)?[ -]?${LONG_UNITS})(?: and a half)?)`;
const COUNT = `(?:${ONE}(?:(?:,? and |, | )?${ONE})?|\\d{1,2}h\\d\\d)`;
const BEFORE = ['before', 'prior to', 'ahead of', 'b4'];
const AFTER = ['after', 'following', 'past', 'from'];
const AGO = ['ago', 'back', 'earlier', 'before now'];
const LATER = ['from now', 'from today', 'later', 'hence'];
const PART = `(?<part>${oneOf(partWords.keys())})`;

const ONE_FOUND = new RegExp(
  `(\\d+(?:\\.\\d+)?|${AMOUNT})( and a half| 1/2)?[ -]?(${UNITS})( and a half)?(?![a-z])`,
  'g',
);
const SHORT = /^(\d{1,2})h(\d\d)$/;

/** How much is counted, part by part. Undefined where a part of a day or of a minute would be. */
function amountsOf(text: string): Amount[] | undefined {
  const short = SHORT.exec(text);
  if (short)
    return [
      { unit: 'hour', count: Number(short[1]) },
      { unit: 'minute', count: Number(short[2]) },
    ];
  const found = [...text.matchAll(ONE_FOUND)].map(([, number = '', half, word = '', halfAfter]) => {
    const unit = units.get(word) ?? 'minute';
    const many = /^\d+(?:\.|$)/.test(number) ? Number(number) : (amounts.get(number) ?? numberOf(number));
    const count = (many + (half || halfAfter ? 0.5 : 0)) * (word.startsWith('fortnight') ? 2 : 1);
    return unit === 'hour' && !Number.isInteger(count)
      ? { unit: 'minute' as const, count: count * 60 }
      : { unit, count };
  });
  return found.length > 0 && found.every(({ count }) => Number.isInteger(count)) ? found : undefined;
}

/** What is counted: from now, from a day or an event, or for how long. */
function counted({ lead, count = '', tail = '' }: Record<string, string | undefined>, text: string): Meaning[] {
  const said = amountsOf(count);
  if (!said) return [];
  if (BEFORE.includes(tail)) return [{ kind: 'relation', amounts: said, side: 'before' }];
  if (AFTER.includes(tail)) return [{ kind: 'relation', amounts: said, side: 'after' }];
  if (AGO.includes(tail)) return [{ kind: 'count', amounts: said, from: 'ago', text }];
  if (lead === 'for') return [{ kind: 'lasting', amounts: said }];
  const from = lead === 'within' ? 'within' : lead || LATER.includes(tail) ? 'now' : 'open';
  return [{ kind: 'count', amounts: said, from, text }];
}

const partRelation =
  (side: 'before' | 'after' | 'on'): Finder['meaning'] =>
  ({ part = '', unit }) => {
    const amount: Amount = { unit: unit === 'week' || unit === 'month' ? unit : 'day', count: 1 };
    const named: DayPart | undefined = partWords.get(part);
    return [{ kind: 'relation', amounts: side === 'on' ? [] : [amount], side, ...(named && { part: named }) }];
  };

/** What is counted from now, from a day or from an event. */
export const countFinders: readonly Finder[] = [
  finder(
    `(?:(?<lead>in|within|for)(?: the)?(?: next)? )?(?<count>${COUNT})(?:['’]? time| (?<tail>${oneOf([...LATER, ...AGO, ...BEFORE, ...AFTER])}))?`,
    counted,
  ),
  finder(`(?:the )?(?:(?<unit>day|week|month)|${PART}) ${oneOf(BEFORE)}`, partRelation('before')),
  finder(`(?:the )?(?:(?<unit>day|week|month)|${PART}) (?:after|following)`, partRelation('after')),
  finder(`(?:the )?(?:day|${PART}) of(?= (?:my|the|our) )`, partRelation('on')),
  finder('(?:for )?(?<times>\\d{1,4}) (?:times|x|occurrences)', ({ times }) => [
    { kind: 'times', times: Number(times) },
  ]),
  finder('(?:right |just )?now', (_, text) => [{ kind: 'count', amounts: [], from: 'now', text }]),
];
