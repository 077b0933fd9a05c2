import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type Bot, movableClock, startBot } from '../support/bot.ts';
import { newProfile, startBrowser } from './chromium.ts';

export { newProfile, noBrowser, startBrowser } from './chromium.ts';

/**
 * The playground in a browser, for the tests of the `describe` that calls it. Its bot goes first, while pages are open: it
 * has to end their streams by itself.
 * @param start the bot's time, with its zone
 */
export function playgroundInBrowser(start: string, environment: Record<string, string> = {}) {
  const clock = movableClock(start);
  const complaints: string[] = [];
  let bot: Bot | undefined;
  let browser: Browser | undefined;
  const running = <Part>(part: Part | undefined): Part => {
    if (!part) throw new Error('nothing runs yet');
    return part;
  };
  beforeAll(async () => {
    bot = await startBot(environment, clock);
    browser = await startBrowser();
  });
  afterAll(async () => {
    await bot?.remove();
    await browser?.close();
  });
  return {
    clock,
    /** What the browsers complained of. */
    complaints,
    url: () => running(bot).url,
    profile: (options: BrowserContextOptions = {}) => newProfile(running(browser), options),
    /** Somebody in a profile of their own, at a scene of the page. */
    arrive: async (scene = '', options: BrowserContextOptions = {}): Promise<Visitor> =>
      visit(await newProfile(running(browser), options), `${running(bot).url}/${scene}`, complaints),
  };
}

export type Visitor = Awaited<ReturnType<typeof visit>>;

/** Somebody in front of the playground's page; what the browser complains of is added to `complaints`. */
export async function visit(context: BrowserContext, url: string, complaints: string[]) {
  const page = await context.newPage();
  page.on('console', line => {
    if (['error', 'warning'].includes(line.type())) complaints.push(line.text());
  });
  page.on('pageerror', error => complaints.push(String(error)));
  page.on('request', asked => {
    if (!asked.url().startsWith(new URL(url).origin)) complaints.push(`asked elsewhere: ${asked.url()}`);
  });
  await page.goto(url);
  await page.getByRole('radio', { name: 'Ana' }).waitFor({ state: 'attached' });

  const words = page.getByRole('combobox', { name: 'Message' });
  const messages = page.locator('.message');
  return {
    page,
    words,
    messages,
    /** The newest message. */
    last: messages.last(),
    dialog: page.getByRole('dialog'),
    /** Waits until the newest message has this title. */
    sees: (title: string) => messages.last().getByRole('heading', { name: title, exact: true }).waitFor(),
    tap: (label: string) => messages.last().getByRole('button', { name: label, exact: true }).click(),
    place: (name: string) => page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name }),
    async type(text: string): Promise<void> {
      await words.fill(text);
      await words.press('Escape');
      await words.press('Enter');
    },
    async become(name: string): Promise<void> {
      await page.locator('.persona', { hasText: name }).click();
      await page.getByRole('radio', { name, checked: true }).waitFor({ state: 'attached' });
    },
    /** The text of the element that has the focus. */
    focused: () => page.evaluate<string>('document.activeElement.textContent'),
    /** What is wider than the screen. */
    overflowing: () =>
      page.evaluate<string[]>(`[...document.querySelectorAll('body *')]
        .filter(node => {
          const { left, right, width } = node.getBoundingClientRect();
          return width > 1 && (left < -1 || right > innerWidth + 1);
        })
        .map(node => node.tagName + '.' + node.className)`),
  };
}

/** The text as it is seen, without what is hidden. */
export const textOf = async (locator: Locator): Promise<string> => (await locator.allInnerTexts()).join('\n');

export const everythingOn = (page: Page): Promise<string> => textOf(page.locator('body'));
