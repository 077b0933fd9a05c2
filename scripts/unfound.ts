// Lists what was looked for in the library and not found, most often first: npm run unfound
import { openBeside } from '../src/store/driver/beside.ts';
import { encryptedClient } from '../src/store/driver/client.ts';
import { createFieldCipher } from '../src/store/encryption/cipher.ts';
import { existingKeysFor } from '../src/store/encryption/key.ts';
import { createQuestions } from '../src/store/questions/questions.ts';
import { runTool } from './tool.ts';

await runTool(async config => {
  const bare = openBeside(config.databaseUrl);
  try {
    const cipher = createFieldCipher(existingKeysFor(config).keys);
    const asked = await createQuestions(encryptedClient(bare, cipher), cipher.digest).list();
    if (asked.length === 0) console.log('Nothing was looked for in vain.');
    for (const { words, times, askedAt } of asked)
      console.log(`${String(times).padStart(4)}  ${askedAt.toString().slice(0, 10)}  ${words}`);
  } finally {
    await bare.$disconnect();
  }
});
