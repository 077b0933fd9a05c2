import { z } from 'zod';

const token = (start: string, what: string) =>
  z.string().refine(value => value.startsWith(start) && value.length > start.length, `starts with ${start} (${what})`);
const TICKS = 'is a number of seconds that a minute can be divided by, up to 30: 15, say';
const DAYS = 'is a number of days from 0 to 365';
const address = z.url({ protocol: /^https?$/, error: 'is an http or https address' });

/** `0-3/8` as [0, 1, 2, 3] of 8. */
function partOf(text: string): { ids: number[]; of: number } {
  const [range = '', of] = text.split('/');
  const [first = 0, last = first] = range.split('-').map(Number);
  return { ids: Array.from({ length: last - first + 1 }, (_, index) => first + index), of: Number(of) };
}
function isPart(text: string): boolean {
  const [, first, , last = first, of] = /^(\d+)(-(\d+))?\/(\d+)$/.exec(text) ?? [];
  return Number(first) <= Number(last) && Number(last) < Number(of);
}

/** One declaration: what a variable may hold, and the line that the README's table says of it. */
export const variables = {
  DATABASE_URL: z
    .string()
    .regex(/^(file:|postgres(ql)?:\/\/)/, 'is file:PATH or postgres://...')
    .optional()
    .describe('Where everything is kept: a SQLite file, or `postgres://...`'),
  ENCRYPTION_KEY: z
    .string()
    .optional()
    .describe('32 bytes as base64 or 64 hex digits. Required with PostgreSQL; on SQLite one is made beside the file'),
  HOST: z.string().default('127.0.0.1').describe('The address to listen on'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'is the https address at which browsers reach this bot' })
    .transform(url => url.replace(/\/+$/, ''))
    .optional()
    .describe(
      'Where browsers reach this bot, `https://bot.example.org`: its pages, people’s calendars, and installing it on Slack',
    ),
  CONTACT: z
    .union([z.email(), z.url({ protocol: /^https$/ })], 'is an address of mail, or an https address')
    .optional()
    .describe('Who people can ask, on the pages for privacy and support: an address of mail, or a page'),
  PORT: z.coerce
    .number('is a port from 0 to 65535')
    .int('is a port from 0 to 65535')
    .min(0, 'is a port from 0 to 65535')
    .max(65535, 'is a port from 0 to 65535')
    .default(3000)
    .describe('The port of the playground, of Slack’s HTTP requests, and of `/healthz` and `/readyz`'),
  PLAYGROUND: z
    .enum(['on', 'open', 'off'], 'is on, open or off')
    .optional()
    .describe(
      '`on` serves the playground to this computer alone, `open` to whoever reaches HOST, `off` to nobody; left out: on until Slack or Discord is connected',
    ),
  TICK_SECONDS: z.coerce
    .number(TICKS)
    .refine(seconds => [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30].includes(seconds), TICKS)
    .default(15)
    .describe('How often what is due is looked for: a number of seconds that a minute can be divided by'),
  RETENTION_DAYS: z.coerce
    .number(DAYS)
    .int(DAYS)
    .min(0, DAYS)
    .max(365, DAYS)
    .default(30)
    .describe('How many days the settings of a community that removed the bot are kept, to be found again; 30'),
  BACKUP_DIR: z.string().optional().describe('SQLite: the folder for copies of the database; `backups` beside it'),
  BACKUP_DAYS: z.coerce
    .number(DAYS)
    .int(DAYS)
    .min(0, DAYS)
    .max(365, DAYS)
    .optional()
    .describe('SQLite: how many of the copies that are made every day are kept, 0 for none; 7'),
  CONTENT_DIR: z.string().optional().describe('A folder whose pieces add to, or replace, those that are shipped'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'is debug, info, warn, error or silent')
    .default('warn')
    .describe('How much is logged; never anything that a member wrote'),
  METRICS_TOKEN: z
    .string()
    .min(16, 'has at least 16 characters')
    .optional()
    .describe('Who sends it as a bearer token may read `/metrics`; left out: this computer alone'),
  SLACK_BOT_TOKEN: token('xoxb-', 'Bot User OAuth Token')
    .optional()
    .describe('Connects Slack: the Bot User OAuth Token, `xoxb-...`'),
  SLACK_BOT_TOKEN_FILE: z
    .string()
    .optional()
    .describe('A file that holds the Bot User OAuth Token instead: read anew whenever Slack refuses it'),
  SLACK_APP_TOKEN: token('xapp-', 'App-Level Token with connections:write')
    .optional()
    .describe('Socket Mode: the App-Level Token, `xapp-...`'),
  SLACK_SIGNING_SECRET: z.string().optional().describe('HTTP instead of Socket Mode: the Signing Secret'),
  SLACK_CLIENT_ID: z
    .string()
    .regex(/^\d+\.\d+$/, 'is two numbers with a dot between: the Client ID under Basic Information')
    .optional()
    .describe('Many workspaces by OAuth: the Client ID, beside SLACK_CLIENT_SECRET and PUBLIC_URL'),
  SLACK_CLIENT_SECRET: z.string().optional().describe('Many workspaces by OAuth: the Client Secret'),
  SLACK_ORGANIZERS: z
    .string()
    .regex(/^\s*[UW][A-Z0-9]+(\s*,\s*[UW][A-Z0-9]+)*\s*$/, 'is a list of member IDs such as U012AB3CD, U045EF6GH')
    .optional()
    .describe('Member IDs who may use `/setup` besides admins and owners, with commas'),
  SLACK_COMMAND_PREFIX: z
    .string()
    .regex(/^[a-z0-9-]{1,10}$/, 'has at most 10 lower-case letters, digits and hyphens')
    .optional()
    .describe('Goes before every command where a name is taken: `bc-` makes `/bc-log`'),
  SLACK_API_URL: address.optional().describe('Another server in place of Slack’s, for tests'),
  DISCORD_TOKEN: z.string().optional().describe('Connects Discord: the bot’s token'),
  DISCORD_TOKEN_FILE: z
    .string()
    .optional()
    .describe('A file that holds the bot’s token instead: read anew whenever Discord refuses it'),
  DISCORD_FIRST_MESSAGES_A_MINUTE: z.coerce
    .number('is a whole number from 1')
    .int('is a whole number from 1')
    .min(1, 'is a whole number from 1')
    .default(10)
    .describe('How many people a minute get their first direct message: Discord quarantines a bot that writes to many'),
  DISCORD_SHARDS: z
    .string()
    .regex(/^(auto|\d+(-\d+)?\/\d+)$/, 'is auto, or which of how many: 0-3/8')
    .refine(value => value === 'auto' || isPart(value), 'counts from 0: 0-3/8 and 4-7/8 are all of eight')
    .transform(value => (value === 'auto' ? value : partOf(value)))
    .optional()
    .describe(
      'Several machines on one bot: `0-3/8` takes the first four of eight shards here; `auto` as many as advised',
    ),
  DISCORD_API_URL: address.optional().describe('Another server in place of Discord’s, for tests'),
} as const;
