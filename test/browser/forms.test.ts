import { describe, expect, test } from 'vitest';
import { noBrowser, playgroundInBrowser, textOf } from './visitor.ts';

describe.skipIf(noBrowser)('what the playground keeps', () => {
  const { arrive, complaints, url } = playgroundInBrowser('2026-11-28T10:00[America/Chicago]');

  test('a half-typed form survives Esc, Back and a reload, and is gone once it is sent', async () => {
    const { page, type, dialog, sees } = await arrive();
    const who = dialog.getByLabel('Who saw you work?');
    await type('/log');
    await who.fill('Ana Ruiz');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await type('/log');
    expect(await who.inputValue()).toBe('Ana Ruiz');
    await page.goBack();
    await dialog.waitFor({ state: 'hidden' });
    await type('/log');
    expect(await who.inputValue()).toBe('Ana Ruiz');
    await page.reload();
    await dialog.waitFor();
    expect(await who.inputValue()).toBe('Ana Ruiz');
    await dialog.getByRole('radio', { name: 'good things' }).check();
    await dialog.getByRole('button', { name: 'Log it' }).click();
    await sees('Logged');
    await type('/log');
    await dialog.waitFor();
    expect(await who.inputValue()).toBe('');
    await page.keyboard.press('Escape');
  });

  test('the address holds the scene; a link runs what only reads, and fills in everything else', async () => {
    const { page, sees, words } = await arrive('?as=leo&at=direct&day=2026-12-09&look=slack&say=/network');
    await sees('Who could be called');
    await page.locator('.as-slack').first().waitFor();
    expect(await textOf(page.getByRole('region', { name: 'The season' }))).toContain('Wed, Dec 9, 2026');
    await page.goto(`${url()}/?as=ana&say=/log+Dr.+Patel+they:good`);
    await expect.poll(() => words.inputValue()).toBe('/log Dr. Patel they:good');
    await page.locator('.place-button', { hasText: 'Backchannel' }).click();
    await page.goBack();
    await page.locator('.place-button[aria-current]', { hasText: 'residency' }).waitFor();
    await page.getByRole('button', { name: 'Back to now' }).first().click();
  });

  test('the last line comes back, something to try is offered, and what is erased is gone', async () => {
    const { page, type, words, sees, messages, tap } = await arrive();
    await type('/history');
    await sees('Nothing logged yet');
    await words.press('ArrowUp');
    expect(await words.inputValue()).toBe('/history');
    await words.fill('');
    expect(await textOf(page.locator('#hint'))).toContain('Try next: /backchannel');
    await type('/my-data do:erase');
    await tap('Erase it now');
    await expect.poll(() => messages.count()).toBe(1);
  });

  test('the browser had nothing to complain of', () => {
    expect(complaints).toEqual([]);
  });
});
