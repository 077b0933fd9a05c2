import type { BrowserContext } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { everythingOn, noBrowser, playgroundInBrowser, textOf, type Visitor, visit } from './visitor.ts';

const INVITATION = 'Prepare for the conversation you cannot hear';
const PRIVATE = 'Only visible to you';

let ana: Visitor;
let profile: BrowserContext;

if (noBrowser) console.warn(`The playground’s browser tests are skipped: ${noBrowser}.`);

const invitation = ({ page }: Visitor) => page.getByRole('heading', { name: INVITATION });

describe.skipIf(noBrowser)('the playground in a browser', () => {
  const playground = playgroundInBrowser('2026-10-06T10:00[America/Chicago]');
  const { clock, complaints } = playground;
  const arrive = (context: BrowserContext) => visit(context, playground.url(), complaints);
  beforeAll(async () => {
    profile = await playground.profile();
    ana = await arrive(profile);
  });

  test('the first visit says what this is and gives three things to try', async () => {
    await invitation(ana).waitFor();
    for (const name of [/^Home/, /^Log someone/, /^See your bucket/])
      expect(await ana.page.getByRole('button', { name }).isVisible()).toBe(true);
    await ana.page.getByRole('button', { name: /^Home/ }).click();
    await ana.sees('Backchannel');
    expect(await invitation(ana).isVisible()).toBe(false);
  });

  test('a slash opens a menu that the keyboard walks, and a typed command is answered in private', async () => {
    const { page, words, last } = ana;
    await words.pressSequentially('/');
    await page.getByRole('option', { name: /^\/backchannel/ }).waitFor();
    expect(await words.getAttribute('aria-expanded')).toBe('true');
    await words.press('ArrowDown');
    expect(await textOf(page.getByRole('option', { selected: true }))).toMatch(/^\/log/);
    await words.press('Enter');
    expect(await words.inputValue()).toBe('/log ');
    await words.pressSequentially('Dr. Patel they:go');
    await expect.poll(() => page.getByRole('option').allInnerTexts()).toEqual([expect.stringMatching(/^Good things/)]);
    await words.press('ArrowDown');
    await words.press('Tab');
    expect(await words.inputValue()).toBe('/log Dr. Patel they:good ');
    await words.press('Enter');
    await ana.sees('Logged');
    expect(await textOf(last)).toContain('Dr. Patel');
    expect(await textOf(last)).toContain(PRIVATE);
    await page.getByRole('status').filter({ hasText: 'Logged. Dr. Patel' }).waitFor({ state: 'attached' });
  });

  test('a form keeps what was typed, with what is wrong beside the field, until it is right', async () => {
    await ana.type('/log');
    const { dialog } = ana;
    const [who, sentence, when] = ['Who saw you work?', 'The sentence they might say', 'When?'].map(label =>
      dialog.getByLabel(label),
    ) as [typeof dialog, typeof dialog, typeof dialog];
    const good = dialog.getByRole('radio', { name: 'good things' });
    await who.fill('Ana Ruiz');
    await good.check();
    await sentence.fill('Stays calm at 3 AM.');
    await when.fill('31 November');
    await dialog.getByRole('button', { name: 'Log it' }).click();

    await expect.poll(() => when.getAttribute('aria-invalid')).toBe('true');
    expect(await textOf(dialog)).toContain('has 30 days');
    expect(await when.evaluate(node => node === node.ownerDocument.activeElement)).toBe(true);
    expect(await Promise.all([who, sentence, when].map(field => field.inputValue()))).toEqual([
      'Ana Ruiz',
      'Stays calm at 3 AM.',
      '31 November',
    ]);
    expect(await good.isChecked()).toBe(true);

    await when.fill('yesterday');
    await when.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await ana.last.getByText('Stays calm at 3 AM.').waitFor();
    expect(await textOf(ana.last)).toContain('Mon, Oct 5, 2026');
    await expect.poll(ana.focused).toBe('Logged');
  });

  test('the questions of the self-check follow each other in place and lead to a result', async () => {
    await ana.type('/bucket');
    await ana.sees('Is there a story someone could tell about a bad day?');
    const count = await ana.messages.count();
    await ana.tap('None');
    await ana.sees('How do your scores and CV stand, for the programs you want?');
    expect(await ana.focused()).toContain('How do your scores');
    await ana.tap('Not now');
    await ana.sees('Which applicant are you?');
    await ana.tap('IMG');
    await ana.last.getByText('Change an answer').waitFor();
    expect(await ana.messages.count()).toBe(count);
    await ana.last.getByText('Change an answer').click();
    await ana.tap('Incidents');
    await ana.sees('Is there a story someone could tell about a bad day?');
  });

  test('somebody else sees none of it, and it is there again for the first', async () => {
    const conversation = () => textOf(ana.page.getByRole('region', { name: '#residency' }));
    const before = await conversation();
    await ana.become('Ben');
    await invitation(ana).waitFor();
    expect(await everythingOn(ana.page)).not.toContain('Patel');
    await ana.type('/history');
    await ana.sees('Nothing logged yet');
    await ana.become('Ana');
    await expect.poll(conversation).toBe(before);
  });

  test('the organizer starts the weekly tip, and it comes live at its hour, once, with a private answer', async () => {
    const kim = await arrive(profile);
    await kim.become('Kim');
    await kim.type('/setup');
    await kim.tap('Start');
    await kim.sees('The weekly tip is set');

    const tips = (on: Visitor) => on.messages.filter({ hasNotText: PRIVATE });
    expect(await tips(ana).count()).toBe(0);
    clock.moveTo('2026-10-12T09:01[America/Chicago]');
    await tips(ana).waitFor();
    await tips(kim).waitFor();
    expect(await textOf(tips(ana))).toContain('The buttons answer you in private.');

    await ana.page.bringToFront();
    const count = await ana.messages.count();
    await tips(ana).getByRole('button').first().click();
    const answered = ana.messages.nth(count);
    await answered.or(ana.dialog).waitFor();
    if (await ana.dialog.isVisible()) await ana.page.keyboard.press('Escape');
    else expect(await textOf(answered)).toContain(PRIVATE);
    expect(await tips(ana).count()).toBe(1);
    expect(await tips(kim).count()).toBe(1);
    await kim.page.close();
  });

  test('who asks for the weekly digest gets a discreet message, and Show brings it in private', async () => {
    await ana.type('/settings remind:weekly');
    const unread = ana.place('Backchannel 1 unread');
    await unread.click();
    await ana.sees('Backchannel: messages from me arrive here');
    await ana.place('residency').click();
    expect(await unread.isVisible()).toBe(false);

    clock.moveTo('2026-10-18T17:00[America/Chicago]');
    await ana.type('/log Dr. Osei they:at-once');
    await ana.sees('Logged');
    clock.moveTo('2026-10-18T18:31[America/Chicago]');
    await unread.click();
    await ana.sees('Backchannel: one thing for today');
    expect(await textOf(ana.last)).not.toMatch(/Osei|Only visible/);
    await ana.tap('Show');
    await ana.sees('Your week');
    expect(await textOf(ana.last)).toMatch(/Who saw you work this week\?.*Dr\. Osei.*More/s);
    expect(await textOf(ana.last)).toContain(PRIVATE);
    await ana.become('Ben');
    await ana.page.getByRole('heading', { name: 'Messages to you arrive here' }).waitFor();
    await ana.become('Ana');
  });

  test('another browser sees the tip and nothing else', async () => {
    const elsewhere = await playground.profile();
    const stranger = await arrive(elsewhere);
    await stranger.messages.first().waitFor();
    expect(await stranger.messages.count()).toBe(1);
    expect(await everythingOn(stranger.page)).not.toMatch(/Patel|Osei/);
    await elsewhere.close();
  });

  test('where the answer is lost, what was typed is kept, and the same again is written once', async () => {
    const elsewhere = await playground.profile();
    const ben = await visit(elsewhere, playground.url(), []);
    let answered = 0;
    await ben.page.route('**/api/call', async route => {
      await route.fetch();
      answered++;
      await route.abort();
    });
    await ben.type('/log Dr. Lost they:good');
    await ben.page.getByText('No answer from the bot').waitFor();
    expect(answered).toBe(2);
    expect(await ben.words.inputValue()).toBe('/log Dr. Lost they:good');
    await ben.page.unroute('**/api/call');
    await ben.words.press('Enter');
    await ben.page.getByText('No answer from the bot').waitFor({ state: 'hidden' });
    await ben.type('/history');
    await ben.sees('History');
    expect(await textOf(ben.last)).toContain('1 entry, newest first.');
    await elsewhere.close();
  });

  test('what a member wrote is text and never markup', async () => {
    await ana.place('residency').click();
    await ana.type('/log who:"Ana Ruiz" they:good sentence:"<img src=x onerror=alert(1)> <b>bold</b> **strong**"');
    const shown = ana.last.locator('.card').filter({ hasText: '<img src=x onerror=alert(1)>' });
    await shown.filter({ hasText: '<b>bold</b> **strong**' }).waitFor();
    expect(await shown.locator('img, b, strong', { hasText: /strong|img/ }).count()).toBe(0);
  });

  test('on a phone nothing is wider than the screen, and the form’s buttons are in sight', async () => {
    const pocket = await playground.profile({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
    const phone = await arrive(pocket);
    expect(await phone.overflowing()).toEqual([]);
    for (const command of ['/backchannel', '/advice', '/bucket show:how', `/log ${'x'.repeat(80)} they:good`]) {
      await phone.type(command);
      await phone.messages.filter({ hasText: command }).waitFor();
      expect([command, await phone.overflowing()]).toEqual([command, []]);
    }
    await phone.words.fill('/');
    await phone.page.getByRole('option').first().waitFor();
    expect(await phone.overflowing()).toEqual([]);
    await phone.type('/log');
    await phone.dialog.waitFor();
    expect(await phone.overflowing()).toEqual([]);
    const submit = await phone.dialog.getByRole('button', { name: 'Log it' }).boundingBox();
    expect((submit?.y ?? 0) + (submit?.height ?? 0)).toBeLessThan(740);
    await pocket.close();
  });

  test('the browser had nothing to complain of', () => {
    expect(complaints).toEqual([]);
  });
});
