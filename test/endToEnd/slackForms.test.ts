import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, type Slack, startSlack } from '../standins/slack/index.ts';
import { type Bot, movableClock, startBot } from '../support/bot.ts';

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

const person = (name: string): Actor => slack.addUser({ name });

describe('the global shortcut', () => {
  test('opens the log, and its answer comes in the modal', async () => {
    const ana = person('Ana');
    const modal = await ana.shortcut('log').modal();
    expect(modal.title).toBe('Log an interaction');
    await ana.submit(modal, { who: 'Dr. Patel', they: 'good' });
    // A busy machine shows "One moment" first.
    await expect
      .poll(() => ana.modals().map(slack.text).join('\n'), { timeout: 10_000 })
      .toContain('Dr. Patel: good things. Wed, Oct 14, 2026');
    expect(ana.sees(ana.dm)).toEqual([]);
  });
});

describe('a name', () => {
  const labels = async (who: Actor, typed: string) => {
    const modal = await who.command('/log').modal();
    return (await who.suggest(modal, 'value', typed)).map(({ text }) => text.text);
  };

  test('is completed from one’s own notebook, or taken as it is typed', async () => {
    const [ben, cyn] = [person('Ben'), person('Cyn')];
    for (const name of ['Dr. Patel', 'Pat Osei']) await ben.command('/log', `"${name}" they:good`).message();
    const offered = await labels(ben, 'pat');
    expect(offered.toSorted()).toEqual(['Add "pat"', 'Dr. Patel', 'Pat Osei']);
    expect(offered.at(-1)).toBe('Add "pat"');
    expect(await labels(ben, 'Dr. Patel')).toEqual(['Dr. Patel']);
    expect(await labels(cyn, 'pat')).toEqual(['Add "pat"']);
    expect(await labels(cyn, '')).toEqual([]);
  });

  test('that was typed before the form opened stands in it', async () => {
    const dan = person('Dan');
    const opened = dan.command('/log', '"Nurse May, 4W"');
    await dan.submit(await opened.modal(), { they: 'good' });
    expect(slack.text(await opened.message())).toContain('Nurse May, 4W, nurse');
  });
});

test('a removed app ends nothing, and works again once it is back', async () => {
  const eve = person('Eve');
  await slack.uninstall();
  await slack.uninstall(slack.team, { tokensFirst: true });
  slack.reinstall();
  expect(slack.text(await eve.command('/log', 'Kim they:good').message())).toContain('Kim: good things');
});
