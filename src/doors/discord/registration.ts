import { DiscordAPIError, type REST } from 'discord.js';
import type { Command } from '../../core/commands/command.ts';
import { tryAgain } from '../../core/sending/backoff.ts';
import type { Refusals } from '../refusals.ts';
import { registerCommands } from './applicationCommands.ts';
import { failureDetail, failureKind } from './failures.ts';

interface Parts {
  refusals: Refusals;
  announce(line: string): void;
  now(): Temporal.Instant;
  stopping: AbortSignal;
}

/** What an operator does about it, by kind. */
const advice: Record<string, string> = {
  'daily-limit': 'Discord takes only so many new commands a day: I try again later.',
  'entry-point': 'The application has an Entry Point command, which has to stay: look at it in the Developer Portal.',
  'no-permission': 'Invite the bot again with the scope applications.commands.',
  'no-answer': 'Discord did not answer: I try again later.',
};

/**
 * Registers the commands apart from the connection: what is registered goes on working where Discord does not take the
 * list, and what passes is tried again.
 */
export async function keepRegistered(
  rest: REST,
  application: string,
  commands: readonly Command[],
  { refusals, announce, now, stopping }: Parts,
): Promise<void> {
  const said = new Set<string>();
  const attempt = async (): Promise<boolean> => {
    try {
      await registerCommands(rest, application, commands);
      return true;
    } catch (error) {
      const { kind, permanent } = failureKind(error);
      const reference = refusals.note('command registration', kind, error);
      const what = error instanceof DiscordAPIError ? failureDetail(error) : kind;
      const hint = advice[kind] ? ` ${advice[kind]}` : '';
      // Once each: it is tried for hours.
      if (said.has(what)) return permanent;
      said.add(what);
      announce(
        `Discord did not take the list of commands (${what}, reference ${reference}). Those it has go on working.${hint}`,
      );
      return permanent;
    }
  };
  if (!(await attempt())) void tryAgain(attempt, stopping, now);
}
