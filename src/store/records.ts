import { z } from 'zod';
import type { Profile } from '../core/store.ts';
import { nudgeKinds } from '../domain/nudgeKinds.ts';
import {
  applicantTypes,
  auditAnswers,
  buckets,
  dimensions,
  incidentKinds,
  incidentStates,
  interviewKinds,
  keysOf,
  looseEndKinds,
  markets,
  offerStates,
  papers,
  roles,
  schools,
  signalKinds,
  stages,
  stances,
  thankYous,
} from '../domain/vocabulary.ts';
import { type Columns, tableNames } from './tables.ts';

/** Far above what a form takes; it keeps one import from filling the disk. */
const LONGEST_TEXT = 10_000;

/** A table's columns as what they stand for. JSON of an item is read as a row is: what it writes as text is text there. */
export interface RowRecord<Item> {
  /** @throws z.ZodError where a column holds what it must not */
  toItem(row: unknown): Item;
  /** @param item all or some of an item; what the table has no column for is left out */
  toColumns(item: object): Columns;
}

function record<Shape extends z.ZodRawShape>(shape: Shape): RowRecord<z.output<z.ZodObject<Shape>>> {
  const whole = z.object(shape);
  const part = whole.partial();
  return {
    toItem: row => whole.parse(row),
    toColumns: item => z.encode(part, item as z.output<typeof part>),
  };
}

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

const text = z.string().max(LONGEST_TEXT);
const id = z.string().min(1).max(64);
const name = text.trim().min(1);
const optional = <Type extends z.ZodType>(type: Type) => z.nullable(type).default(null);
const oneOf = <List extends object>(list: List) => z.enum(Object.keys(list) as [keyof List & string]);

const day = z.codec(z.iso.date(), z.instanceof(Temporal.PlainDate), {
  decode: stored => Temporal.PlainDate.from(stored),
  encode: value => value.toString(),
});
const time = z.codec(z.iso.time(), z.instanceof(Temporal.PlainTime), {
  decode: stored => Temporal.PlainTime.from(stored),
  encode: value => value.toString(),
});
const localTime = z.codec(z.iso.datetime({ local: true }), z.instanceof(Temporal.PlainDateTime), {
  decode: stored => Temporal.PlainDateTime.from(stored),
  encode: value => value.toString(),
});
/** A column has it as a Date, JSON as text. */
export const instant = z.codec(z.union([z.date(), z.iso.datetime()]), z.instanceof(Temporal.Instant), {
  decode: stored =>
    stored instanceof Date ? Temporal.Instant.fromEpochMilliseconds(stored.getTime()) : Temporal.Instant.from(stored),
  encode: value => new Date(value.epochMilliseconds),
});
const zone = z.string().refine(isZone);

/** A column has it as JSON in text, an export as it is. */
const asJson = <Type extends z.ZodType>(type: Type) =>
  z.codec(z.unknown(), type, {
    decode: stored => (typeof stored === 'string' ? JSON.parse(stored) : stored),
    encode: value => JSON.stringify(value),
  });
const momentText = z.codec(z.iso.datetime(), z.instanceof(Temporal.Instant), {
  decode: stored => Temporal.Instant.from(stored),
  encode: value => value.toString(),
});
const places = z.codec(z.union([z.string(), z.array(name), z.null()]).default(null), z.array(name), {
  decode: stored => (typeof stored === 'string' ? JSON.parse(stored) : (stored ?? [])),
  encode: value => (value.length === 0 ? null : JSON.stringify(value)),
});

const kinds = z.codec(z.union([z.string(), z.array(z.string())]).default(''), z.array(oneOf(nudgeKinds)), {
  decode: stored => keysOf(nudgeKinds).filter(kind => [stored].flat().join().split(',').includes(kind)),
  encode: value => value.join(','),
});
/** One thing that a message says, by kinds and ids alone. */
export const nudgeItem = z.object({ kind: oneOf(nudgeKinds), subject: text, occurrence: text, dueAt: momentText });
/** An item's JSON has its moments as text, which is what reads them again. */
const items = z.codec(z.union([z.string(), z.array(z.unknown())]), z.array(nudgeItem), {
  decode: stored => (typeof stored === 'string' ? JSON.parse(stored) : stored),
  encode: value => JSON.stringify(value),
});

/** The settings that belong to the person, whatever account they come by. */
export const profile = record({
  zone: optional(zone),
  stage: optional(oneOf(stages)),
  applicantType: optional(oneOf(applicantTypes)),
  remind: z.enum(['nothing', 'eves', 'weekly']).default('nothing'),
  digestDay: z.int().min(1).max(7).default(7),
  digestHour: z.int().min(0).max(23).default(18),
  quietFrom: z.int().min(0).max(23).default(22),
  quietTo: z.int().min(0).max(23).default(7),
  muted: kinds,
  pausedUntil: optional(day),
  details: z.boolean().default(false),
  welcomed: z.boolean().default(false),
}) satisfies RowRecord<Profile>;

/** What a notebook holds, by table. */
export const records = {
  Contact: record({ id, name, role: oneOf(roles), place: optional(text), knownAt: places }),
  Program: record({
    id,
    name,
    specialty: optional(text),
    market: optional(oneOf(markets)),
    school: optional(oneOf(schools)),
    rotated: z.boolean().default(false),
    thankYou: oneOf(thankYous).default('unknown'),
  }),
  LogEntry: record({
    id,
    contactId: id,
    stance: oneOf(stances),
    worry: optional(oneOf(dimensions)),
    sentence: optional(text),
    place: optional(text),
    day,
    loggedAt: instant,
  }),
  LooseEnd: record({
    id,
    contactId: optional(id),
    kind: oneOf(looseEndKinds),
    text,
    openedOn: day,
    dueOn: optional(day),
    closedOn: optional(day),
    outcome: optional(text),
  }),
  Defender: record({ id, contactId: id, since: day, updatedOn: optional(day) }),
  Interview: record({
    id,
    programId: id,
    kind: oneOf(interviewKinds),
    day,
    time,
    zone,
    followUpSentOn: optional(day),
  }),
  Offer: record({
    id,
    programId: id,
    receivedOn: day,
    replyBy: optional(instant),
    zone,
    state: oneOf(offerStates),
  }),
  Signal: record({ id, programId: id, kind: oneOf(signalKinds), note: optional(text), day }),
  AuditAnswer: record({ id, dimension: oneOf(dimensions), answer: oneOf(auditAnswers), day }),
  Reminder: record({
    id,
    text,
    at: localTime,
    zone,
    rule: optional(text),
    state: z.enum(['open', 'done', 'cancelled']),
    about: optional(items),
  }),
  SelfAnswers: record({
    id,
    answers: asJson(
      z.object({
        paper: oneOf(papers).optional(),
        incidents: oneOf(incidentStates).optional(),
        incidentKind: oneOf(incidentKinds).optional(),
      }),
    ),
  }),
  BucketCheck: record({
    id,
    programId: optional(id),
    at: instant,
    result: asJson(z.object({ bucket: oneOf(buckets).nullable(), rules: z.array(text), fingerprint: text })),
  }),
};

export type RecordName = keyof typeof records;
/** In an order in which what is hung on comes before what hangs on it. */
export const recordNames = tableNames.filter((name): name is RecordName => name in records);
