import { z } from 'zod';
import { nudgeKinds } from '../nudges/nudgeKinds.ts';
import { keysOf } from '../vocabulary.ts';
import { isMessageLink } from '../words/messageLink.ts';

/** What stands for a value that does not open any more: damaged, moved, or sealed with another key. */
export const UNOPENED = '(could not be opened)';

/** Far above what a form takes; it keeps one import from filling the disk. */
const LONGEST_TEXT = 10_000;

/** Zones that were found to be some: to ask takes a while, and many rows are in few of them. */
const zones = new Set<string>();
function isZone(text: string): boolean {
  if (zones.has(text)) return true;
  try {
    Intl.DateTimeFormat('en', { timeZone: text });
    zones.add(text);
    return true;
  } catch {
    return false;
  }
}

/** Free text and names are sealed further down: here they are as written. */
export const text = z.string().max(LONGEST_TEXT);
export const id = z.string().min(1).max(64);
export const name = text.trim().min(1);
export const optional = <Type extends z.ZodType>(type: Type) => z.nullable(type).default(null);
export const oneOf = <List extends object>(list: List) => z.enum(Object.keys(list) as [keyof List & string]);

export const day = z.codec(z.iso.date(), z.instanceof(Temporal.PlainDate), {
  decode: stored => Temporal.PlainDate.from(stored),
  encode: value => value.toString(),
});
export const time = z.codec(z.iso.time(), z.instanceof(Temporal.PlainTime), {
  decode: stored => Temporal.PlainTime.from(stored),
  encode: value => value.toString(),
});
export const localTime = z.codec(z.iso.datetime({ local: true }), z.instanceof(Temporal.PlainDateTime), {
  decode: stored => Temporal.PlainDateTime.from(stored),
  encode: value => value.toString(),
});
/** A column has it as a Date, JSON as text. */
export const instant = z.codec(z.union([z.date(), z.iso.datetime()]), z.instanceof(Temporal.Instant), {
  decode: stored =>
    stored instanceof Date ? Temporal.Instant.fromEpochMilliseconds(stored.getTime()) : Temporal.Instant.from(stored),
  encode: value => new Date(value.epochMilliseconds),
});
/** The address of a message; what is none, or does not open any more, is left out. */
export const messageLink = z.codec(z.nullable(z.string()).default(null), z.nullable(z.string()), {
  decode: stored => (stored !== null && isMessageLink(stored) ? stored : null),
  encode: value => value,
});
/** At least one, and less than two days. */
export const minutes = z.int().min(1).max(2880);
export const zone = z.string().refine(isZone);

/** A column has it as JSON in text, an export as it is. */
export const asJson = <Type extends z.ZodType>(type: Type) =>
  z.codec(z.unknown(), type, {
    decode: stored => (typeof stored === 'string' ? JSON.parse(stored) : stored),
    encode: value => JSON.stringify(value),
  });
const momentText = z.codec(z.iso.datetime(), z.instanceof(Temporal.Instant), {
  decode: stored => Temporal.Instant.from(stored),
  encode: value => value.toString(),
});
export const places = z.codec(z.union([z.string(), z.array(name), z.null()]).default(null), z.array(name), {
  // A list that could not be opened is empty: who it belongs to is still somebody.
  decode: stored => (typeof stored === 'string' ? (stored === UNOPENED ? [] : JSON.parse(stored)) : (stored ?? [])),
  encode: value => (value.length === 0 ? null : JSON.stringify(value)),
});

/** Several keys of a list, in its order: a column has them with commas, JSON as an array. */
export const someOf = <List extends object>(list: List) =>
  z.codec(z.union([z.string(), z.array(z.string())]).default(''), z.array(oneOf(list)), {
    decode: stored => keysOf(list).filter(key => [stored].flat().join().split(',').includes(key)),
    encode: value => value.join(','),
  });

/** One thing that a message says, by kinds and ids alone. */
export const nudgeItem = z.object({ kind: oneOf(nudgeKinds), subject: text, occurrence: text, dueAt: momentText });
/** Several of them. An item's JSON has its moments as text, which is what reads them again. */
export const nudgeItems = z.codec(z.union([z.string(), z.array(z.unknown())]), z.array(nudgeItem), {
  decode: stored => (typeof stored === 'string' ? JSON.parse(stored) : stored),
  encode: value => JSON.stringify(value),
});
