import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const args =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

/** Why nothing can run in a browser here; undefined where it can. */
export const noBrowser = existsSync(executablePath)
  ? undefined
  : `there is no Chromium at ${executablePath}; CHROMIUM_PATH says where it is`;

export const startBrowser = (): Promise<Browser> => chromium.launch({ executablePath, args: args.split(' ') });

/** A browser profile of its own, of somebody in Chicago. */
export async function newProfile(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ timezoneId: 'America/Chicago', locale: 'en-US', ...options });
  context.setDefaultTimeout(8000);
  return context;
}
