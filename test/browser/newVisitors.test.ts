import { expect, onTestFinished, test } from 'vitest';
import { newId } from '../../src/core/runtime/id.ts';
import { NEW_A_MINUTE } from '../../src/doors/playground/visitors.ts';
import { ask } from '../doors/playground/visitor.ts';
import { movableClock, startBot } from '../support/bot.ts';
import { newProfile, noBrowser, startBrowser, visit } from './visitor.ts';

test.skipIf(noBrowser)(
  'the page says in one sentence that too many came, and goes on a minute later',
  { timeout: 60_000 },
  async () => {
    const clock = movableClock('2026-10-06T10:00[America/Chicago]');
    const [bot, browser] = await Promise.all([startBot({}, clock), startBrowser()]);
    onTestFinished(async () => {
      await bot.remove();
      await browser.close();
    });
    for (let turn = 0; turn < NEW_A_MINUTE; turn += 1) {
      const headers = {
        cookie: `backchannel-playground=${newId()}`,
        origin: bot.url,
        'content-type': 'application/json',
      };
      const about = { command: 'log', option: 'who', text: 'k' };
      await ask(`${bot.url}/api/suggest`, headers, JSON.stringify({ persona: 'ana', place: 'channel', about }));
    }
    const { page, type, sees, words } = await visit(await newProfile(browser), bot.url, []);
    await type('/log Dr. Patel they:good');
    await page.getByRole('alert').filter({ hasText: 'Too many new visitors came from your address' }).waitFor();
    expect(await words.inputValue()).toBe('/log Dr. Patel they:good');
    clock.pass({ minutes: 1, seconds: 1 });
    await type('/log Dr. Patel they:good');
    await sees('Logged');
  },
);
