import { PassThrough } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { logFor } from '../../src/operations/log.ts';

async function written(isTTY: boolean): Promise<string> {
  const out = Object.assign(new PassThrough(), { isTTY });
  const log = await logFor('warn', out);
  log.info('not at this level');
  log.warn({ call: 'chat.postMessage', kind: 'dms-closed', count: 2, reference: 'K7PQ2M' }, 'Slack refused');
  await setImmediate();
  return stripVTControlCharacters(String(out.read()));
}

test('at a terminal the log is lines that a person reads', async () => {
  const text = await written(true);
  expect(text).toMatch(/^\[\d\d:\d\d:\d\d\] WARN: Slack refused\n/);
  expect(text).toContain('kind: "dms-closed"');
  expect(text).not.toContain('not at this level');
});

test('elsewhere each line is JSON', async () => {
  const line = JSON.parse(await written(false));
  expect(line).toMatchObject({ level: 40, kind: 'dms-closed', reference: 'K7PQ2M', msg: 'Slack refused' });
});
