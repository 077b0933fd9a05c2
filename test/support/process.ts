import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface BotProcess {
  child: ChildProcess;
  /** All that it has printed. */
  output(): string;
  /** Ends when a line that matches has been printed; throws what was printed where the process ends before. */
  says(pattern: RegExp): Promise<string>;
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** The exit code, once it ends. */
  ended: Promise<number | null>;
}

const main = join(import.meta.dirname, '../../src/main.ts');

/**
 * The real bot in a process of its own, with this environment and nothing of the surrounding one but the path.
 * @param limits shell words that run before it, such as `ulimit -f 1000`
 * @param entry that of another copy of the program
 */
export function spawnBot(environment: Record<string, string>, cwd: string, limits = ':', entry = main): BotProcess {
  const child = spawn('/bin/sh', ['-c', `${limits}; exec "$0" "$1"`, process.execPath, entry], {
    cwd,
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', data => {
      printed += data;
      for (const look of waiting) look();
    });
  const ended = once(child, 'exit').then(([code]) => {
    for (const look of waiting) look();
    return code as number | null;
  });
  return {
    child,
    ended,
    output: () => printed,
    says: pattern =>
      new Promise((resolve, reject) => {
        const look = () => {
          const [found] = pattern.exec(printed) ?? [];
          if (found !== undefined) resolve(found);
          else if (child.exitCode !== null || child.signalCode !== null)
            reject(new Error(`ended before ${pattern}: ${printed}`));
          else return;
          waiting.delete(look);
        };
        waiting.add(look);
        look();
      }),
    async kill(signal = 'SIGKILL') {
      child.kill(signal);
      await ended;
    },
  };
}
