import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Actor, type Message, type Slack, startSlack } from '../standins/slack/index.ts';
import { type Bot, movableClock, startBot } from '../support/bot.ts';
import { forwardedEvent, trackerBook } from '../support/sentFiles.ts';

const clock = movableClock('2026-10-14T12:00[America/Chicago]');
/** A file is read in a thread of its own, which starts with the first. */
const PATIENCE_MS = 30_000;
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
const answers = (who: Actor, count: number): Promise<Message[]> =>
  slack.until(
    () => (who.dms().length >= count ? who.dms() : undefined),
    () => `${count} answers, not ${who.dms().length}`,
    PATIENCE_MS,
  );
const answered = async (who: Actor, words: string): Promise<string> => {
  const reply = who.command('/backchannel', words);
  const message = await slack.until(() => reply.messages().find(({ text }) => text !== 'One moment…'), 'an answer');
  return slack.text(message);
};
const shows = (message: Message, words: string) =>
  slack.until(
    () => slack.text(message).includes(words),
    () => `"${words}" in ${slack.text(message)}`,
    PATIENCE_MS,
  );

test('an Excel file sent to the bot is shown as it would be stored, and imported at a tap', async () => {
  const ana = somebody();
  ana.says('', { files: [trackerBook] });
  const [shown] = await answers(ana, 1);
  if (!shown) throw new Error('no answer');
  const text = slack.text(shown);
  expect(text).toContain('one person, two programs and two interviews');
  expect(text).toContain('9 AM ET');
  // A notification names nobody.
  expect(shown.text).toBe('Before anything is saved');
  const imported = await ana.click(shown, 'Import it').message();
  await shows(imported, 'Added: one person, two programs, two interviews.');
  expect(await answered(ana, 'programs Lakeside')).toContain('9 AM ET');
});

test('a forwarded invitation is an interview to save, or to change in its form first', async () => {
  const ana = somebody();
  ana.says('', { files: [forwardedEvent] });
  const [shown] = await answers(ana, 1);
  if (!shown) throw new Error('no answer');
  expect(slack.text(shown)).toContain('Northfield Internal Medicine, interview, Tue');
  expect(slack.text(shown)).toContain('8:30 AM ET');
  const modal = await ana.click(shown, 'Change it first').modal();
  expect(JSON.stringify(modal.blocks)).toContain('2026-12-08 08:30');
  ana.close(modal);
  await shows(await ana.click(shown, 'Save it').message(), 'one interview');
});

test('what is sent in a thread is answered in it, each file by itself, and the words beside them too', async () => {
  const ana = somebody();
  const first = ana.says('Kim');
  await first.message();
  const thread = ana.dm.messages[0]?.ts ?? '';
  const picture = { name: 'photo.png', content: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]) };
  ana.says('Dr. Osei was kind', { files: [picture, forwardedEvent], thread });
  const [, one, two, three] = await answers(ana, 4);
  for (const answer of [one, two, three]) expect(answer?.threadTs).toBe(thread);
  expect(one && slack.text(one)).toContain('That is a picture');
  expect(two && slack.text(two)).toContain('Northfield');
  expect(three && slack.text(three)).toContain('log');
});

test('of more files than are read at a time the others are named', async () => {
  const ana = somebody();
  const file = (index: number) => ({ name: `${index}.csv`, content: `name\nPerson ${'abcdefg'[index]}` });
  ana.says('', { files: Array.from({ length: 6 }, (_, index) => file(index)) });
  const all = await answers(ana, 6);
  expect(all.map(message => slack.text(message)).at(-1)).toContain('Please send the other 1 again.');
});
