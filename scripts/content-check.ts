import { commands } from '../src/commands/index.ts';
import { loadContent } from '../src/content/load.ts';
import { ContentError } from '../src/content/mistakes.ts';

/** Prints what is wrong with the texts, or that nothing is. `CONTENT_DIR` names a folder of a community's own texts. */
try {
  const names = commands.map(({ name }) => name);
  const { advice, tips, scenarios } = await loadContent({ dir: process.env.CONTENT_DIR || undefined, commands: names });
  console.log(`content: ${advice.size} pieces, ${tips.size} tips, ${scenarios.size} scenarios: no mistakes`);
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
