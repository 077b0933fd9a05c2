import { createServer, type RequestListener } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { decodeText, readTextFile } from '../../src/doors/textFile.ts';

const CSV = 'who,they\nJosé Núñez,good\n';
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

test('F32: a spreadsheet’s text is read in whichever letters it was saved', () => {
  const files: Record<string, Uint8Array> = {
    'UTF-8': Buffer.from(CSV),
    'UTF-8 with a mark': Buffer.from(`\ufeff${CSV}`),
    'UTF-16 LE': Buffer.from(`\ufeff${CSV}`, 'utf16le'),
    'UTF-16 BE': utf16be(`\ufeff${CSV}`),
    'UTF-16 LE without a mark': Buffer.from(CSV, 'utf16le'),
    'UTF-16 BE without a mark': utf16be(CSV),
    'windows-1252': Buffer.from(CSV, 'latin1'),
  };
  for (const [name, bytes] of Object.entries(files))
    expect([name, decodeText(bytes)]).toEqual([name, { ok: true, text: CSV }]);
});

test('F32: what is no text, or nothing, is said to be so', () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  expect(decodeText(png)).toEqual({ ok: false, why: 'binary' });
  expect(decodeText(Buffer.from([0x50, 0x4b, 3, 4, 0x14, 0xff, 8, 2]))).toEqual({ ok: false, why: 'binary' });
  expect(decodeText(Buffer.alloc(0))).toEqual({ ok: false, why: 'empty' });
  expect(decodeText(Buffer.from('\ufeff \n'))).toEqual({ ok: false, why: 'empty' });
});

/** Serves one answer on a port of its own. */
async function serving(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/file.csv`;
}

test('F32: each way in which a file does not come has a reason of its own', async () => {
  const limits = { bytes: 100, ms: 300 };
  const why = async (listener: RequestListener, name = 'file.csv') =>
    readTextFile({ url: await serving(listener), name }, limits);
  const no = (reason: string) => ({ ok: false, why: reason });
  expect(await why((_, answer) => answer.end(CSV))).toEqual({ ok: true, text: CSV });
  for (const [status, reason] of [
    [404, 'gone'],
    [410, 'gone'],
    [401, 'refused'],
    [403, 'refused'],
    [429, 'unreachable'],
    [503, 'unreachable'],
  ] as const)
    expect([status, await why((_, answer) => answer.writeHead(status).end())]).toEqual([status, no(reason)]);
  expect(await why(() => {})).toEqual(no('slow'));
  expect(await why((_, answer) => answer.write('who,') && undefined)).toEqual(no('slow'));
  expect(await why(({ socket }) => socket.destroy())).toEqual(no('unreachable'));
  const page: RequestListener = (_, answer) =>
    answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<html>');
  expect(await why(page)).toEqual(no('refused'));
  expect(
    await why(({ url }, answer) =>
      url?.startsWith('/sign-in')
        ? page({} as never, answer as never)
        : answer.writeHead(302, { location: '/sign-in' }).end(),
    ),
  ).toEqual(no('refused'));
  expect(await readTextFile({ url: 'http://127.0.0.1:1/x' }, limits)).toEqual(no('unreachable'));
});

test('F32: a file larger than it says is not read to its end', async () => {
  let sent = 0;
  const url = await serving((_, answer) => {
    const more = () => {
      sent += 1;
      if (!answer.destroyed) answer.write('x'.repeat(1000), () => setTimeout(more, 1));
    };
    more();
  });
  const limits = { bytes: 5000, ms: 5000 };
  expect(await readTextFile({ url, size: 5001 }, limits)).toEqual({ ok: false, why: 'too-large' });
  expect(sent).toBe(0);
  expect(await readTextFile({ url, size: 10 }, limits)).toEqual({ ok: false, why: 'too-large' });
  expect(sent).toBeLessThan(100);
});
