import { type ChannelProblem, failureReasons, type Platform } from '../../core/ports/notifier.ts';
import type { Account, Community, User } from '../../core/ports/users.ts';
import { settings } from '../../domain/entities/settings.ts';
import { type Contact, entities, type LogEntry } from '../../domain/notebook.ts';
import { keyIn, keysOf } from '../../domain/vocabulary.ts';
import type {
  Account as AccountRow,
  Community as CommunityRow,
  Contact as ContactRow,
  LogEntry as LogEntryRow,
  User as UserRow,
} from '../generated/sqlite/client.ts';
import { readProfile } from './records.ts';

const platforms = { slack: {}, discord: {}, playground: {} } as const satisfies Record<Platform, object>;

const problems = { 'channel-gone': {}, 'no-permission': {} } as const satisfies Record<ChannelProblem, object>;
export const failureReasonOf = (text: string | null) => optionalKey(failureReasons, text);

/** The key that a column holds. @throws Error where the list has it no more */
export function key<List extends object>(list: List, text: string): keyof List & string {
  const found = keyIn(list, text);
  if (!found) throw new Error(`${text} is in no list`);
  return found;
}
const optionalKey = <List extends object>(list: List, text: string | null) => (text === null ? null : key(list, text));

export const dateOf = (instant: Temporal.Instant): Date => new Date(instant.epochMilliseconds);
export const instantOf = (date: Date): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(date.getTime());
/** As the raw statements write it: SQLite keeps times as text of this form, PostgreSQL reads it as UTC. */
export const timeText = (instant: Temporal.Instant): string => `${dateOf(instant).toISOString().slice(0, -1)}+00:00`;
export const platformOf = (text: string): Platform => key(platforms, text);

/** The columns that a user is read from; the others are the planner's and the requests'. */
export const userColumns = ['id', 'createdAt', ...keysOf(settings.columns)] as const;
export const toUser = (row: Pick<UserRow, (typeof userColumns)[number]>): User => ({
  id: row.id,
  since: instantOf(row.createdAt),
  ...readProfile(row),
});

/** The columns that an account is read from. */
export const accountColumns = ['id', 'userId', 'platform', 'scope', 'externalId', 'directChannel'] as const;
export const toAccount = (row: Pick<AccountRow, (typeof accountColumns)[number]>): Account => ({
  id: row.id,
  userId: row.userId,
  platform: platformOf(row.platform),
  scope: row.scope,
  externalId: row.externalId,
  ...(row.directChannel !== null && { directChannel: row.directChannel }),
});

const dayOf = (text: string) => Temporal.PlainDate.from(text);

export function toCommunity(row: CommunityRow): Community {
  const { tipsChannel: channel, tipsWeekday: weekday, tipsHour: hour, tipsZone: zone } = row;
  const planned = channel !== null && weekday !== null && hour !== null && zone !== null;
  return {
    id: row.id,
    platform: platformOf(row.platform),
    externalId: row.externalId,
    name: row.name,
    zone: row.zone,
    tips: planned ? { channel, weekday, hour, zone } : null,
    track: { shiftDays: row.trackShiftDays, match: row.trackMatch },
    paused: row.paused,
    problem: optionalKey(problems, row.problem),
    pingRole: row.pingRole,
    ownLine: row.ownLine !== null && row.ownLineOn !== null ? { text: row.ownLine, on: dayOf(row.ownLineOn) } : null,
    skipOn: row.skipOn === null ? null : dayOf(row.skipOn),
  };
}

export const toContact = (row: ContactRow): Contact => entities.Contact.toItem(row);
export const toEntry = (row: LogEntryRow): LogEntry => entities.LogEntry.toItem(row);
