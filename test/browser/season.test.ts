import { describe, expect, test } from 'vitest';
import { isLong } from '../support/long.ts';
import { noBrowser, playgroundInBrowser, textOf } from './visitor.ts';

describe.skipIf(noBrowser)('the playground’s time in a browser', () => {
  const { arrive, complaints } = playgroundInBrowser('2026-11-28T10:00[America/Chicago]');

  test('the season is played, paused, read and left, with the real engine’s messages in place', async () => {
    const { page, messages } = await arrive();
    await page.getByRole('button', { name: 'See a season in 15 seconds' }).click();
    await messages.first().waitFor({ timeout: 20_000 });
    await page.getByRole('button', { name: 'Pause' }).click();
    const count = await messages.count();
    const check = messages.filter({ has: page.getByRole('heading', { name: 'Something to fix first' }) });
    expect(await textOf(check)).toContain('Joy Kim');
    await page.getByRole('button', { name: 'Play on' }).click();
    await expect.poll(() => messages.count(), { timeout: 15_000 }).toBeGreaterThan(count + 2);
    await page.getByText('Why this came').first().click();
    expect(await textOf(page.locator('.why[open]').first())).toMatch(/hour that you chose|every Monday/);
    if (isLong) await page.getByRole('button', { name: 'Now be this person' }).waitFor({ timeout: 40_000 });
    await page.locator('#play').getByRole('button', { name: 'Back to now' }).click();
    await page.getByRole('radio', { name: 'Ana', checked: true }).waitFor({ state: 'attached', timeout: 40_000 });
    await page.getByRole('heading', { name: 'Prepare for the conversation you cannot hear' }).waitFor();
  });

  test('one tap on a card makes one that person, and another empties their notebook', async () => {
    const { page, sees, type, messages } = await arrive();
    await page.getByRole('button', { name: 'Be Leo' }).click();
    await sees('Something to fix first');
    await type('/history');
    await sees('History');
    await page.getByRole('button', { name: 'Backchannel playground' }).click();
    await page.getByRole('button', { name: 'Empty it: Leo’s notebook' }).click();
    await page.getByText('Emptied').waitFor();
    await page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Backchannel' }).click();
    await expect.poll(() => messages.count()).toBe(0);
  });

  test('by taps alone, the day after leads to the debrief, and the debrief to the rank list', async () => {
    const { page, sees, tap, type, dialog, last, place } = await arrive();
    await type('/settings remind:eves zone:Chicago');
    await sees('Saved');
    await type('/programs do:add name:Mercy market:inside notes:welcome');
    await sees('Added');
    await type('/programs do:interview name:Mercy when:"Mon 30 Nov 9am" zone:Chicago');
    await sees('Noted');

    const strip = page.getByRole('region', { name: 'The season' });
    await place('Backchannel').click();
    await strip.getByRole('radio', { name: 'day' }).check({ force: true });
    for (const day of ['Nov 29', 'Nov 30', 'Dec 1']) {
      await strip.getByRole('button', { name: 'Later' }).click();
      await expect.poll(() => textOf(strip)).toContain(day);
    }
    await sees('Backchannel: one thing for today');
    expect(await textOf(last)).not.toContain('Mercy');
    await tap('Show');
    await sees('While it is fresh');
    await tap('Debrief in 30 seconds');
    await dialog.getByRole('radio', { name: 'yes' }).first().check();
    await dialog.getByLabel('A red flag').selectOption('none');
    await dialog.getByRole('button', { name: 'Keep it' }).click();
    await sees('Debriefed');
    expect(await textOf(last)).toContain('Mercy: would rank it: yes; no red flag.');
    await tap('On my rank list');
    await sees('My rank list');
    expect(await textOf(last)).toContain('Mercy: number 1 of 1.');
    await strip.getByRole('button', { name: 'Back to now' }).click();
    await expect.poll(() => textOf(strip)).not.toContain('time moved');
    await page.close();
  });

  test('the time is moved by keys and taps, and back to now by one', async () => {
    const { page } = await arrive();
    const strip = page.getByRole('region', { name: 'The season' });
    const day = page.getByRole('slider', { name: 'Day of the season' });
    await expect.poll(() => day.getAttribute('aria-valuetext')).toBe('Sat, Nov 28, 2026, late phase');
    await day.press('ArrowRight');
    await expect.poll(() => textOf(strip)).toMatch(/Sun, Nov 29, 2026[\s\S]*time moved/);
    await day.press('PageUp');
    await expect.poll(() => textOf(strip)).toContain('Sun, Dec 6, 2026');
    await strip.getByRole('radio', { name: 'phase' }).check({ force: true });
    await strip.getByRole('button', { name: 'Later' }).click();
    await expect.poll(() => textOf(strip)).toMatch(/Fri, Jan 1, 2027[\s\S]*ranking/);
    await strip.getByRole('button', { name: 'Back to now' }).click();
    await expect.poll(() => textOf(strip)).toContain('Sat, Nov 28, 2026');
    await expect.poll(() => textOf(strip)).not.toContain('time moved');
  });

  test('the browser had nothing to complain of', () => {
    expect(complaints).toEqual([]);
  });
});
