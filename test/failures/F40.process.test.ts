import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const from = (path: string) => JSON.stringify(new URL(`../../src/${path}`, import.meta.url).href);

/** A process that survives as the bot does, and in which these lines go wrong. */
async function surviving(wrong: string): Promise<{ code: number | null; printed: string }> {
  const script = `
    import { createCounters } from ${from('core/runtime/counters.ts')};
    import { createEnding } from ${from('operations/ending.ts')};
    import { surviveStrays } from ${from('operations/survival.ts')};
    const [counters, ending] = [createCounters(), createEnding()];
    ending.stopBy(async () => console.log('recorded'));
    const log = { error: (about, message) => console.log(JSON.stringify(about), message) };
    surviveStrays({ counters, log, end: ending.end, announce: console.log });
    setTimeout(() => { console.log('alive', JSON.stringify(counters.troubles())); process.exit(0); }, 500);
    ${wrong}`;
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-f40-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { cwd: folder });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', data => {
      printed += data;
    });
  const [code] = await once(child, 'close');
  return { code, printed };
}

test('F40: a stray rejection and an exception out of a socket are logged and counted, and nobody’s words with them', async () => {
  const { code, printed } = await surviving(`
    void Promise.reject(new TypeError('what Ana wrote'));
    setTimeout(() => { throw new RangeError('what Ana wrote'); }, 10);`);
  expect(printed).toContain('alive {"stray.rejection":1,"stray.exception":1}');
  expect(printed).toContain('"error":"TypeError"');
  expect(printed).not.toContain('Ana');
  expect(code).toBe(0);
});

test('F40: where its state cannot be trusted it ends, once what is under way was recorded, and says why', async () => {
  const { code, printed } = await surviving(
    `void Promise.reject(Object.assign(new Error('what Ana wrote'), { code: 'SQLITE_CORRUPT' }));`,
  );
  expect(printed).toContain(
    'Backchannel ends after an error that nothing caught (SQLITE_CORRUPT), to be started again.\nrecorded',
  );
  expect(printed).not.toMatch(/Ana|alive/);
  expect(code).toBe(1);
});
