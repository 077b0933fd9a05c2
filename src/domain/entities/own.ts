import { z } from 'zod';
import { auditAnswers, buckets, dimensions, incidentKinds, incidentStates, papers } from '../vocabulary.ts';
import {
  asJson,
  day,
  id,
  instant,
  localTime,
  messageLink,
  nudgeItems,
  oneOf,
  optional,
  text,
  zone,
} from './columns.ts';
import { encrypted, entity, hungOn, type Item, plain } from './entity.ts';

/** A reminder in the user's own words. */
export const Reminder = entity(
  'Reminder',
  {
    text: encrypted(text),
    /** The first local time it is for, in `zone`. */
    at: plain(localTime),
    zone: plain(zone),
    /** An RFC 5545 rule such as `FREQ=WEEKLY;INTERVAL=2;BYDAY=FR`, or null for once. */
    rule: plain(optional(text)),
    state: plain(z.enum(['open', 'done', 'cancelled'])),
    /** What was snoozed until then; null for a reminder in the user's own words. */
    about: plain(optional(nudgeItems)),
    /** The message that it is about, by its address alone: never a word of it. */
    link: encrypted(messageLink),
  },
  {
    one: 'reminder',
    many: 'reminders',
    limit: 100,
    sheet: {
      file: 'reminders',
      heads: { what: 'text', at: 'at', zone: 'zone', repeats: 'rule', state: 'state', message: 'link' },
    },
  },
);
export type Reminder = Item<typeof Reminder>;

/** The user's own judgment of one dimension on a day; the newest counts. */
export const AuditAnswer = entity(
  'AuditAnswer',
  { dimension: plain(oneOf(dimensions)), answer: plain(oneOf(auditAnswers)), day: plain(day) },
  {
    one: 'audit answer',
    many: 'audit answers',
    limit: 1000,
    label: ({ dimension }) => `Your answer about ${dimensions[dimension].label}`,
  },
);
export type AuditAnswer = Item<typeof AuditAnswer>;

/** What the user said of themselves for the self-check. */
export const SelfAnswers = entity(
  'SelfAnswers',
  {
    answers: encrypted(
      asJson(
        z.object({
          paper: oneOf(papers).optional(),
          incidents: oneOf(incidentStates).optional(),
          incidentKind: oneOf(incidentKinds).optional(),
          /** The user's own school; '' for none that they work with. */
          ownSchool: text.optional(),
          /** Names of places that are alike, each pair asked once. */
          alike: z.array(z.object({ one: text, other: text, same: z.boolean() })).optional(),
          inUs: z.array(z.object({ place: text, inUs: z.boolean() })).optional(),
        }),
      ),
    ),
  },
  { one: 'set of self-check answers', many: 'sets of self-check answers', order: 'id', unique: 'userId' },
);
export type SelfAnswers = Item<typeof SelfAnswers>['answers'];

/** A result of the self-check, kept to tell what changed since. */
export const BucketCheck = entity(
  'BucketCheck',
  {
    programId: hungOn('Program', optional(id)),
    at: plain(instant),
    result: encrypted(
      asJson(
        z.object({
          edition: z.int().optional(),
          bucket: oneOf(buckets).nullable(),
          rules: z.array(text),
          fingerprint: text,
        }),
      ),
    ),
  },
  { one: 'self-check', many: 'self-checks', order: 'at' },
);
