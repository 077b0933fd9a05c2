import type { Block } from './blocks.ts';

/** A JSON object of which nothing is known yet. */
export type Json = Record<string, unknown>;

/** A workspace in which the app is installed. */
export type Team = {
  id: string;
  name: string;
  domain: string;
  botToken: string;
  botUserId: string;
  botId: string;
  scopes: Set<string>;
  /** The token before this one: two are good at a time. */
  previous?: string;
  /** Tokens that were good before. */
  oldTokens: Set<string>;
  /** When the token ends, in milliseconds since 1970. */
  expires?: number | undefined;
  /** On Enterprise Grid: the organization that it is part of. */
  enterprise?: { id: string; name: string };
  /** What a call with the bot token is answered with; `undefined` while the token is good. */
  tokenError?: 'token_revoked' | 'account_inactive' | undefined;
};

/** Somebody in a workspace: a person, or the bot's own user. */
export type User = {
  id: string;
  teamId: string;
  name: string;
  tz: string;
  admin: boolean;
  owner: boolean;
  disabled: boolean;
  bot: boolean;
  /** On Enterprise Grid: the organization. */
  enterprise?: string;
  /** On Enterprise Grid: the workspaces that they are in besides `teamId`. */
  alsoIn: string[];
};

/** A public or private channel, or the DM between one user and the bot. */
export type Channel = {
  id: string;
  teamId: string;
  name: string;
  kind: 'public' | 'private' | 'im';
  archived: boolean;
  members: Set<string>;
  /** Of a DM: the person in it. */
  user?: string;
  messages: Message[];
};

/** A message as it stands now: updates change it in place, and `edited` and `deleted` say so. */
export type Message = {
  ts: string;
  channel: string;
  author: string;
  text: string;
  blocks: Block[];
  /** The only user who sees it, when it is ephemeral. */
  ephemeralFor?: string | undefined;
  threadTs?: string | undefined;
  metadata?: { event_type: string; event_payload: Json } | undefined;
  files: SlackFile[];
  /** Mentions that notify somebody: `!channel`, `!here`, `!everyone`, `@U…`, `!subteam^S…`. */
  pings: string[];
  edited: boolean;
  deleted: boolean;
};

/** An uploaded file; `bytes` is empty until the upload URL was used. */
export type SlackFile = {
  id: string;
  teamId: string;
  name: string;
  title: string;
  bytes: Uint8Array;
  deleted: boolean;
};

/** A modal or a Home tab as it stands now; updates change it in place. */
export type View = {
  id: string;
  teamId: string;
  userId: string;
  hash: string;
  /** False once it was submitted, closed or cleared away. */
  open: boolean;
  /** The interaction whose trigger opened it. */
  openedBy?: string | undefined;
  type: 'modal' | 'home';
  title?: string | undefined;
  submit?: string | undefined;
  close?: string | undefined;
  blocks: Block[];
  callback_id: string;
  external_id: string;
  private_metadata: string;
  notify_on_close: boolean;
  clear_on_close: boolean;
};

/** How the app answered a delivery, as the user's client learns of it; `within` in milliseconds. */
export type Ack =
  | { ok: true; within: number; body?: unknown }
  | { ok: false; within: number; error: 'operation_timeout' | 'dispatch_failed' | 'invalid_command_response' };

/** A line in the log of Web API calls; `error` is Slack's word, absent when the call went well, `detail` its reasons. */
export type LoggedRequest = {
  method: string;
  status: number;
  ok: boolean;
  error?: string | undefined;
  detail?: unknown;
  args: Json;
};

/** A refusal in Slack's words: HTTP 200 with `{ok: false, error}`, or 429 for `ratelimited`. */
export class SlackError extends Error {
  readonly code: string;
  readonly details: Json;
  constructor(code: string, details: Json = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}
