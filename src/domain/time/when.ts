import rrule from 'rrule';
import type { Interview, ProgramFacts } from '../notebook.ts';
import { placeKey } from '../people/places.ts';
import { type InterviewKind, interviewKinds, keyIn } from '../vocabulary.ts';
import { isEitherHalf, LONGEST, readMoment } from './moment.ts';
import { firstOccurrence, isRule, type Recurrence } from './recurrence.ts';

/** The hour that a day without one means. */
const MORNING = new Temporal.PlainTime(9);

export interface Asking {
  now: Temporal.Instant;
  /** The member's own zone: all that comes out is on its clock. */
  zone: string;
  interviews: readonly Interview[];
  programs: readonly Pick<ProgramFacts, 'id' | 'name'>[];
}

export type WhenRead = { ok: true; when: Recurrence } | { ok: false; expected: string };

const MOST_YEARS = 10;

const EXPECTED = 'Try "tomorrow 6 pm", "every second Friday at 7 am" or "two days before my interview at Lakeside".';
const found = (at: Temporal.PlainDateTime, rule: string | null = null): WhenRead => ({ ok: true, when: { at, rule } });
const not = (expected: string): WhenRead => ({ ok: false, expected });

/**
 * When something is to be said, from plain words: once ("tomorrow 6pm", "in 60 days", "3 pm"), again and again ("every
 * weekday at 8"), or before an interview. A time of day that has not come yet is today's.
 */
export function readWhen(text: string, asking: Asking): WhenRead {
  if (text.length > LONGEST) return not(`That is too long for a time. ${EXPECTED}`);
  const words = plain(text);
  if (/\d{7}/.test(words)) return not(`No calendar holds "${words}". ${EXPECTED}`);
  const read =
    beforeInterview(words, asking) ?? repeating(words, asking) ?? fromNow(words, asking) ?? once(words, asking);
  const furthest = asking.now.toZonedDateTimeISO(asking.zone).add({ years: MOST_YEARS }).toPlainDateTime();
  if (read.ok && Temporal.PlainDateTime.compare(read.when.at, furthest) > 0)
    return not(`That is more than ${MOST_YEARS} years ahead. ${EXPECTED}`);
  return read;
}

const numbers: Record<string, number> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7 };
const amountOf = (word: string): number => numbers[word] ?? Number(word);
const AMOUNT = `(\\d+|${Object.keys(numbers).join('|')})`;

/** Parts of the day that people name, as the hours meant here. */
const hours: [RegExp, string][] = [
  [/\b(?:in the |this )?morning\b/, 'at 8 am'],
  [/\b(?:in the |this )?afternoon\b/, 'at 2 pm'],
  [/\b(?:in the |this )?evening\b/, 'at 6 pm'],
  [/\btonight\b/, 'today at 8 pm'],
  [/\bnoon\b/, '12 pm'],
];

/** Lower case, single blanks, and an hour for each part of the day, unless an hour is said already. */
function plain(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/[,.!]+(?=\s|$)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (/\bbefore my\b/.test(words) || /\d\s*(?:am|pm|:\d\d)|\bat \d/.test(words)) return words;
  return hours.reduce((said, [part, hour]) => said.replace(part, hour), words);
}

/** "two days before my interview at Lakeside at 7 pm", "the evening before my social" */
function beforeInterview(words: string, { now, zone, interviews, programs }: Asking): WhenRead | undefined {
  const said = new RegExp(
    `^(?:${AMOUNT} (minute|hour|day|week)s?|(?:the )?(day|evening|morning)) before my (interview|social|second[ -]visit)(?: (?:at|with) (.+?))?(?: at (\\d{1,2}(?::\\d\\d)?(?: ?[ap]m)?))?$`,
  ).exec(words);
  if (!said) return undefined;
  const [, amount = '1', unit, part, kindWord = '', name, hour] = said;
  const kind = keyIn(interviewKinds, kindWord.replace(' ', '-')) ?? 'interview';
  const coming = meetingsAhead(kind, name, { now, zone, interviews, programs });
  const exact = unit === 'minute' || unit === 'hour';
  const time = hour ? clockOf(hour) : exact ? undefined : new Temporal.PlainTime(part === 'morning' ? 8 : 18);
  if (hour && !time) return notAnHour(hour);
  const moments = coming.map(start => {
    const before = start.subtract({ [`${unit ?? 'day'}s`]: amountOf(amount) });
    return ahead((time ? before.withPlainTime(time) : before).toPlainDateTime(), { now, zone });
  });
  // Where it is too late for the next one, the one after it is meant.
  const what = `${interviewKinds[kind].label}${name ? ` at "${name}"` : ''}`;
  return (
    moments.find(({ ok }) => ok) ?? moments[0] ?? not(`I know of no ${what} ahead. Add it first, or give the day.`)
  );
}

/** When the meetings of this kind begin that are ahead, at that program where one is named: soonest first, on the member's clock. */
function meetingsAhead(
  kind: InterviewKind,
  name: string | undefined,
  { now, zone, interviews, programs }: Asking,
): Temporal.ZonedDateTime[] {
  const nameOf = (id: string) => programs.find(program => program.id === id)?.name ?? '';
  return interviews
    .filter(
      interview => interview.kind === kind && (!name || placeKey(nameOf(interview.programId)).includes(placeKey(name))),
    )
    .map(({ day, time, zone: there }) => day.toZonedDateTime({ timeZone: there, plainTime: time }).withTimeZone(zone))
    .filter(start => Temporal.Instant.compare(start.toInstant(), now) > 0)
    .toSorted(Temporal.ZonedDateTime.compare);
}

/** "every second Friday at 7 am", "weekly on Monday", "daily at 8" */
function repeating(words: string, { now, zone }: Asking): WhenRead | undefined {
  if (!/^(?:every|each|daily|weekly|monthly|yearly|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)days)\b/.test(words))
    return undefined;
  const hour = /(?: at (\d{1,2}(?::\d\d)?(?: ?[ap]m)?)| (\d{1,2}(?::\d\d)? ?[ap]m|\d{1,2}:\d\d))$/.exec(words);
  const clock = hour ? clockOf(hour[1] ?? hour[2] ?? '') : MORNING;
  if (!clock) return notAnHour(hour?.[1] ?? hour?.[2] ?? '');
  const rule = ruleOf(words.slice(0, hour?.index));
  if (!rule) return not(`I couldn’t read "${words}" as something that comes again. ${EXPECTED}`);
  if (!isRule(rule)) return not(`No calendar holds "${words}". ${EXPECTED}`);
  const local = now.toZonedDateTimeISO(zone).toPlainDateTime();
  const today = local.toPlainDate().toPlainDateTime(clock);
  const from = Temporal.PlainDateTime.compare(today, local) > 0 ? today : today.add({ days: 1 });
  const first = firstOccurrence(from, rule);
  return first ? found(first, rule) : not(`Nothing of "${words}" is left. ${EXPECTED}`);
}

/** The rule in RFC 5545's words, from words that the library knows. Nothing comes oftener than once a day. */
function ruleOf(words: string): string | undefined {
  const known = words
    .replace(/^each\b/, 'every')
    .replace(/^daily/, 'every day')
    .replace(/^(week|month|year)ly/, 'every $1')
    .replace(/^(?:on )?((?:mon|tues|wednes|thurs|fri|satur|sun)day)s/, 'every $1')
    .replace(/^every (?:second|other|2nd) (day|week|month|year)/, 'every 2 $1s')
    .replace(/^every (?:second|other|2nd) (\w+day)/, 'every 2 weeks on $1')
    .replace(/^every third (\w+day)/, 'every 3 weeks on $1')
    .replace(/ on day (\d+)/, ' on the $1th')
    .trim();
  try {
    const options = rrule.RRule.parseText(known);
    if (options?.freq === undefined || options.freq > rrule.RRule.DAILY) return undefined;
    return rrule.RRule.optionsToString(options).replace('RRULE:', '');
  } catch {
    return undefined;
  }
}

/** "in 60 days" keeps the hour of now; "in 90 minutes" counts real time; "in two weeks at 6 pm" says its own hour. */
function fromNow(words: string, { now, zone }: Asking): WhenRead | undefined {
  const said = new RegExp(
    `^in ${AMOUNT} (minute|min|hour|day|week|month)s?(?: at (\\d{1,2}(?::\\d\\d)?(?: ?[ap]m)?))?$`,
  ).exec(words);
  if (!said) return undefined;
  const [, amount = '1', unit = '', hour] = said;
  const then = now.toZonedDateTimeISO(zone).add({ [`${unit.replace(/^min$/, 'minute')}s`]: amountOf(amount) });
  const time = hour
    ? clockOf(hour)
    : then.toPlainTime().with({ second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 });
  if (!time) return notAnHour(hour ?? '');
  return ahead(then.toPlainDate().toPlainDateTime(time), { now, zone });
}

/** A day, an hour or both. An hour alone is the next time the clock shows it; a weekday alone is the next such day. */
function once(words: string, { now, zone }: Asking): WhenRead {
  const local = now.toZonedDateTimeISO(zone);
  const said = readMoment(words.replace(/^(?:at|on) /, ''), now, zone, 'ahead');
  if (!said) return not(`I couldn’t read "${words}" as a day and an hour. ${EXPECTED}`);
  if (said.isZoned) return not(`I read hours on your own clock, in ${zone}. Give it without another zone. ${EXPECTED}`);
  if (said.eitherHalf) return not(eitherHalf(words));
  const at = said.day.toPlainDateTime(said.time ?? MORNING);
  if (Temporal.PlainDateTime.compare(at, local.toPlainDateTime()) > 0) return found(at);
  if (said.isDaySaid || !said.day.equals(local.toPlainDate())) return ahead(at, { now, zone });
  return found(at.add({ days: said.isWeekdaySaid ? 7 : 1 }));
}

function ahead(at: Temporal.PlainDateTime, { now, zone }: Pick<Asking, 'now' | 'zone'>): WhenRead {
  return Temporal.Instant.compare(at.toZonedDateTime(zone).toInstant(), now) > 0
    ? found(at)
    : not('That moment has passed already. Give one that is still ahead.');
}

const eitherHalf = (words: string): string => `"${words}" may be the morning or the afternoon: say am or pm.`;

/** Why an hour was not taken: it may be one of two, or no clock shows it. */
const notAnHour = (text: string): WhenRead =>
  /^[1-6](?::[0-5]\d)?$/.test(text) ? not(eitherHalf(text)) : not(`No clock shows "${text}". ${EXPECTED}`);

/** "7", "7 pm", "19:30"; undefined where no clock shows it, and where it may be the morning or the afternoon. */
function clockOf(text: string): Temporal.PlainTime | undefined {
  const [, hourText = '', minute = '0', half] = /^(\d{1,2})(?::(\d\d))? ?([ap]m)?$/.exec(text) ?? [];
  const hour = Number(hourText);
  if (hourText === '' || (half && (hour < 1 || hour > 12))) return undefined;
  const of24 = half ? (hour % 12) + (half === 'pm' ? 12 : 0) : hour;
  if (!half && isEitherHalf(of24, text)) return undefined;
  return of24 < 24 && Number(minute) < 60 ? new Temporal.PlainTime(of24, Number(minute)) : undefined;
}
