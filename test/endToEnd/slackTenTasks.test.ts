import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Actor, type Channel, type Message, type Slack, startSlack } from '../standins/slack/index.ts';
import { type Bot, movableClock, startBot } from '../support/bot.ts';
import type { Fields } from '../support/counted.ts';
import { tenTasks } from './tenTasks.ts';

const zone = 'America/Chicago';
const clock = movableClock(`2026-10-14T12:00[${zone}]`);
let slack: Slack;
let bot: Bot;
let general: Channel;
let ana: Actor;

beforeAll(async () => {
  slack = await startSlack({ botToken: 'xoxb-1' });
  general = slack.addChannel({ name: 'general' });
  const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1-A', SLACK_API_URL: slack.apiUrl };
  bot = await startBot({ ...tokens, PLAYGROUND: 'off' }, clock);
  ana = slack.addUser({ name: 'Ana', tz: zone });
});
afterAll(async () => {
  await bot.remove();
  await slack.close();
});

const say = (words: string): Promise<Message> =>
  ana.command('/backchannel', words.replace(/^\//, ''), { channel: general }).message();

/** The menu with this placeholder, as Slack's own blocks have it. */
function menuOf(message: Message, placeholder: string): string {
  const blocks = JSON.parse(JSON.stringify(message.blocks)) as { elements?: Menu[] }[];
  const menu = blocks.flatMap(({ elements = [] }) => elements).find(one => one.placeholder?.text === placeholder);
  if (!menu) throw new Error(`no menu "${placeholder}" in ${slack.text(message)}`);
  return menu.action_id;
}
interface Menu {
  action_id: string;
  placeholder?: { text: string };
}

const handIn = async (opened: ReturnType<Actor['click']>, { pick, type }: Fields): Promise<Message> => {
  await ana.submit(await opened.modal(), { ...pick, ...type });
  return opened.message();
};

test('the ten things of a season take few taps on Slack', { timeout: 120_000 }, async () => {
  await say('settings type:img remind:eves');
  await slack.until(() => ana.dms().length === 1, 'the test message');
  const costs = await tenTasks<Message>({
    prepare: say,
    async message(local) {
      const before = ana.dms().length;
      clock.moveTo(`${local}[${zone}]`);
      return slack.until(
        () => (ana.dms().length > before ? ana.dms().at(-1) : undefined),
        `a message at ${local}`,
        30_000,
      );
    },
    phone: {
      types: say,
      taps: (seen, label) => ana.click(seen, label).message(),
      picks: async (seen, placeholder, label) => (await ana.choose(seen, menuOf(seen, placeholder), label)).message(),
      fills: (seen, label, fields) => handIn(ana.click(seen, label), fields),
      picksForm: async (seen, placeholder, label, fields) =>
        handIn(await ana.choose(seen, menuOf(seen, placeholder), label), fields),
      text: message => slack.text(message).replaceAll(/[\\*]/g, ''),
    },
  });
  expect(Object.keys(costs)).toHaveLength(10);
});
