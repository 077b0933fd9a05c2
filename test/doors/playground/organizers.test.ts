import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bot, movableClock, startBot } from '../../support/bot.ts';

const clock = movableClock('2026-11-28T10:00[America/Chicago]');
let bot: Bot;
let texts: string;

beforeAll(async () => {
  texts = mkdtempSync(join(tmpdir(), 'backchannel-texts-'));
  mkdirSync(join(texts, 'tips'));
  copyFileSync('src/content/tips/22.md', join(texts, 'tips', '22.md'));
  bot = await startBot({ CONTENT_DIR: texts }, clock);
});
afterAll(async () => {
  await bot.remove();
  rmSync(texts, { recursive: true, force: true });
});

const plan = (more: Record<string, string> = {}) =>
  new URLSearchParams({ weekday: '2', hour: '9', zone: 'Chicago', ...more }).toString();
const get = (path: string) => fetch(`${bot.url}${path}`);
interface Answer {
  posts: { when: string; title: string; button?: string }[];
  problem?: string;
}
const posts = async (more?: Record<string, string>): Promise<Answer> =>
  (await get(`/api/posts?${plan(more)}`)).json() as Promise<Answer>;

describe('what organizers can look at', () => {
  test('is a year of posts on the weekday, at the hour and in the zone that were chosen', async () => {
    const { posts: all } = await posts();
    expect(all).toHaveLength(52);
    expect(all[0]).toMatchObject({ when: 'Tue, Dec 1, 9 AM CT', title: 'One rule sorts most early offers' });
    expect(all.every(({ when }) => when.startsWith('Tue, '))).toBe(true);
    expect((await posts({ weekday: '5', hour: '18' })).posts[0]?.when).toBe('Fri, Dec 4, 6 PM CT');
  });

  test('leaves out what speaks of the Match where it does not apply, and moves with the season', async () => {
    const without = (await posts({ match: 'no' })).posts.filter(({ button }) => !button);
    expect(without.length).toBeGreaterThan(5);
    expect((await posts({ shift: '14' })).posts[2]?.title).toBe('One rule sorts most early offers');
  });

  test('is a calendar that two readers read alike', async () => {
    const answer = await get(`/posts.ics?${plan()}`);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const text = await answer.text();
    const mine = new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents('vevent')
      .map(each => new ICAL.Event(each))
      .map(({ summary, startDate }) => `${startDate.toJSDate().toISOString()} ${summary}`);
    const others = Object.values(nodeIcal.sync.parseICS(text)).filter(each => each?.type === 'VEVENT');
    expect(others.map(({ summary, start }) => `${start.toISOString()} ${summary}`).sort()).toEqual(mine.sort());
    expect(mine[0]).toBe('2026-12-01T15:00:00.000Z Backchannel: One rule sorts most early offers');
    expect(mine).toHaveLength(52);
  });

  test('shows an operator’s own texts as they are by now, and what is wrong in them', async () => {
    const file = join(texts, 'tips', '22.md');
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, before.replace('One rule sorts most early offers', 'A rule of our own'));
    expect((await posts()).posts[0]?.title).toBe('A rule of our own');
    writeFileSync(file, before.replace('phase: late', 'phase: never'));
    const { problem } = await posts();
    expect(problem).toContain('22.md');
    expect(problem).toContain('phase');
    writeFileSync(file, before);
    expect((await posts()).posts[0]?.title).toBe('One rule sorts most early offers');
  });

  test('has the page for a dean or moderator, as it is told on each platform', async () => {
    const page = async (on: string) => JSON.stringify(await (await get(`/api/page?id=one-page&on=${on}`)).json());
    expect(await page('slack')).toContain('some Slack plans');
    expect(await page('discord')).not.toContain('Slack plans');
    expect(await (await get('/api/page?id=nothing&on=slack')).json()).toEqual({});
  });

  test.each(['weekday=8', 'hour=24', 'shift=1000', 'hour=x', 'match=maybe'])('refuses %s', async wrong => {
    expect((await get(`/api/posts?${plan()}&${wrong}`.replace(/(weekday|hour)=\d+&(?=.*\1)/, ''))).status).toBe(400);
  });

  test('says in a sentence that a zone is none', async () => {
    expect((await posts({ zone: 'xyzzy' })).problem).toMatch(/zone|city/i);
    expect((await get(`/posts.ics?${plan({ zone: 'xyzzy' })}`)).status).toBe(400);
    expect((await get(`/api/posts?${plan({ zone: 'x'.repeat(5000) })}`)).status).toBe(400);
  });
});
