import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, type Message, type Slack, startSlack } from '../standins/slack/index.ts';
import { type Bot, movableClock, startBot } from '../support/bot.ts';

const clock = movableClock('2026-10-14T12:00[America/Chicago]');
let slack: Slack;
let bot: Bot;
let general: ReturnType<Slack['addChannel']>;
let ana: Actor;

async function connect(scopes?: string[]): Promise<void> {
  slack = await startSlack({ botToken: 'xoxb-1', ...(scopes && { scopes }) });
  general = slack.addChannel({ name: 'general' });
  ana = slack.addUser({ name: 'Ana' });
  const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1-A', SLACK_API_URL: slack.apiUrl };
  bot = await startBot({ ...tokens, PLAYGROUND: 'off' }, clock);
}
beforeEach(() => connect());
afterEach(async () => {
  await bot.remove();
  await slack.close();
});

/** Neither a word of patience nor the file that comes with the answer. */
const isAnswer = ({ text, files }: Message) => text !== 'One moment…' && files.length === 0;
/** The answer to a command. */
const answered = async (who: Actor, words: string): Promise<Message> => {
  const reply = who.command('/backchannel', words, { channel: general });
  return slack.until(() => reply.messages().find(isAnswer), 'an answer');
};
const filesOf = (who: Actor) => who.dms().flatMap(({ files }) => files);
const [present, gone] = [{ deleted: false }, { deleted: true }];
const untilGone = (who: Actor) => slack.until(() => filesOf(who)[0]?.deleted, 'the file to go');
const shows = (message: Message, words: string) =>
  slack.until(
    () => slack.text(message).includes(words),
    () => `"${words}" in ${slack.text(message)}`,
    // A file is read in a thread of its own, which starts with the first.
    30_000,
  );

describe('an export', () => {
  const name = 'backchannel-2026-10-14.zip';

  test('comes by direct message to its owner alone, and is gone from Slack after ten minutes', async () => {
    const ben = slack.addUser({ name: 'Ben' });
    await answered(ana, 'log "Dr. Patel" they:good');
    const reply = await answered(ana, 'my-data do:export');
    expect(slack.text(reply)).toContain(`${name} is in your direct messages with me, for ten minutes.`);
    const [file] = filesOf(ana);
    expect(file).toMatchObject({ name, deleted: false });
    const contents = unzipSync(file?.bytes ?? new Uint8Array());
    expect(strFromU8(contents['people.csv'] ?? new Uint8Array())).toContain('Dr. Patel');
    expect(
      ana
        .dms()
        .map(({ text }) => text)
        .join(),
    ).not.toContain('Patel');
    expect(ben.sees(general)).toEqual([]);
    expect(filesOf(ben)).toEqual([]);

    clock.pass({ minutes: 9 });
    await answered(ana, 'my-data do:export');
    expect(filesOf(ana)).toMatchObject([present, present]);
    clock.pass({ minutes: 2 });
    await slack.until(() => filesOf(ana)[0]?.deleted, 'the first to go');
    expect(filesOf(ana)).toMatchObject([gone, present]);
  });

  test('goes too where the bot was stopped meanwhile', async () => {
    await answered(ana, 'my-data do:export');
    expect(filesOf(ana)).toMatchObject([present]);
    await bot.stop();
    clock.pass({ hours: 2 });
    expect(filesOf(ana)).toMatchObject([present]);
    bot = await bot.restart();
    await untilGone(ana);
  });

  test('goes too where Slack did not take it to its end, or refuses at first to delete it', async () => {
    slack.faults.next('files.completeUploadExternal', { cutAfter: true });
    const reply = await answered(ana, 'my-data do:export');
    expect(slack.text(reply)).toContain(`Slack did not take ${name} just now. Try again in a minute.`);
    slack.faults.next('files.delete', { error: 'ratelimited', retryAfter: 1 });
    clock.pass({ minutes: 11 });
    await untilGone(ana);
    expect(filesOf(ana)).toHaveLength(1);
  });

  test('is missed without the permission to send it, and nothing else is', async () => {
    await bot.remove();
    await slack.close();
    await connect(['commands', 'chat:write', 'im:write', 'users:read']);
    const reply = await answered(ana, 'my-data do:export');
    expect(slack.text(reply)).toContain('One zip file');
    expect(slack.text(reply)).toContain(`Slack did not take ${name} just now.`);
    expect(filesOf(ana)).toEqual([]);
  });
});

describe('a picture', () => {
  test('comes when it is asked for, and what is general stays', async () => {
    const season = await answered(ana, 'timeline');
    expect(filesOf(ana)).toEqual([]);
    ana.click(season, 'Show the picture');
    await shows(season, 'The picture is in your direct messages with me.');
    expect(filesOf(ana)).toMatchObject([{ name: 'season.png' }]);
    expect(slack.buttons(season).map(({ label }) => label)).not.toContain('Show the picture');
    await answered(ana, 'my-data do:export');
    clock.pass({ minutes: 11 });
    await slack.until(() => filesOf(ana)[1]?.deleted, 'the export to go');
    expect(filesOf(ana)).toMatchObject([present, gone]);
  });

  test('of what is one’s own goes after ten minutes', async () => {
    await answered(ana, 'log "Dr. Patel" they:at-once role:home-faculty where:Home');
    const map = await answered(ana, 'network');
    ana.click(map, 'Show the picture');
    await shows(map, 'The picture is in your direct messages with me, for ten minutes.');
    expect(filesOf(ana)).toMatchObject([{ name: 'network.png', ...present }]);
    clock.pass({ minutes: 11 });
    await untilGone(ana);
  });
});

describe('an import', () => {
  const choose = async () => {
    const data = await answered(ana, 'my-data');
    return { data, modal: await ana.click(data, 'Import a file').modal() };
  };

  test('of a spreadsheet shows first what it would do', async () => {
    const { data, modal } = await choose();
    const content = 'name,role\r\nDr. Müller,attending\r\nChief Kim,chief\r\n';
    expect(await ana.submit(modal, { file: { name: 'people.csv', content } })).toMatchObject({ closed: true });
    await shows(data, 'This would be added');
    expect(slack.text(data)).toContain('Dr. Müller, attending');
    expect(slack.text(data)).toMatch(/(2|two) people/);
    expect(slack.text(await answered(ana, 'people'))).not.toContain('Kim');
  });

  test('of more than two megabytes is refused beside the field', async () => {
    const { modal } = await choose();
    const { errors } = await ana.submit(modal, { file: { name: 'all.csv', content: 'x'.repeat(2_000_001) } });
    expect(errors).toEqual({ file: 'This file is larger than 2 MB. Choose a smaller one, or a part of it.' });
  });

  test('of a file that is no table says what it is, and opens the form anew', async () => {
    const { data, modal } = await choose();
    await ana.submit(modal, { file: { name: 'people.csv', content: new Uint8Array(Buffer.from('%PDF-1.7\n')) } });
    await shows(data, 'That is a PDF');
    expect(slack.buttons(data).map(({ label }) => label)).toEqual(['Try again']);
  });

  test('of a file that Slack does not hand over says so', async () => {
    const { data, modal } = await choose();
    slack.faults.next('files.info', { error: 'file_not_found' });
    await ana.submit(modal, { file: { name: 'people.csv', content: 'name\r\nKim\r\n' } });
    await shows(data, 'Slack no longer has this file. Choose it once more.');
    expect(slack.buttons(data).map(({ label }) => label)).toEqual(['Choose again']);
  });
});
