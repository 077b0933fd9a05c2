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
const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
];

/** What is shown: where, and what it has come to when it is ready. */
const views: Record<string, { scene: string; ready(page: Page): Promise<unknown> }> = {
  landing: { scene: '', ready: page => page.getByRole('button', { name: 'Be Leo' }).waitFor() },
  season: {
    scene: '?as=leo&at=direct&day=2026-11-22&look=both',
    ready: page => page.locator('.message').last().locator('.as-discord').waitFor(),
  },
  bucket: { scene: '?as=maya&at=direct&say=/bucket', ready: page => answered(page, '/bucket') },
  map: { scene: '?as=leo&at=direct&say=/network', ready: page => answered(page, '/network') },
};
const answered = (page: Page, command: string): Promise<unknown> =>
  page.locator('.message').last().getByText(command, { exact: true }).waitFor();

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
      await profile.close();
    }
} finally {
  await browser.close();
  await bot.stop();
  rmSync(folder, { recursive: true, force: true });
}
