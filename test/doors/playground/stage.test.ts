import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buckets } from '../../../src/domain/vocabulary.ts';
import type { Message } from '../../../src/doors/playground/chat.ts';
import { type Persona, personaShape } from '../../../src/doors/playground/people.ts';
import type { ShownTime } from '../../../src/doors/playground/time.ts';
import { type Bot, movableClock, startBot } from '../../support/bot.ts';
import { content } from '../../support/content.ts';
import { longTest } from '../../support/long.ts';
import { ask, visit } from './visitor.ts';

const ZONE = 'America/Chicago';
const clock = movableClock(`2026-11-28T10:00[${ZONE}]`);
const { cast } = content;
let bot: Bot;
let browser: Awaited<ReturnType<typeof visit>>;
beforeAll(async () => {
  bot = await startBot({}, clock);
  browser = await visit(bot.url);
});
afterAll(() => bot.remove());

async function post<T>(path: string, body: object): Promise<T> {
  const headers = { cookie: browser.cookie, origin: bot.url, 'content-type': 'application/json' };
  const { status, text } = await ask(bot.url + path, headers, JSON.stringify(body));
  if (status !== 200) throw new Error(`HTTP ${status}: ${text}`);
  return JSON.parse(text) as T;
}
const move = (to: string, persona: Persona = 'sam') => post<ShownTime>('/api/time', { persona, zone: ZONE, to });
const titles = (messages: Message[]) => messages.map(({ card }) => card.title);
const unwell = ['That did not work', 'Something failed'];

describe('the people that are made up', () => {
  test.each(cast.people)('$id: $title', async ({ id, bucket }) => {
    const persona = personaShape.parse(id);
    await post('/api/story', { persona, do: 'load' });
    const result = (await browser.as(persona).sees()).at(-1)!;
    expect(result).toMatchObject({ asked: '/bucket', card: { title: buckets[bucket].title } });
    for (const [command, title] of [
      ['/history', 'History'],
      ['/audit', 'Audit'],
      ['/network', 'Who could be called'],
    ] as const) {
      const outcome = await browser.as(persona).give({ text: command });
      expect(outcome).toMatchObject({ message: { card: { title: expect.stringContaining(title) } } });
    }
    await post('/api/story', { persona, do: 'empty' });
    expect(await browser.as(persona).sees()).toEqual([]);
    const { message } = (await browser.as(persona).give({ text: '/history' })) as { message: Message };
    expect(message.card.title).toBe('Nothing logged yet');
  });
});

describe('a time that moves', () => {
  test('what a day would have brought is there, and gone again when the day is not come', async () => {
    await browser.as('kim').give({ text: '/setup channel:residency weekday:monday hour:9 zone:Chicago' });
    const moved = await move('2026-12-08', 'ana');
    expect(moved).toMatchObject({ moved: true, today: '2026-12-08' });
    const tips = async () => (await browser.as('ana').sees()).filter(({ reply }) => !reply);
    expect((await tips()).map(({ at }) => new Date(at).toISOString().slice(0, 16))).toEqual([
      '2026-11-30T15:00',
      '2026-12-07T15:00',
    ]);
    expect((await tips())[0]?.why).toContain('every Monday');
    await move('2026-12-01', 'ana');
    expect(await tips()).toHaveLength(1);
    expect(await move('now', 'ana')).toMatchObject({ moved: false, today: '2026-11-28' });
    expect(await tips()).toEqual([]);
    expect(await move('2031-01-01', 'ana')).toMatchObject({ today: '2027-07-04' });
    await move('now', 'ana');
  });

  test('one’s own days are on the strip', async () => {
    await browser.as('ana').give({ text: '/programs Lakeside when:"Dec 3 9am" zone:Chicago' });
    expect((await move('now', 'ana')).own).toEqual([{ day: '2026-12-03', title: 'interview' }]);
  });

  test('a restart keeps the conversation, sealed, and shows the real time again', async () => {
    await move('2026-12-08', 'ana');
    const said = await browser.as('ana').give({ text: '/log Dr. Restart they:good' });
    expect(said).toMatchObject({ message: { card: { title: 'Logged' } } });
    await move('now', 'ana');
    await browser.as('ana').give({ text: '/log Dr. Kept they:good' });
    bot = await bot.restart();
    const { text } = await ask(`${bot.url}/api/state?persona=ana&zone=${ZONE}`, { cookie: browser.cookie });
    expect(JSON.parse(text).time).toMatchObject({ moved: false, today: '2026-11-28' });
    expect(text).toContain('Dr. Kept');
    expect(text).not.toContain('Dr. Restart');
    expect(readFileSync(join(bot.folder, 'backchannel.db.chat'), 'utf8')).not.toContain('Kept');
    browser = { ...(await visit(bot.url)) };
  });

  test('beside a real platform, or open to others, it is the real one', async () => {
    const open = await startBot({ PLAYGROUND: 'open' }, clock);
    const { cookie } = await visit(open.url);
    const { text } = await ask(`${open.url}/api/state?persona=ana&zone=${ZONE}`, { cookie });
    expect(JSON.parse(text).time).toMatchObject({ movable: false, moved: false });
    await open.remove();
  });
});

describe('a season', () => {
  test('is played by the engine itself: what is due comes at its hour, and the bucket moves', async () => {
    await post('/api/season', { zone: ZONE });
    await move('2026-10-21');
    const seen = await browser.as('sam').sees();
    const checks = seen.filter(({ asked }) => asked === '/bucket');
    expect(titles(checks)).toEqual([buckets['too-risky'].title, buckets.safe.title]);
    expect(titles(seen).filter(title => unwell.some(bad => title.startsWith(bad)))).toEqual([]);
    const posts = seen.filter(({ reply, why }) => !reply && why);
    expect(new Set(posts.map(({ place }) => place))).toEqual(new Set(['channel', 'direct']));
    expect(titles(posts)).toContain('An invitation to answer');
  });

  longTest('ends on Match Day with the offer taken and its deadlines said', async () => {
    await post('/api/season', { zone: ZONE });
    await move('2027-03-19');
    const seen = titles(await browser.as('sam').sees());
    for (const title of ['Before tomorrow', 'A follow-up', 'An offer to answer', 'Accepted', 'Withdraw from the Match'])
      expect(seen).toContain(title);
    expect(seen.filter(title => unwell.some(bad => title.startsWith(bad)))).toEqual([]);
  });
});
