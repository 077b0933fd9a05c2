import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { type Meaning, meaningOnDiscord, noAnswer, rateLimited } from '../refusals.ts';

/** What a failed call to Discord means. */
export function failureKind(error: unknown): Meaning {
  if (error instanceof RateLimitError) return rateLimited;
  if (error instanceof DiscordAPIError) return meaningOnDiscord(error.status, Number(error.code) || 0);
  return noAnswer;
}

/** The same in few letters, without an address in it, which holds ids and tokens. */
export function failureDetail(error: unknown): string {
  if (error instanceof RateLimitError) return 'rate limited';
  if (error instanceof DiscordAPIError) return `Discord error ${error.code || error.status}`;
  return error instanceof HTTPError ? `HTTP ${error.status}` : 'no answer';
}
