import { z } from 'zod';
import type { Profile } from '../../core/ports/users.ts';
import { nudgeKinds } from '../../domain/nudges/nudgeKinds.ts';
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
} from '../../domain/vocabulary.ts';
import {
  asJson,
  day,
  id,
  instant,
  localTime,
  momentText,
  name,
  oneOf,
  optional,
  places,
  text,
  time,
  zone,
} from './columns.ts';
import { type Columns, tableNames } from './tables.ts';

/** A table's columns as what they stand for. JSON of an item is read as a row is: what it writes as text is text there. */
export interface RowRecord<Item> {
  /** @throws z.ZodError where a column holds what it must not */
  toItem(row: unknown): Item;
  /** @param item all or some of an item; what the table has no column for is left out */
  toColumns(item: object): Columns;
}

/** The rows that can be read, in their order; what they are not is told to `unreadable`. */
export function readable<Row extends { id: string }, Item>(
  rows: readonly Row[],
  toItem: (row: Row) => Item,
  unreadable: (id: string) => void = () => {},
): Item[] {
  return rows.flatMap(row => {
    try {
      return [toItem(row)];
    } catch {
      unreadable(row.id);
      return [];
    }
  });
}

function record<Shape extends z.ZodRawShape>(shape: Shape): RowRecord<z.output<z.ZodObject<Shape>>> {
  const whole = z.object(shape);
  const part = whole.partial();
  return {
    toItem: row => whole.parse(row),
    toColumns: item => z.encode(part, item as z.output<typeof part>),
  };
}

/** Several keys of a list, in its order: a column has them with commas, JSON as an array. */
const someOf = <List extends object>(list: List) =>
  z.codec(z.union([z.string(), z.array(z.string())]).default(''), z.array(oneOf(list)), {
    decode: stored => keysOf(list).filter(key => [stored].flat().join().split(',').includes(key)),
    encode: value => value.join(','),
  });
/** One thing that a message says, by kinds and ids alone. */
export const nudgeItem = z.object({ kind: oneOf(nudgeKinds), subject: text, occurrence: text, dueAt: momentText });
/** An item's JSON has its moments as text, which is what reads them again. */
const items = z.codec(z.union([z.string(), z.array(z.unknown())]), z.array(nudgeItem), {
  decode: stored => (typeof stored === 'string' ? JSON.parse(stored) : stored),
  encode: value => JSON.stringify(value),
});

const settings = {
  zone: optional(zone),
  stage: optional(oneOf(stages)),
  applicantType: optional(oneOf(applicantTypes)),
  remind: z.enum(['nothing', 'eves', 'weekly']).default('nothing'),
  digestDay: z.int().min(1).max(7).default(7),
  digestHour: z.int().min(0).max(23).default(18),
  quietFrom: z.int().min(0).max(23).default(22),
  quietTo: z.int().min(0).max(23).default(7),
  muted: someOf(nudgeKinds),
  pausedUntil: optional(day),
  details: z.boolean().default(false),
  welcomed: z.boolean().default(false),
};
/** The settings that belong to the person, whatever account they come by. */
export const profile = record(settings) satisfies RowRecord<Profile>;

/** Settings as they are kept: one that cannot be read is as if it had not been made. */
export function readProfile(row: object): Profile {
  const whole = z.object(settings).safeParse(row);
  if (whole.success) return whole.data;
  const broken = new Set(whole.error.issues.map(({ path }) => String(path[0])));
  return profile.toItem(Object.fromEntries(Object.entries(row).filter(([column]) => !broken.has(column))));
}

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
    dimensions: someOf(dimensions),
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
