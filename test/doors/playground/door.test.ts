import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../../src/core/runtime/id.ts';
import { type Bot, movableClock, startBot } from '../../support/bot.ts';
import { ask, formOf, messageOf, tokenOf, visit } from './visitor.ts';

const clock = movableClock('2026-10-06T10:00[America/Chicago]');
let bot: Bot;
beforeAll(async () => {
  bot = await startBot({}, clock);
});
afterAll(() => bot.remove());

const arrive = () => visit(bot.url);

describe('who may ask', () => {
  const port = () => new URL(bot.url).port;

  test('localhost and addresses in figures are let in; a name that DNS could move is not', async () => {
    const statusOf = async (host: string) => (await ask(`${bot.url}/`, { host })).status;
    for (const host of ['localhost', `localhost:${port()}`, `127.0.0.1:${port()}`, `[::1]:${port()}`])
      expect([host, await statusOf(host)]).toEqual([host, 200]);
    for (const host of ['evil.example', `evil.example:${port()}`, '127.0.0.1.evil.example', 'localhost.evil.example'])
      expect([host, await statusOf(host)]).toEqual([host, 403]);
  });

  test('a post from another site’s page, or without an origin, changes nothing', async () => {
    const { cookie, as } = await arrive();
    const body = JSON.stringify({
      persona: 'ana',
      place: 'channel',
      requestId: newId(),
      given: { text: '/log Dr. Patel they:good' },
    });
    const from = (origin?: string) =>
      ask(`${bot.url}/api/call`, { cookie, 'content-type': 'application/json', ...(origin && { origin }) }, body);
    for (const origin of [undefined, 'null', 'http://evil.example', 'http://127.0.0.1:1', 'http://localhost'])
      expect((await from(origin)).status).toBe(403);
    expect(await as('ana').sees()).toEqual([]);
    expect((await from(bot.url)).status).toBe(200);
  });

  test('each browser gets a random cookie that no script reads and no other site sends', async () => {
    const [one, other] = [await arrive(), await arrive()];
    expect(one.cookie).toMatch(/^backchannel-playground=[\w-]{22}$/);
    expect(one.cookie).not.toBe(other.cookie);
    expect(String(one.first.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict$/);
  });

  test('the page may load from itself alone', async () => {
    const { first } = await arrive();
    const policy = String(first.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(first.text).not.toMatch(/(src|href)="(https?:)?\/\//);
  });

  test('a body that the page does not send is refused, and so is one that is too long', async () => {
    const { cookie } = await arrive();
    const send = (body: string) =>
      ask(`${bot.url}/api/call`, { cookie, origin: bot.url, 'content-type': 'application/json' }, body);
    expect((await send('{')).status).toBe(400);
    expect((await send('{"persona":"root"}')).status).toBe(400);
    expect((await send(JSON.stringify({ text: 'x'.repeat(4_000_000) }))).status).toBe(413);
    expect((await ask(`${bot.url}/api/state?persona=root`)).status).toBe(400);
    expect((await ask(`${bot.url}/../index.ts`)).status).toBe(404);
  });
});

describe('what is typed and tapped', () => {
  test('a command is answered for its asker alone: no other persona or browser sees it', async () => {
    const [here, there] = [await arrive(), await arrive()];
    const reply = messageOf(await here.as('ana').give({ text: '/log Dr. Patel they:good' }));
    expect(reply.card.answer).toContain('Dr. Patel');
    expect(await here.as('ana').sees()).toEqual([reply]);
    expect(await here.as('ben').sees()).toEqual([]);
    expect(await there.as('ana').sees()).toEqual([]);
    const history = messageOf(await here.as('ben').give({ text: '/history' }));
    expect(history.card.title).toBe('Nothing logged yet');
  });

  test('the same request again is shown once and written once', async () => {
    const ana = (await arrive()).as('ana');
    const requestId = newId();
    for (let turn = 0; turn < 2; turn++) await ana.give({ text: '/log Dr. Osei they:good' }, { requestId });
    expect(await ana.sees()).toHaveLength(1);
    const history = messageOf(await ana.give({ text: '/history' }));
    expect(history.card.answer).toBe('1 entry, newest first.');
  });

  test('a button of a reply changes it in place', async () => {
    const ana = (await arrive()).as('ana');
    const map = messageOf(await ana.give({ text: '/network' }));
    const routes = messageOf(await ana.give({ token: tokenOf(map, 'The four routes') }, { on: map.id }));
    expect(routes).toMatchObject({
      id: map.id,
      asked: '/network',
      card: { title: 'The four routes your name travels' },
    });
    expect(await ana.sees()).toEqual([routes]);
  });

  test('a form comes with its declaration, names what is wrong by field, and is answered once it is right', async () => {
    const ana = (await arrive()).as('ana');
    const form = formOf(await ana.give({ text: '/log Dr. Patel' }));
    expect(form).toMatchObject({ title: 'Log an interaction', submit: 'Log it', values: { who: 'Dr. Patel' } });
    expect(form.fields[0]).toMatchObject({ name: 'who', required: true, max: 80 });
    const give = (values: object) => ana.give({ form: form.token, values });
    expect(await give({ who: 'Dr. Patel', when: '31 November' })).toEqual({
      errors: { they: expect.stringContaining('needed'), when: expect.stringContaining('has 30 days') },
    });
    expect(await give({ who: 'Dr. Patel', they: 'good', when: 'tomorrow' })).toEqual({
      errors: { when: expect.stringContaining('has not come yet') },
    });
    const logged = messageOf(await give({ who: 'Dr. Patel', they: 'good', when: 'yesterday' }));
    expect(logged.card.answer).toContain('Mon, Oct 5, 2026');
    expect(await ana.sees()).toHaveLength(1);
  });

  test('a button that was kept for one person does nothing for another', async () => {
    const kim = (await arrive()).as('kim');
    const overview = messageOf(await kim.give({ text: '/setup' }));
    const token = tokenOf(overview, 'Start');
    const stranger = (await arrive()).as('kim');
    expect(await stranger.give({ token })).toEqual({ mistake: expect.stringContaining('no longer kept') });
    expect(messageOf(await kim.give({ token }, { on: overview.id })).card.title).toBe('The weekly tip is set');
  });

  test('only the organizer’s persona may set up, and only in the channel', async () => {
    const browser = await arrive();
    const answerOf = async (persona: 'ana' | 'kim', place: 'channel' | 'direct') =>
      messageOf(await browser.as(persona, place).give({ text: '/setup' })).card.answer;
    expect(await answerOf('ana', 'channel')).toContain('is for organizers');
    expect(await answerOf('kim', 'direct')).toContain('works inside a community');
  });

  test('what is no command, and no option, is said in one sentence', async () => {
    const ana = (await arrive()).as('ana');
    expect(await ana.give({ text: 'hello' })).toEqual({ mistake: expect.stringContaining('Begin with /') });
    expect(await ana.sees()).toEqual([]);
    const answerTo = async (text: string) => messageOf(await ana.give({ text })).card.answer;
    expect(await answerTo('/nothing')).toContain('There is no command "nothing"');
    expect(await answerTo('/show what:digest')).toContain('There is no command "show"');
    expect(await answerTo('/log Kim mood=3')).toContain('There is no option "mood" here');
  });

  test('words sent to the bot in a direct message open the log form with them', async () => {
    const ana = (await arrive()).as('ana', 'direct');
    const form = formOf(await ana.give({ text: 'Dr. Patel liked my notes' }));
    expect(form).toMatchObject({ command: 'log', values: { who: 'Dr. Patel', sentence: 'liked my notes' } });
  });

  test('asking for messages sends a first one at once, whose button answers beside it', async () => {
    const browser = await arrive();
    await browser.as('ana').give({ text: '/settings remind:weekly' });
    const direct = browser.as('ana', 'direct');
    const sent = (await direct.sees()).find(({ place }) => place === 'direct');
    expect(sent).toMatchObject({ reply: false, card: { title: 'Backchannel: messages from me arrive here' } });
    const shown = messageOf(await direct.give({ token: tokenOf(sent!, 'Show') }, { on: sent!.id }));
    expect(shown).toMatchObject({ place: 'direct', reply: true, card: { title: 'It works' } });
    expect(shown.id).not.toBe(sent!.id);
    expect((await browser.as('ben').sees()).filter(({ place }) => place === 'direct')).toEqual([]);
  });

  test('a person known already is suggested, to their own notebook alone', async () => {
    const browser = await arrive();
    await browser.as('ana').give({ text: '/log Dr. Okafor they:good' });
    const about = { command: 'log', option: 'who', text: 'oka' };
    expect((await browser.as('ana').suggest(about)).items).toEqual([{ label: 'Dr. Okafor', text: 'Dr. Okafor' }]);
    expect((await browser.as('ben').suggest(about)).items).toEqual([]);
    expect((await browser.as('ana').suggest({ text: '/log oka' })).items[0]?.text).toBe('/log Dr. Okafor ');
  });
});
