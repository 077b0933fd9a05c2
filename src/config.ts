import { z } from 'zod';
import { StartError } from './core/ports/errors.ts';
import { variables } from './variables.ts';

/** Everything that the environment decides, read once. */
export interface Config {
  /** `file:data/backchannel.db` or `postgres://...`. */
  databaseUrl: string;
  /** As given; the store says what is wrong with it. */
  encryptionKey: string | undefined;
  host: string;
  port: number;
  playground: boolean;
  /** Whether the playground lets other computers in. */
  playgroundOpen: boolean;
  tickSeconds: number;
  /** Where browsers reach this bot, without a slash at its end. */
  publicUrl: string | undefined;
  /** Whom people may ask: an address of mail, or of a page. */
  contact: string | undefined;
  contentDir: string | undefined;
  /** For how many days what was kept of a community that removed the bot is found again. */
  retentionDays: number;
  /** Whoever sends it as a bearer token may read `/metrics`; undefined: this computer alone. */
  metricsToken: string | undefined;
  /** Where copies of a SQLite database go; undefined: beside it. */
  backupDir: string | undefined;
  /** How many days' copies are kept; 0: none is made. */
  backupDays: number;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  slack: SlackConfig | undefined;
  discord: DiscordConfig | undefined;
}
export interface SlackConfig {
  /** Empty where it stands in a file. */
  botToken: string;
  /** Where the bot token is read anew at each try. */
  botTokenFile?: string;
  /** With it, Slack is reached by Socket Mode; else by HTTP at /slack/events. */
  appToken: string | undefined;
  signingSecret: string | undefined;
  /** The app is installed by OAuth, in as many workspaces as want it; no bot token is given then. */
  oauth?: SlackOauth;
  apiUrl: string | undefined;
  commandPrefix: string;
  organizers: string[];
}
export interface SlackOauth {
  clientId: string;
  clientSecret: string;
  /** Where a browser reaches this bot, without a slash at its end. */
  publicUrl: string;
}
export interface DiscordConfig {
  /** Empty where it stands in a file. */
  token: string;
  /** Where the token is read anew at each try. */
  tokenFile?: string;
  apiUrl: string | undefined;
  /** How many people a minute are written to for the first time. */
  firstMessagesPerMinute: number;
  /** Which parts of the gateway this process takes; undefined: all of it, in one. */
  shards: 'auto' | { ids: number[]; of: number } | undefined;
}

/** What a variable was called in earlier versions. */
const FORMERLY: Record<string, string> = { SLACK_ORGANISERS: 'SLACK_ORGANIZERS' };

/** Reads the environment; empty values count as left out. @throws StartError that names every mistake in one message. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(environment)
      .filter(([, value]) => value?.trim())
      .map(([name, value]) => [FORMERLY[name] ?? name, value]),
  );
  const result = z.object(variables).safeParse(given);
  const mistakes = (result.error?.issues ?? []).map(issue => `${String(issue.path[0])} ${issue.message}`);
  const has = (name: keyof typeof variables) => given[name] !== undefined;
  const [token, oauth, discord] = [
    has('SLACK_BOT_TOKEN') || has('SLACK_BOT_TOKEN_FILE'),
    has('SLACK_CLIENT_ID') || has('SLACK_CLIENT_SECRET'),
    has('DISCORD_TOKEN') || has('DISCORD_TOKEN_FILE'),
  ];
  const slack = token || oauth;
  for (const name of ['SLACK_BOT_TOKEN', 'DISCORD_TOKEN'] as const)
    if (has(name) && has(`${name}_FILE`)) mistakes.push(`${name} and ${name}_FILE are both set: leave one out`);
  if (oauth && token) mistakes.push('SLACK_CLIENT_ID is for many workspaces, SLACK_BOT_TOKEN for one: leave one out');
  for (const name of ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'PUBLIC_URL'] as const)
    if (oauth && !has(name)) mistakes.push(`${name} is missing: many workspaces need it`);
  if ((has('SLACK_APP_TOKEN') || has('SLACK_SIGNING_SECRET')) && !slack)
    mistakes.push('SLACK_BOT_TOKEN is missing: Slack needs it beside SLACK_APP_TOKEN or SLACK_SIGNING_SECRET');
  if (slack && !has('SLACK_APP_TOKEN') && !has('SLACK_SIGNING_SECRET'))
    mistakes.push('SLACK_APP_TOKEN (for Socket Mode) or SLACK_SIGNING_SECRET (for HTTP) is missing');
  if (!result.success || mistakes.length > 0)
    throw new StartError(
      `The configuration has ${mistakes.length === 1 ? 'a mistake' : `${mistakes.length} mistakes`}: ${mistakes.join('; ')}.`,
    );
  const env = result.data;
  const isConnected = slack || discord;
  // What is only tried never comes into the file of those who live with it.
  const databaseUrl = env.DATABASE_URL ?? (isConnected ? 'file:data/backchannel.db' : 'file:data/playground.db');
  const playground = env.PLAYGROUND ?? (isConnected ? 'off' : 'on');
  return {
    databaseUrl,
    encryptionKey: env.ENCRYPTION_KEY,
    host: env.HOST,
    port: env.PORT,
    playground: playground !== 'off',
    playgroundOpen: playground === 'open',
    tickSeconds: env.TICK_SECONDS,
    publicUrl: env.PUBLIC_URL,
    contact: env.CONTACT,
    contentDir: env.CONTENT_DIR,
    retentionDays: env.RETENTION_DAYS,
    metricsToken: env.METRICS_TOKEN,
    backupDir: env.BACKUP_DIR,
    // What is only tried needs none; PostgreSQL has tools of its own.
    backupDays: databaseUrl.startsWith('file:') ? (env.BACKUP_DAYS ?? (isConnected ? 7 : 0)) : 0,
    logLevel: env.LOG_LEVEL,
    slack: slack
      ? {
          botToken: env.SLACK_BOT_TOKEN ?? '',
          ...(env.SLACK_BOT_TOKEN_FILE && { botTokenFile: env.SLACK_BOT_TOKEN_FILE }),
          appToken: env.SLACK_APP_TOKEN,
          signingSecret: env.SLACK_SIGNING_SECRET,
          ...oauthOf(env),
          apiUrl: env.SLACK_API_URL,
          commandPrefix: env.SLACK_COMMAND_PREFIX ?? '',
          organizers: env.SLACK_ORGANIZERS?.split(',').map(id => id.trim()) ?? [],
        }
      : undefined,
    discord: discord
      ? {
          token: env.DISCORD_TOKEN ?? '',
          ...(env.DISCORD_TOKEN_FILE && { tokenFile: env.DISCORD_TOKEN_FILE }),
          apiUrl: env.DISCORD_API_URL,
          firstMessagesPerMinute: env.DISCORD_FIRST_MESSAGES_A_MINUTE,
          shards: env.DISCORD_SHARDS,
        }
      : undefined,
  };
}

function oauthOf(env: {
  SLACK_CLIENT_ID?: string | undefined;
  SLACK_CLIENT_SECRET?: string | undefined;
  PUBLIC_URL?: string | undefined;
}): { oauth?: SlackOauth } {
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, PUBLIC_URL: publicUrl } = env;
  return clientId && clientSecret && publicUrl ? { oauth: { clientId, clientSecret, publicUrl } } : {};
}
