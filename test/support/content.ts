import { commands } from '../../src/commands/index.ts';
import { loadContent } from '../../src/content/load.ts';

/** The texts that ship, read once a worker: reading them and making their search take a third of a second. */
export const content = await loadContent({ commands: commands.map(({ name }) => name) });
