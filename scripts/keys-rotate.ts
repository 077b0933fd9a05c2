// Changes the encryption key, a step at a time, beside the running bot: npm run keys:rotate
import { existingKeysFor } from '../src/store/encryption/key.ts';
import { progressLines } from '../src/store/upkeep/progress.ts';
import { type Rotated, rotateKeys } from '../src/store/upkeep/rotateKeys.ts';
import { runTool } from './tool.ts';

function said(done: Rotated): string[] {
  if (done.step === 'key-made')
    return [
      `A new key: ${done.key.toString('base64')}`,
      'Give every bot both keys, first the old one, then a comma, then the new one, and restart them one after the other.',
      'Then put the new one first (ENCRYPTION_KEY=new,old), restart them again, and run this again with the same setting.',
      'With one bot alone, the first of these two rounds can be left out.',
    ];
  if (done.step === 'key-written')
    return [`A new key stands first in ${done.path}. Restart the bot, then run this again while it runs.`];
  const unopened = Object.entries(done.resealed.unopened).map(
    ([model, rows]) => `In ${model}, ${rows} rows hold something that none of the keys opens: it was left as it is.`,
  );
  return [
    ...unopened,
    `All is sealed with the new key: ${done.resealed.rows} rows were sealed anew.`,
    done.aside === undefined
      ? 'Take the old key out of ENCRYPTION_KEY and restart each bot. Keep it for as long as you keep copies made before now.'
      : `The old key is in ${done.aside}: copies made before now need it. Keep it where you keep your keys, and delete it here.`,
  ];
}

await runTool(async config => {
  const { databaseUrl } = config;
  const now = Temporal.Now.instant();
  const progress = progressLines(console.log);
  for (const line of said(await rotateKeys({ databaseUrl, known: existingKeysFor(config), now, progress })))
    console.log(line);
});
