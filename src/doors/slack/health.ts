import { setTimeout as sleep } from 'node:timers/promises';
import type { DoorState } from '../../core/ports/door.ts';
import { backoffMs } from '../../core/sending/backoff.ts';
import { meaningOnSlack } from '../refusals.ts';

/** Whether with this word Slack takes the token no more, here or anywhere. */
export const isTokenRefusal = (word: string): boolean =>
  ['token-refused', 'uninstalled'].includes(meaningOnSlack(word).reason);

interface HealthParts {
  announce(line: string): void;
  stopping: AbortSignal;
  /** Asks Slack once more with the token, read anew where it stands in a file. @returns whether it was taken */
  tryToken(): Promise<boolean>;
  /** What an operator does about it. */
  mend(): string;
  wait?(tries: number): number;
}

/** How the connection with Slack is, for `/readyz`; and what the operator is told of it, once each time. */
export function createHealth({ announce, stopping, tryToken, mend, wait = backoffMs }: HealthParts) {
  const troubles = new Map<string, string>([['start', 'not connected yet']]);

  async function keepTrying(variable: string): Promise<void> {
    for (let tries = 0; !stopping.aborted; tries += 1) {
      await sleep(wait(tries), undefined, { signal: stopping, ref: false }).catch(() => {});
      if (stopping.aborted || !(await tryToken())) continue;
      troubles.delete(variable);
      announce(`Slack takes ${variable} again. What was due goes out now.`);
      return;
    }
  }

  return {
    state(): DoorState {
      const [why] = troubles.values();
      return why === undefined ? { connected: true } : { connected: false, why };
    },

    /** Something that comes and goes by itself, such as the socket. */
    set(what: 'start' | 'socket', why: string | undefined): void {
      if (why === undefined) troubles.delete(what);
      else troubles.set(what, why);
    },

    /** The bot token was refused while running: said once, tried again later each time, until it is taken. */
    botTokenRefused(kind: string): void {
      const variable = 'SLACK_BOT_TOKEN';
      if (troubles.has(variable) || troubles.has('start')) return;
      troubles.set(variable, `${variable} was refused (${kind})`);
      announce(
        `${variable} was refused by Slack (${kind}). Nothing is sent there until it is taken again; what is due stays due. ${mend()}`,
      );
      void keepTrying(variable);
    },

    /** The app token was refused when the socket was to open again; it is tried again by itself. */
    appTokenRefused(kind: string | undefined): void {
      const variable = 'SLACK_APP_TOKEN';
      if (kind === undefined) return void troubles.delete(variable);
      if (troubles.has(variable)) return;
      troubles.set(variable, `${variable} was refused (${kind})`);
      announce(`${variable} was refused by Slack (${kind}). Nothing comes in from Slack until it is taken again.`);
    },
  };
}

export type Health = ReturnType<typeof createHealth>;
