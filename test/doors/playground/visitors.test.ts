import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { newId } from '../../../src/core/runtime/id.ts';
import { isLoopback, lineOf, NEW_A_MINUTE } from '../../../src/doors/playground/visitors.ts';
import { openBeside } from '../../../src/store/driver/beside.ts';
import { type Bot, movableClock, startBot } from '../../support/bot.ts';
import { ask } from './visitor.ts';

const clock = movableClock('2026-10-06T10:00[America/Chicago]');
let bot: Bot;
afterEach(() => bot.remove());

/** What a program sends that makes up its cookie. */
async function send(path: 'call' | 'suggest', browser: string, more: object) {
  const headers = { cookie: `backchannel-playground=${browser}`, origin: bot.url, 'content-type': 'application/json' };
  const { status, text } = await ask(
    `${bot.url}/api/${path}`,
    headers,
    JSON.stringify({ persona: 'ana', place: 'channel', ...more }),
  );
  return { status, body: JSON.parse(text) };
}
const call = (browser: string) => send('call', browser, { requestId: newId(), given: { text: '/log Kim they:good' } });

async function accounts(): Promise<number> {
  const raw = openBeside(`file:${join(bot.folder, 'backchannel.db')}`);
  const [row] = await raw.$queryRawUnsafe<{ count: number | bigint }[]>('SELECT count(*) AS "count" FROM "Account"');
  await raw.$disconnect();
  return Number(row?.count);
}

test('cookies that somebody makes up are no way to many accounts', { timeout: 60_000 }, async () => {
  bot = await startBot({}, clock);
  const browsers = Array.from({ length: NEW_A_MINUTE + 20 }, newId);
  const answers = [];
  for (const browser of browsers) answers.push(await call(browser));
  expect(answers.map(({ status }) => status)).toEqual([...Array(NEW_A_MINUTE).fill(200), ...Array(20).fill(429)]);
  expect(answers.at(-1)?.body.mistake).toBe(
    'Too many new visitors came from your address in a minute. Nothing was saved; try again in a minute.',
  );
  expect(await send('suggest', newId(), { about: { command: 'log', option: 'who', text: 'k' } })).toMatchObject({
    status: 429,
    body: { items: [] },
  });
  expect(await accounts()).toBe(NEW_A_MINUTE);

  // Whoever was here goes on, also after a restart, and a minute later others may come.
  expect((await call(browsers[0] ?? '')).status).toBe(200);
  clock.pass({ seconds: 61 });
  expect((await call(browsers.at(-1) ?? '')).status).toBe(200);
  bot = await bot.restart();
  for (let turn = 0; turn < NEW_A_MINUTE; turn += 1) expect((await call(newId())).status).toBe(200);
  expect((await call(newId())).status).toBe(429);
  for (const browser of [browsers[1], browsers.at(-1)]) expect((await call(browser ?? '')).status).toBe(200);
});

test('many at once are no way either, and one browser that is new begins once', async () => {
  bot = await startBot({}, clock);
  const same = newId();
  expect((await Promise.all(Array.from({ length: 5 }, () => call(same)))).map(({ status }) => status)).toEqual(
    Array(5).fill(200),
  );
  const answers = await Promise.all(Array.from({ length: NEW_A_MINUTE + 10 }, () => call(newId())));
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(11);
  expect(await accounts()).toBeLessThanOrEqual(NEW_A_MINUTE);
});

const [elsewhere] = Object.values(networkInterfaces())
  .flatMap(addresses => addresses ?? [])
  .filter(({ internal, family }) => !internal && family === 'IPv4');

test.skipIf(!elsewhere)('another computer is let in where the operator says so, and told so where not', async () => {
  bot = await startBot({ HOST: '0.0.0.0' }, clock);
  const { port } = new URL(bot.url);
  const fromElsewhere = () => ask(`http://${elsewhere?.address}:${new URL(bot.url).port}/`);
  expect(await fromElsewhere()).toMatchObject({
    status: 403,
    text: 'This playground answers on the computer that runs it alone. Whoever runs it can let others in with PLAYGROUND=open.\n',
  });
  expect((await ask(`http://127.0.0.1:${port}/`)).status).toBe(200);
  await bot.remove();
  bot = await startBot({ HOST: '0.0.0.0', PLAYGROUND: 'open' }, clock);
  expect((await fromElsewhere()).status).toBe(200);
});

test('this computer has addresses of its own, and a line one for all of its IPv6', () => {
  for (const address of ['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1']) expect(isLoopback(address)).toBe(true);
  for (const address of ['', '192.0.2.2', '::ffff:192.0.2.2', 'fe80::1', '2001:db8::7f00:1'])
    expect(isLoopback(address)).toBe(false);
  expect(lineOf('::ffff:192.0.2.2')).toBe('192.0.2.2');
  expect(lineOf('2001:db8::1')).toBe(lineOf('2001:db8:0:0:ffff::9'));
  expect(lineOf('2001:db8:0:1::1')).not.toBe(lineOf('2001:db8::1'));
  expect(lineOf('fe80::1%eth0')).toBe('fe80:0:0:0');
});
