import Tinypool from 'tinypool';
import type { TextReaders } from '../core/commands/textReaders.ts';
import type { Screened } from './screeningWorker.ts';

/** No text takes a tenth of this, also where the patterns are compiled first. */
const LONGEST_MS = 20_000;

let pool: Tinypool | undefined;

/**
 * The patient screen, the check of drafts and the ear for what asks for care, in a thread of their own, one for the
 * whole process, which begins now. The engine compiles their patterns at their first use, and again after it has thrown them away to save
 * memory: each time half a second in which nobody else would be answered.
 */
export function createScreening(): TextReaders {
  pool ??= new Tinypool({
    filename: new URL('./screeningWorker.ts', import.meta.url).href,
    ...{ minThreads: 1, maxThreads: 1 },
  });
  const thread = pool;
  return {
    async screen(text, own) {
      const given: Screened = { text, own: [...own] };
      return thread.run(given, { name: 'screened', signal: AbortSignal.timeout(LONGEST_MS) });
    },
    async proofread(text, writing, own) {
      const given = { text, writing, own: [...own] };
      return thread.run(given, { name: 'proofreadApart', signal: AbortSignal.timeout(LONGEST_MS) });
    },
    listen: text => thread.run(text, { name: 'heard', signal: AbortSignal.timeout(LONGEST_MS) }),
  };
}
