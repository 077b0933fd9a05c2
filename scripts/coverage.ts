import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { coverageYaml } from '../src/content/coverage.ts';
import { loadWithCovers } from '../src/content/load.ts';

/** Writes src/content/coverage.yaml from what the texts say they cover. */
const { covers } = await loadWithCovers();
await writeFile(join(import.meta.dirname, '../src/content/coverage.yaml'), coverageYaml(covers));
