// Lists what was looked for in the library and not found, most often first: npm run unfound
import { existsSync } from 'node:fs';
import { readConfig } from '../src/config.ts';
import { StartError } from '../src/core/ports/errors.ts';
import { openBeside } from '../src/store/driver/beside.ts';
import { encryptedClient } from '../src/store/driver/client.ts';
import { createFieldCipher } from '../src/store/encryption/cipher.ts';
import { encryptionKeyFor } from '../src/store/encryption/key.ts';
import { createQuestions } from '../src/store/questions/questions.ts';

async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile();
  const config = readConfig(process.env);
  const bare = openBeside(config.databaseUrl);
  try {
    const cipher = createFieldCipher(encryptionKeyFor(config, console.error));
    const asked = await createQuestions(encryptedClient(bare, cipher), cipher.digest).list();
    if (asked.length === 0) console.log('Nothing was looked for in vain.');
    for (const { words, times, askedAt } of asked)
      console.log(`${String(times).padStart(4)}  ${askedAt.toString().slice(0, 10)}  ${words}`);
  } finally {
    await bare.$disconnect();
  }
}

await main().catch(error => {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
});
