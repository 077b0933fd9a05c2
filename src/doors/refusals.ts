import { randomInt } from 'node:crypto';
import type { Logger } from 'pino';
import type { FailureReason } from '../core/ports/notifier.ts';
import type { Counters } from '../core/runtime/counters.ts';

/** Whom a platform's no is about, and so what it stops: that much and no more. */
type Concern =
  /** One person. */
  | 'recipient'
  /** One channel, and with it a community's tips. */
  | 'channel'
  /** The app in one community. */
  | 'installation'
  /** The token, and with it everything: for as long as it is refused. */
  | 'token'
  /** How commands are listed. */
  | 'command'
  /** This one request. */
  | 'request';

export interface Meaning {
  /** A short name to count by. */
  kind: string;
  concerns: Concern;
  /** Whether the same again would be refused again. */
  permanent: boolean;
  /** What it comes to for a message that was to be sent. */
  reason: FailureReason;
}

const once = (concerns: Concern, kind: string, reason: FailureReason): Meaning => ({
  kind,
  concerns,
  permanent: true,
  reason,
});
const passing = (concerns: Concern, kind: string, reason: FailureReason = 'unreachable'): Meaning => ({
  kind,
  concerns,
  permanent: false,
  reason,
});

const dmsClosed = once('recipient', 'dms-closed', 'dms-closed');
const personGone = once('recipient', 'person-gone', 'person-gone');
const channelGone = once('channel', 'channel-gone', 'channel-gone');
const noPermission = once('channel', 'no-permission', 'no-permission');
const malformed = once('request', 'malformed', 'rejected');
const requestOver = once('request', 'request-over', 'rejected');
const answeredBefore = once('request', 'answered-before', 'rejected');
const tokenRefused = passing('token', 'token-refused', 'token-refused');
export const rateLimited = passing('request', 'rate-limited', 'rate-limited');
export const noAnswer = passing('request', 'no-answer');

/** What Discord's error codes mean. */
const discordCodes: Record<number, Meaning> = {
  10003: channelGone,
  10004: once('installation', 'community-gone', 'channel-gone'),
  10008: once('request', 'message-gone', 'rejected'),
  10013: personGone,
  10015: requestOver,
  10062: requestOver,
  20012: passing('token', 'foreign-application', 'token-refused'),
  30034: passing('command', 'daily-limit', 'rate-limited'),
  40001: tokenRefused,
  40060: answeredBefore,
  50001: noPermission,
  50007: dmsClosed,
  50013: noPermission,
  50027: requestOver,
  50035: malformed,
  50109: malformed,
  50240: once('command', 'entry-point', 'rejected'),
  50278: dmsClosed,
};

/** What Discord's no means: its code says it, else the status. */
export function meaningOnDiscord(status: number, code: number): Meaning {
  const known = discordCodes[code];
  if (known) return known;
  // Said of one message as well as of all: whether the token is refused is for a question of its own to say.
  if (status === 401) return tokenRefused;
  if (status === 429) return rateLimited;
  if (status >= 400 && status < 500) return once('request', `refused-${code || status}`, 'rejected');
  return noAnswer;
}

const uninstalled = once('installation', 'uninstalled', 'uninstalled');
const missingScope = once('installation', 'missing-scope', 'no-permission');

/** What Slack's error words mean. */
const slackWords: Record<string, Meaning> = {
  cannot_dm_bot: dmsClosed,
  messages_tab_disabled: dmsClosed,
  user_not_found: personGone,
  user_disabled: personGone,
  user_not_visible: personGone,
  channel_not_found: channelGone,
  is_archived: channelGone,
  not_in_channel: noPermission,
  restricted_action: noPermission,
  restricted_action_read_only_channel: noPermission,
  missing_scope: missingScope,
  team_access_not_granted: uninstalled,
  account_inactive: uninstalled,
  token_revoked: uninstalled,
  invalid_auth: tokenRefused,
  not_authed: tokenRefused,
  token_expired: tokenRefused,
  not_allowed_token_type: tokenRefused,
  expired_trigger_id: requestOver,
  trigger_expired: requestOver,
  exchanged_trigger_id: answeredBefore,
  hash_conflict: requestOver,
  view_not_found: once('request', 'view-gone', 'rejected'),
  msg_blocks_too_long: malformed,
  msg_too_long: malformed,
  invalid_blocks: malformed,
  invalid_arguments: malformed,
  no_text: malformed,
  file_not_found: once('request', 'file-gone', 'rejected'),
  file_deleted: once('request', 'file-gone', 'rejected'),
  ratelimited: rateLimited,
  internal_error: noAnswer,
  fatal_error: noAnswer,
  service_unavailable: noAnswer,
  request_timeout: noAnswer,
};

/** What Slack's word for a no means; one that is not known may pass. */
export const meaningOnSlack = (word: string): Meaning =>
  (Object.hasOwn(slackWords, word) && slackWords[word]) || passing('request', word);

/** What a platform said no to: one line for each, and a count by kind. */
export interface Refusals {
  /**
   * @param call what was asked of the platform, without ids: `interaction callback`
   * @returns a reference for the person and the log; that of the error where it was noted already
   */
  note(call: string, kind: string, error?: unknown): string;
}

/** Without letters and digits that are taken for each other. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const LENGTH = 6;
const newReference = (): string => Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** By the error, for the card that says so. */
const references = new WeakMap<Error, string>();
export const referenceOf = (error: unknown): string | undefined =>
  error instanceof Error ? references.get(error) : undefined;

/**
 * Counted as `Slack refused chat.postMessage: no-permission`.
 * @param heard told of each kind, such as that a token is taken no more
 */
export function createRefusals(
  platform: string,
  log: Pick<Logger, 'warn'>,
  counters: Counters,
  heard: (kind: string, call: string) => void = () => {},
): Refusals {
  return {
    note(call, kind, error) {
      const noted = referenceOf(error);
      if (noted) return noted;
      const count = counters.count('refusals', platform, call, kind);
      const reference = newReference();
      if (error instanceof Error) references.set(error, reference);
      heard(kind, call);
      log.warn({ call, kind, count, reference }, `${platform} refused`);
      return reference;
    },
  };
}
