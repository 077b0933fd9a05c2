import { namesSomebody } from '../../domain/privacy/namesSomebody.ts';
import type { Notebook } from '../ports/notebook.ts';
import type { Questions } from '../ports/questions.ts';
import type { Screen } from '../ports/screening.ts';

/** Longer than any question of a few words, and more likely to tell a story. */
const LONGEST = 80;

/**
 * Counts what somebody looked for in vain, without who it was. Nothing is kept of words that are long or could lead to
 * anybody: whom they keep in their notebook, a patient, a name. What asks for care never comes here.
 */
export async function countUnfound(
  text: string,
  { people, programs }: Pick<Notebook, 'people' | 'programs'>,
  { questions, screen, now }: { questions: Questions; screen: Screen; now: Temporal.Instant },
): Promise<void> {
  if (text.length > LONGEST) return;
  const words = text.toLowerCase().match(/[\p{L}\p{N}'-]+/gu) ?? [];
  if (words.length === 0) return;
  const own = [...(await people.all()), ...(await programs.all())].map(({ name }) => name);
  if (namesSomebody(text, own) || (await screen(text, [])).length > 0) return;
  await questions.count(words.join(' '), now);
}
