import { expect, onTestFinished, test } from 'vitest';
import { startSlack } from '../standins/slack/index.ts';
import { movableClock, startBot } from '../support/bot.ts';

/** The claim code that the operator of a bot with this key sees. */
async function codeWith(ENCRYPTION_KEY: string): Promise<string> {
  const slack = await startSlack({ botToken: 'xoxb-1' });
  const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1-A', SLACK_API_URL: slack.apiUrl };
  const clock = movableClock('2026-10-14T12:00[America/Chicago]');
  const bot = await startBot({ ...tokens, PLAYGROUND: 'off', ENCRYPTION_KEY }, clock);
  onTestFinished(async () => {
    await bot.remove();
    await slack.close();
  });
  const code = bot.lines.join('\n').match(/claim:([0-9A-F]{4}-[0-9A-F]{4})$/m)?.[1];
  if (!code) throw new Error(`no claim code among ${bot.lines.join('\n')}`);
  return code;
}

test('the claim code of the same workspace is another with another key, and the same with the same', async () => {
  const [one, other] = ['01'.repeat(32), '02'.repeat(32)];
  const first = await codeWith(one);
  expect(await codeWith(other)).not.toBe(first);
  expect(await codeWith(one)).toBe(first);
});
