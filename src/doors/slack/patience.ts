import type { Answer } from '../../core/ports/request.ts';
import { within } from '../../core/within.ts';
import type { Surface } from './surfaces.ts';

/** After this long without an answer, something is shown. */
const PATIENCE_MS = 1000;

/** The answer if it comes quickly enough to be the acknowledgement itself. */
export const soon = (answer: Promise<Answer>): Promise<Answer | undefined> => within(PATIENCE_MS, answer, undefined);

/** Shows the answer when it is there, and a word of patience where that takes over a second. */
export async function showWhenReady(answer: Promise<Answer>, surface: Surface): Promise<void> {
  const ready = await soon(answer);
  // One of five uses of a response URL; the answer is the second.
  if (!ready) await surface.wait().catch(() => {});
  await surface.show(ready ?? (await answer));
}
