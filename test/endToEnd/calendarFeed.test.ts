import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, type Slack, startSlack } from '../standins/slack/index.ts';
import { type Bot, movableClock, startBot } from '../support/bot.ts';
import { type BotProcess, spawnBot } from '../support/process.ts';

const zone = 'America/Chicago';
const SITE = 'https://bot.example.org';
let clock: ReturnType<typeof movableClock>;
let slack: Slack;
let ana: Actor;
const tokens = () => ({
  SLACK_BOT_TOKEN: 'xoxb-1',
  SLACK_APP_TOKEN: 'xapp-1-A',
  SLACK_API_URL: slack.apiUrl,
  PLAYGROUND: 'off',
});

beforeEach(async () => {
  clock = movableClock(`2026-10-14T12:00[${zone}]`);
  slack = await startSlack({ botToken: 'xoxb-1', patienceMs: 30_000 });
  ana = slack.addUser({ name: 'Ana', tz: zone });
});
afterEach(() => slack.close());

const reply = (who: Actor, words: string) => who.command('/backchannel', words).message();
const say = async (who: Actor, words: string): Promise<string> => slack.text(await reply(who, words));
/** Makes the address by taps, from the card that leads there. */
async function address(who: Actor): Promise<string> {
  const data = await reply(who, 'my-data');
  const calendar = await who.click(data, 'In my calendar').message();
  const made = await who
    .click(calendar, slack.text(calendar).includes('is on') ? 'New address' : 'Make the address')
    .message();
  const found = /https:\/\/bot\.example\.org(\/calendar\/[\w-]{43}\.ics)/.exec(slack.text(made));
  if (!found?.[1]) throw new Error(slack.text(made));
  return found[1];
}

describe('a calendar that a phone follows', () => {
  let bot: Bot;
  beforeEach(async () => {
    bot = await startBot({ ...tokens(), PUBLIC_URL: SITE }, clock);
  });
  afterEach(() => bot.remove());
  const get = (path: string, init: RequestInit = {}) => fetch(bot.url + path, init);
  const starts = (text: string): string[] => {
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map(it => new ICAL.Event(it));
    const mine = events.map(({ summary, startDate }) => `${summary} ${startDate.toJSDate().toISOString()}`).sort();
    const others = Object.values(nodeIcal.sync.parseICS(text)).filter(it => it?.type === 'VEVENT');
    expect(others.map(({ summary, start }) => `${summary} ${start.toISOString()}`).sort()).toEqual(mine);
    return mine;
  };

  test('has one’s own interviews and deadlines, discreetly, and follows what moves', async () => {
    await say(ana, 'programs name:Lakeside do:interview when:"Tue 3 Nov 9am" zone:America/Chicago');
    await say(ana, 'programs name:Mercy do:invitation by:"Fri 16 Oct 5pm" zone:America/New_York');
    await say(ana, 'log "Dr. Patel" they:good');
    const path = await address(ana);
    const first = await get(path);
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    const text = await first.text();
    expect(starts(text)).toEqual([
      'Backchannel: answer due 2026-10-16T20:30:00.000Z',
      'Backchannel: interview 2026-11-03T15:00:00.000Z',
    ]);
    expect(text).not.toMatch(/Lakeside|Mercy|Patel|Ana/);

    clock.pass({ minutes: 10 });
    const etag = first.headers.get('etag') ?? '';
    const modified = first.headers.get('last-modified') ?? '';
    expect((await get(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect((await get(path, { headers: { 'if-modified-since': modified } })).status).toBe(304);
    expect(await (await get(path, { method: 'HEAD' })).text()).toBe('');

    const interview = await reply(ana, 'programs name:Lakeside do:interview when:"Thu 5 Nov 1pm" zone:America/Chicago');
    expect(slack.text(interview)).toContain('Nov 5');
    const moved = await get(path, { headers: { 'if-none-match': etag } });
    expect(moved.status).toBe(200);
    expect(starts(await moved.text())).toContain('Backchannel: interview 2026-11-05T19:00:00.000Z');
    expect(Date.parse(moved.headers.get('last-modified') ?? '')).toBeGreaterThan(Date.parse(modified));
  });

  test('is dead at once when it is ended, replaced or erased: as any unknown address is', async () => {
    const unknown = await get(`/calendar/${'x'.repeat(43)}.ics`);
    const strip = (headers: Headers) => [...headers].filter(([name]) => name !== 'date');
    const isUnknown = async (path: string) => {
      const answer = await get(path);
      expect([answer.status, strip(answer.headers), await answer.text()]).toEqual([
        404,
        strip(unknown.headers),
        'Nothing here.\n',
      ]);
    };
    await unknown.text();
    const first = await address(ana);
    expect((await get(first)).status).toBe(200);
    const second = await address(ana);
    await isUnknown(first);
    const card = await ana.click(await reply(ana, 'my-data'), 'In my calendar').message();
    expect(slack.text(await ana.click(card, 'End it').message())).toContain('dead from now on');
    await isUnknown(second);
    const third = await address(ana);
    expect((await get(third)).status).toBe(200);
    const erase = await reply(ana, 'my-data do:erase');
    await ana.click(erase, 'Erase it now').message();
    await isUnknown(third);
    for (const path of ['/calendar/', '/calendar/x.ics', `/calendar/${'x'.repeat(5000)}.ics`, '/calendar/../calendar'])
      expect((await get(path)).status).toBe(404);
    expect((await get(first, { method: 'POST' })).status).toBe(405);
  });

  test('shows nobody else’s, and a second person’s address only their own', async () => {
    const ben = slack.addUser({ name: 'Ben', tz: zone });
    await say(ana, 'programs name:Lakeside do:interview when:"Tue 3 Nov 9am" zone:America/Chicago');
    const [mine, theirs] = [await address(ana), await address(ben)];
    expect(starts(await (await get(mine)).text())).toHaveLength(1);
    expect(starts(await (await get(theirs)).text())).toEqual([]);
  });
});

test('without a public address it is the file, as it was', async () => {
  const bot = await startBot(tokens(), clock);
  await ana.click(await reply(ana, 'my-data'), 'In my calendar').message();
  const seen = () => ana.sees(ana.dm).map(slack.text).join('\n');
  await expect.poll(seen).toContain('no public address');
  await expect.poll(seen).toContain('deleted from Slack in ten minutes');
  expect(seen()).not.toContain('Make the address');
  expect((await fetch(`${bot.url}/calendar/${'x'.repeat(43)}.ics`)).status).toBe(404);
  await bot.remove();
});

test('no line that is logged has the secret, whatever goes wrong', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-calendar-'));
  const bot: BotProcess = spawnBot(
    {
      ...tokens(),
      ...{ DATABASE_URL: `file:${join(folder, 'backchannel.db')}`, PORT: '0', LOG_LEVEL: 'debug', PUBLIC_URL: SITE },
    },
    folder,
  );
  try {
    await slack
      .until(() => slack.connections > 0, 'a socket')
      .catch(error => {
        throw new Error(bot.output(), { cause: error });
      });
    const path = await address(ana);
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(await bot.says(/running: http:\/\/127\.0\.0\.1:\d+/))?.[0] ?? '';
    expect((await fetch(url + path)).status).toBe(200);
    await reply(ana, 'my-data do:calendar address:end');
    expect((await fetch(url + path)).status).toBe(404);
    expect(bot.output()).not.toContain(path.slice(10, 40));
  } finally {
    await bot.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  }
});
