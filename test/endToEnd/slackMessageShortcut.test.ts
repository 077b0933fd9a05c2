import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { slackManifest } from '../../src/doors/slack/manifest.ts';
import { type Actor, type Channel, type Message, type Slack, startSlack } from '../standins/slack/index.ts';
import { type Bot, movableClock, startBot } from '../support/bot.ts';

const zone = 'America/Chicago';
const SECRET = 'The dean will call on Thursday zqxj';
const shortcuts = slackManifest(commands).features.shortcuts.filter(({ type }) => type === 'message');
let clock: ReturnType<typeof movableClock>;
let slack: Slack;
let bot: Bot;
let general: Channel;
let closed: Channel;
let ana: Actor;
let ben: Actor;

beforeEach(async () => {
  clock = movableClock(`2026-10-14T12:00[${zone}]`);
  slack = await startSlack({ botToken: 'xoxb-1' });
  general = slack.addChannel({ name: 'general' });
  ana = slack.addUser({ name: 'Ana', tz: zone });
  ben = slack.addUser({ name: 'Ben', tz: zone });
  closed = slack.addChannel({ name: 'closed', isPrivate: true, members: [ana, ben] });
  const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1-A', SLACK_API_URL: slack.apiUrl };
  bot = await startBot({ ...tokens, PLAYGROUND: 'off', ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64') }, clock);
});
afterEach(async () => {
  await bot.remove();
  await slack.close();
});

const [shortcut] = shortcuts;
const remind = async (message: Message, what: string, when: string): Promise<string> => {
  const modal = await ana.shortcutOn(message, shortcut?.callback_id ?? '').modal();
  expect(modal.title).toBe('A reminder');
  expect(slack.text(modal)).not.toContain('zqxj');
  await ana.submit(modal, { what, when });
  await expect.poll(() => ana.modals().map(slack.text).join('\n')).toContain('I will remind you');
  return ana.modals().map(slack.text).join('\n');
};
const linkOf = ({ channel, ts }: Message) =>
  `https://${slack.team.domain}.slack.com/archives/${channel}/p${ts.replace('.', '')}`;
const urls = (at: unknown): string[] => JSON.stringify(at).match(/https:[^"]+/g) ?? [];

describe('the message shortcut', () => {
  test('is one, by a name that fits', () => {
    expect(shortcuts.map(({ name }) => name)).toEqual(['Remind me about this']);
  });

  test('keeps the link and the person’s own words, in a channel that the bot is not in, and nothing of the message', async () => {
    const said = ben.posts(closed, SECRET);
    const answer = await remind(said, 'ask Ben about the call', 'tomorrow 3 pm');
    expect(answer).toContain('Thu, Oct 15');
    expect(answer).toContain('ask Ben about the call');
    expect(urls(ana.modals())).toContain(linkOf(said));
    await bot.stop();
    const files = readdirSync(bot.folder).map(name => join(bot.folder, name));
    for (const file of files) expect(readFileSync(file).includes('zqxj'), file).toBe(false);
    expect(closed.messages).toEqual([said]);
  });

  test('comes back at its hour with the way to the message, discreetly', async () => {
    const said = ben.posts(general, SECRET);
    const reply = ben.posts(general, `again: ${SECRET}`, said.ts);
    await remind(reply, 'ask Ben', 'tomorrow 3 pm');
    const before = ana.dms().length;
    clock.moveTo(`2026-10-15T15:00:30[${zone}]`);
    const going = setInterval(() => clock.pass({ milliseconds: 500 }), 50);
    await slack.until(() => ana.dms().length > before, 'the reminder', 20_000).finally(() => clearInterval(going));
    const came = ana.dms().at(-1) as Message;
    expect(slack.text(came)).not.toMatch(/Ben|zqxj|archives/);
    const shown = await ana.click(came, 'Show').message();
    expect(slack.text(shown)).toContain('ask Ben');
    expect(urls(shown.blocks)).toContain(`${linkOf(reply)}?thread_ts=${said.ts}&cid=${general.id}`);
    expect(slack.text(shown)).not.toContain('zqxj');
  });

  test('keeps the link where the time was not understood', async () => {
    const said = ben.posts(general, SECRET);
    const modal = await ana.shortcutOn(said, shortcut?.callback_id ?? '').modal();
    await ana.submit(modal, { what: 'ask Ben', when: 'whenever zz' });
    await expect.poll(() => ana.modals().map(slack.text).join('\n')).toContain('whenever zz');
    const again = ana.modals().at(-1);
    if (!again) throw new Error('no modal');
    ana.click(again, 'Try again');
    await expect.poll(() => ana.modals().at(-1)?.title).toBe('A reminder');
    await ana.submit(ana.modals().at(-1) ?? again, { when: 'tomorrow 3 pm' });
    await expect.poll(() => ana.modals().map(slack.text).join('\n')).toContain('I will remind you');
    expect(urls(ana.modals())).toContain(linkOf(said));
  });
});
