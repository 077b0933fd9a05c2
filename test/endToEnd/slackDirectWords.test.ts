import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Actor, type Slack, startSlack } from '../standins/slack/index.ts';
import { type Bot, movableClock, startBot } from '../support/bot.ts';
import { invitationMail } from '../support/invitationMail.ts';

const clock = movableClock('2026-10-14T12:00[America/Chicago]');
let slack: Slack;
let bot: Bot;

beforeAll(async () => {
  slack = await startSlack({ botToken: 'xoxb-1' });
  const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1-A', SLACK_API_URL: slack.apiUrl };
  bot = await startBot({ ...tokens, PLAYGROUND: 'off' }, clock);
});
afterAll(async () => {
  await bot.remove();
  await slack.close();
});

let people = 0;
const somebody = (): Actor => slack.addUser({ name: `Ana ${people++}` });

test('help is every command, and of one command how it is typed', async () => {
  const ana = somebody();
  expect(slack.text(await ana.says('help').message())).toContain('bucket');
  expect(slack.text(await ana.says('help with reminders').message())).toContain('every');
});

test('stop says the truth where nothing is sent', async () => {
  const ana = somebody();
  expect(slack.text(await ana.says('stop').message())).toContain('I don’t write to you unasked');
});

test('a program’s invitation is shown as it would be stored, and its form is filled in', async () => {
  const ana = somebody();
  const shown = await ana.says(invitationMail).message();
  const text = slack.text(shown);
  expect(text).toContain('Northfield Internal Medicine');
  expect(text).toContain('9 AM ET');
  const tap = ana.click(shown, 'Note the invitation');
  expect(await ana.submit(await tap.modal())).toMatchObject({ closed: true });
  expect(slack.text(await tap.message())).toContain('Northfield Internal Medicine');
  expect(slack.text(await ana.says('programs').message())).toContain('Northfield Internal Medicine');
});
