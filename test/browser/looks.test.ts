import { describe, expect, test } from 'vitest';
import { isLong } from '../support/long.ts';
import { noBrowser, playgroundInBrowser, textOf } from './visitor.ts';

/** Cards of every kind: with fields, lists, meters, pictures, menus, text to copy. */
const COMMANDS = isLong
  ? [
      '/backchannel',
      '/bucket',
      '/bucket show:how',
      '/bucket show:reasons',
      '/bucket show:history',
      '/network',
      '/audit',
      '/timeline',
      '/history',
      '/people',
      '/people Joy Santos',
      '/defenders',
      '/loose-ends',
      '/programs',
      '/programs St. Brendan EM',
      '/advice',
      '/advice the four routes',
      '/draft kind:apology',
      '/reminders',
      '/settings zone:Boston',
      '/my-data',
    ]
  : ['/timeline'];
const WIDTHS = isLong ? [320, 390, 1280] : [320];
const SCHEMES = isLong ? (['light', 'dark'] as const) : (['dark'] as const);

describe.skipIf(noBrowser)('both looks in a browser', () => {
  const { arrive, complaints } = playgroundInBrowser('2026-11-28T10:00[America/Chicago]');

  test.each(WIDTHS.flatMap(width => SCHEMES.map(scheme => ({ width, scheme }))))(
    'at $width px, $scheme: each card is drawn as both platforms show it, no wider than the screen',
    { timeout: 180_000 },
    async ({ width, scheme }) => {
      const leo = await arrive('?as=leo&at=direct&look=both', {
        viewport: { width, height: 800 },
        colorScheme: scheme,
      });
      const { page, type, last } = leo;
      await page.getByText('/bucket', { exact: true }).waitFor();
      await last.locator('.as-discord').waitFor();
      for (const command of COMMANDS) {
        await type(command);
        await last.getByText(command, { exact: true }).waitFor();
        await last.locator('.as-slack').waitFor();
        await last.locator('.as-discord').waitFor();
        expect([command, await leo.overflowing()]).toEqual([command, []]);
        const [slack, discord] = await Promise.all(
          ['.as-slack', '.as-discord'].map(look => textOf(last.locator(`${look} .title`))),
        );
        expect([command, slack]).toEqual([command, discord]);
      }
      await last.getByText('What Slack is sent').click();
      expect(await textOf(last.locator('.raw[open] pre'))).toContain('"response_type": "ephemeral"');
      await type('/log');
      await leo.dialog.getByText('What Discord is sent').click();
      expect(await textOf(leo.dialog.locator('.raw[open] pre'))).toContain('"custom_id"');
      expect(await leo.overflowing()).toEqual([]);
      await page.context().close();
    },
  );

  test('the browser had nothing to complain of', () => {
    expect(complaints).toEqual([]);
  });
});
