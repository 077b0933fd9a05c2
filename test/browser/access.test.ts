import axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { isLong } from '../support/long.ts';
import { noBrowser, playgroundInBrowser, textOf, type Visitor } from './visitor.ts';

/** What axe finds wrong on a page as it is now, each with where. */
async function faultsOn(page: Page): Promise<string[]> {
  // As a function's body: the page takes no script of anybody else's.
  const found = await page.evaluate<{ violations: { id: string; nodes: { target: string[] }[] }[] }>(
    `(() => { const module = undefined; ${axe.source}; return window.axe.run(document, { resultTypes: ['violations'] }); })()`,
  );
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

const isFocused = (locator: Locator): Promise<boolean> =>
  locator.evaluate((node: { ownerDocument: { activeElement: unknown } }) => node === node.ownerDocument.activeElement);

/** Goes on by Tab to something, which must be within reach. */
async function tabTo(page: Page, locator: Locator): Promise<void> {
  for (let tabs = 0; tabs < 25; tabs += 1) {
    if (await isFocused(locator)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('not reached by keys');
}

/** States of the playground, each reached from a first visit; the whole matrix in the long run. */
const states: Record<string, (visitor: Visitor) => Promise<void>> = {
  'the first page': async ({ page }) => page.getByRole('button', { name: 'See a season in 15 seconds' }).waitFor(),
  'a card with fields and menus': async ({ type, sees }) => {
    await type('/backchannel');
    await sees('Backchannel');
  },
  'an open form': async ({ type, dialog }) => {
    await type('/log');
    await dialog.waitFor();
  },
  'a form with something wrong': async ({ type, dialog }) => {
    await type('/reminders what:"call Kim"');
    await dialog.getByRole('button', { name: 'Remind me' }).click();
    await dialog.getByText('is needed').first().waitFor();
  },
  'the menu of commands': async ({ words, page }) => {
    await words.pressSequentially('/');
    await page.getByRole('option').first().waitFor();
  },
  'somebody’s bucket in both looks': async ({ page, type, last }) => {
    await page.getByRole('button', { name: 'Be Leo' }).click();
    await page.getByText('/bucket', { exact: true }).first().waitFor();
    await page.getByRole('radio', { name: 'Both' }).check({ force: true });
    await type('/network');
    await last.locator('.as-discord').waitFor();
  },
  'the season, paused': async ({ page, messages }) => {
    await page.getByRole('button', { name: 'See a season in 15 seconds' }).click();
    await messages.first().waitFor({ timeout: 20_000 });
    await page.getByRole('button', { name: 'Pause' }).click();
  },
};
const pages: Record<string, string> = {
  'the posts of a year': '/organizers?zone=Chicago',
  'the page for a dean': '/organizers?show=one-page',
  privacy: '/privacy',
  install: '/install',
};
const WIDTHS = isLong ? [320, 390, 1280] : [390];
const SCHEMES = isLong ? (['light', 'dark'] as const) : (['light'] as const);
const screens = WIDTHS.flatMap(width => SCHEMES.map(scheme => ({ width, scheme })));

describe.skipIf(noBrowser)('the playground for whoever can’t see or hold a mouse', () => {
  const { arrive, url, complaints } = playgroundInBrowser('2026-11-28T10:00[America/Chicago]');
  const seen = ({ width, scheme }: (typeof screens)[number]) =>
    arrive('', { viewport: { width, height: 800 }, colorScheme: scheme, reducedMotion: 'reduce' });

  for (const screen of screens)
    describe(`at ${screen.width} px, ${screen.scheme}`, () => {
      test.each(Object.keys(states))('axe finds nothing on %s', { timeout: 90_000 }, async name => {
        const visitor = await seen(screen);
        await states[name]?.(visitor);
        expect(await faultsOn(visitor.page)).toEqual([]);
        const back = visitor.page.locator('#play').getByRole('button', { name: 'Back to now' });
        if (await back.isVisible()) await back.click();
        await back.waitFor({ state: 'hidden', timeout: 40_000 });
        await visitor.page.context().close();
      });
      test.each(Object.keys(pages))('axe finds nothing on %s', async name => {
        const { page } = await seen(screen);
        await page.goto(`${url()}${pages[name]}`);
        await page.locator('h2').first().waitFor();
        if (name.startsWith('the')) await page.locator('.post').first().waitFor();
        expect(await faultsOn(page)).toEqual([]);
        await page.context().close();
      });
    });

  test('by keys alone somebody is logged, and taken back', async () => {
    const { page, words, last, dialog, sees, focused } = await arrive();
    const press = (key: string) => page.keyboard.press(key);
    expect(await isFocused(words)).toBe(true);
    await page.keyboard.type('/log');
    await page.getByRole('option', { name: /^\/log/ }).waitFor();
    await press('Escape');
    await press('Enter');
    await expect.poll(() => isFocused(dialog.getByLabel('Who saw you work?'))).toBe(true);
    await page.keyboard.type('Dr. Patel');
    const radio = dialog.getByRole('radio').first();
    await tabTo(page, radio);
    await press('Space');
    const send = dialog.getByRole('button', { name: 'Log it' });
    await tabTo(page, send);
    await press('Enter');
    await sees('Logged');
    expect(await textOf(last)).toContain('Dr. Patel');
    // The answer's heading has the focus: its buttons come next.
    await expect.poll(focused).toContain('Logged');
    const undo = last.getByRole('button', { name: 'Undo' });
    await tabTo(page, undo);
    await press('Enter');
    await sees('Taken back');
  });

  test('by keys alone an organizer changes the weekday, live', async () => {
    const { page } = await arrive();
    await page.goto(`${url()}/organizers?zone=Chicago`);
    const when = page.locator('.post-when').first();
    await expect.poll(() => textOf(when)).toContain('Mon, ');
    const weekday = page.getByLabel('Weekday');
    await tabTo(page, weekday);
    await page.keyboard.type('Tu');
    await expect.poll(() => textOf(when)).toContain('Tue, ');
    expect(page.url()).toContain('weekday=2');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#plan').isVisible()).toBe(false);
    expect(await page.locator('.post').first().isVisible()).toBe(true);
  });

  test('the browser had nothing to complain of', () => {
    expect(complaints).toEqual([]);
  });
});
