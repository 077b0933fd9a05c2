/** What can be wrong with what is kept of somebody: SQL over the rows of the user `id`, for either database. */
export const brokenRows: Readonly<Record<string, string>> = {
  'a rule that no calendar holds': `UPDATE "Reminder" SET "rule" = 'FREQ=DAILY;INTERVAL=100000000' WHERE "userId" = 'id'`,
  'a rule that is none': `UPDATE "Reminder" SET "rule" = 'constructor' WHERE "userId" = 'id'`,
  'a moment that is none': `UPDATE "Reminder" SET "at" = 'soon' WHERE "userId" = 'id'`,
  'a snooze of nothing': `UPDATE "Reminder" SET "about" = '{"kind":' WHERE "userId" = 'id'`,
  'a state that is none': `UPDATE "Reminder" SET "zone" = 'Mars/Base', "text" = 'open' WHERE "userId" = 'id'`,
  'a day that is none': `UPDATE "Interview" SET "day" = '2026-99-99' WHERE "userId" = 'id'`,
  'a zone that is none': `UPDATE "Interview" SET "zone" = 'Mars/Base' WHERE "userId" = 'id'`,
  'a role that is none': `UPDATE "Contact" SET "role" = 'wizard' WHERE "userId" = 'id'`,
  'a name that does not open': `UPDATE "Contact" SET "name" = 'v1.x.y.z' WHERE "userId" = 'id'`,
  'a defender since never': `UPDATE "Defender" SET "since" = 'never' WHERE "userId" = 'id'`,
  'an offer in no state': `UPDATE "Offer" SET "zone" = '' WHERE "userId" = 'id'`,
  'a loose end of no kind': `UPDATE "LooseEnd" SET "kind" = 'shoelace' WHERE "userId" = 'id'`,
  'a setting that is none': `UPDATE "User" SET "zone" = 'Nowhere', "digestHour" = 99 WHERE "id" = 'id'`,
  'kinds that are none': `UPDATE "User" SET "muted" = 'x,y', "pausedUntil" = 'later' WHERE "id" = 'id'`,
  'what was moved to nowhere': `UPDATE "User" SET "moved" = 'not json' WHERE "id" = 'id'`,
  'an account of no platform': `UPDATE "Account" SET "platform" = 'pigeon' WHERE "userId" = 'id'`,
  'a message that says nothing': `UPDATE "Delivery" SET "items" = 'not json' WHERE "userId" = 'id'`,
  'a message of no kind': `UPDATE "Delivery" SET "kind" = 'mystery' WHERE "userId" = 'id'`,
  'a message without a person': `UPDATE "Delivery" SET "items" = '[{"kind":"eve"}]' WHERE "userId" = 'id'`,
};

/** SQLite takes anything in any column. */
export const brokenOnSqlite: Readonly<Record<string, string>> = {
  'a number that is a word': `UPDATE "User" SET "revision" = 'many' WHERE "id" = 'id'`,
  'a moment that is a word': `UPDATE "Offer" SET "replyBy" = 'whenever' WHERE "userId" = 'id'`,
  'a time of a message that is a word': `UPDATE "Delivery" SET "graceUntil" = 'then' WHERE "userId" = 'id'`,
  'an entry logged at a word': `UPDATE "LogEntry" SET "loggedAt" = 'then' WHERE "userId" = 'id'`,
};
