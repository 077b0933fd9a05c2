import type { Check, Notebook } from '../../core/ports/notebook.ts';
import { UNOPENED } from '../../domain/entities/columns.ts';
import { entities } from '../../domain/notebook.ts';
import type { Client } from '../driver/client.ts';
import { readable } from '../entities/records.ts';
import { instantOf } from '../entities/rows.ts';

/** A time of a row of several tables at once, which SQLite gives as the text that it keeps. */
const momentOf = (value: Date | string | null): Date | null => (value === null ? null : new Date(value));

interface DatedRow {
  id: string;
  shelf: 'interviews' | 'invitations' | 'offers';
  replyBy: Date | string | null;
  receivedAt: Date | string | null;
}

/** All that has a day of its own, in one statement: each column stands in every part, empty where its table has none. */
export async function readDates(client: Client, userId: string) {
  const rows = await client.$rows<DatedRow>`
    SELECT 'interviews' AS "shelf", "id", "createdAt", "programId", "kind", "day", "time", "zone", "minutes",
      "followUpSentOn", CAST(NULL AS TEXT) AS "state", CAST(NULL AS TEXT) AS "receivedOn",
      CAST(NULL AS TIMESTAMP) AS "replyBy", CAST(NULL AS TIMESTAMP) AS "receivedAt"
    FROM "Interview" WHERE "userId" = ${userId}
    UNION ALL SELECT 'invitations', "id", "createdAt", "programId", NULL, "day", "time", "zone", "minutes",
      NULL, "state", NULL, "replyBy", "receivedAt"
    FROM "Invitation" WHERE "userId" = ${userId}
    UNION ALL SELECT 'offers', "id", "createdAt", "programId", NULL, NULL, NULL, "zone", NULL,
      NULL, "state", "receivedOn", "replyBy", NULL
    FROM "Offer" WHERE "userId" = ${userId}
    ORDER BY "createdAt", "id"`;
  const of = (shelf: DatedRow['shelf']) =>
    rows
      .filter(row => row.shelf === shelf)
      .map(row => ({ ...row, replyBy: momentOf(row.replyBy), receivedAt: momentOf(row.receivedAt) }));
  return {
    interviews: readable(of('interviews'), entities.Interview.toItem),
    invitations: readable(of('invitations'), entities.Invitation.toItem),
    offers: readable(of('offers'), entities.Offer.toItem),
  };
}

/** So many checks reach back more than a week for all but those who check every day. */
const CHECKS = 12;

interface CheckRow {
  id: string;
  what: 'answers' | 'check';
  text: string;
  at: Date | string | null;
}

/** The answers and the last checks for no program in particular, in one statement. */
export async function readSelfCheck(client: Client, userId: string): ReturnType<Notebook['selfCheck']> {
  const rows = await client.$rows<CheckRow>`
    SELECT 'answers' AS "what", "id", "answers" AS "text", CAST(NULL AS TIMESTAMP) AS "at"
    FROM "SelfAnswers" WHERE "userId" = ${userId}
    UNION ALL SELECT * FROM (
      SELECT 'check' AS "what", "id", "result" AS "text", "at" FROM "BucketCheck"
      WHERE "userId" = ${userId} AND "programId" IS NULL ORDER BY "at" DESC, "id" DESC LIMIT ${CHECKS}) AS "latest"`;
  const [answers] = client.$opened(
    'SelfAnswers',
    rows.filter(({ what }) => what === 'answers').map(({ id, text }) => ({ id, answers: text })),
  );
  const checks = client.$opened(
    'BucketCheck',
    rows.filter(({ what }) => what === 'check').map(({ id, text, at }) => ({ id, result: text, at: momentOf(at) })),
  );
  return {
    answers: answers && answers.answers !== UNOPENED ? JSON.parse(answers.answers) : {},
    checks: readable(
      checks.filter(({ at }) => at !== null),
      ({ id, result, at }): Check => ({ id, programId: null, at: instantOf(at as Date), checked: JSON.parse(result) }),
    ).toSorted((one, other) => Temporal.Instant.compare(other.at, one.at) || (one.id > other.id ? -1 : 1)),
  };
}
