import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { readConfig } from '../src/config.ts';
import { start } from '../src/start.ts';
import { newProfile, noBrowser, startBrowser } from '../test/browser/chromium.ts';

// Draws the pictures of the README into docs/pictures, out of the playground as it is: `npm run pictures`.
const FOLDER = 'docs/pictures';
const NOON = Temporal.ZonedDateTime.from('2026-11-10T12:00[America/Chicago]').toInstant();
/** So many messages of the season are there when it is stopped. */
const MESSAGES = 6;
const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
];

/** What is shown: where, and how it comes to be. */
const views: Record<string, { scene: string; ready(page: Page): Promise<unknown> }> = {
  landing: { scene: '', ready: page => page.getByRole('button', { name: 'Be Leo' }).waitFor() },
  bucket: { scene: '?as=maya&at=direct', ready: page => answered(page, '/bucket') },
  map: {
    scene: '?as=leo&at=direct&say=/network',
    async ready(page) {
      await answered(page, '/network');
      await page.locator('.message').last().locator('.picture').scrollIntoViewIfNeeded();
      await page
        .locator('.message')
        .last()
        .locator('.picture')
        .evaluate('node => node.scrollIntoView({ block: "center" })');
    },
  },
  // Last, since it moves the time.
  season: { scene: '', ready: playedFor },
};

async function answered(page: Page, command: string): Promise<void> {
  await page.locator('.message').last().getByText(command, { exact: true }).waitFor();
  const words = page.getByRole('combobox', { name: 'Message' });
  for (let looks = 0; looks < 100 && (await words.inputValue()) !== ''; looks += 1) await page.waitForTimeout(50);
}

/** The season as it is played, stopped where a few messages have come, in both looks. */
async function playedFor(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'See a season in 15 seconds' }).click();
  await page
    .locator('.message')
    .nth(MESSAGES - 1)
    .waitFor();
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('radio', { name: 'Both' }).check({ force: true });
  await page.locator('.message').last().locator('.as-discord').waitFor();
}

if (noBrowser) {
  console.error(`The pictures are drawn by a browser: ${noBrowser}.`);
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), 'backchannel-pictures-'));
const began = Temporal.Now.instant();
const bot = await start(
  readConfig({
    DATABASE_URL: `file:${join(folder, 'backchannel.db')}`,
    PORT: '0',
    LOG_LEVEL: 'error',
    TICK_SECONDS: '1',
  }),
  { clock: () => NOON.add(began.until(Temporal.Now.instant())), announce: () => {} },
);
const browser = await startBrowser();
try {
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, { scene, ready }] of Object.entries(views))
    for (const viewport of SIZES) {
      const profile = await newProfile(browser, { viewport, reducedMotion: 'reduce' });
      profile.setDefaultTimeout(60_000);
      const page = await profile.newPage();
      await page.goto(`${bot.url}/${scene}`);
      await ready(page);
      await page.evaluate('document.fonts.ready');
      const path = join(FOLDER, `${name}-${viewport.width}.png`);
      await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
      console.log(path);
      const back = page.locator('#play').getByRole('button', { name: 'Back to now' });
      if (await back.isVisible()) await back.click();
      await back.waitFor({ state: 'hidden' });
      await page.locator('.strip-day .moved').waitFor({ state: 'hidden' });
      await profile.close();
    }
} finally {
  await browser.close();
  await bot.stop();
  rmSync(folder, { recursive: true, force: true });
}
