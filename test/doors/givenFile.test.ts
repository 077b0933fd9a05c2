import { createServer, type RequestListener } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { fileToOption } from '../../src/core/commands/givenFile.ts';
import { fetchFile } from '../../src/doors/givenFile.ts';

const CSV = 'who,they\nJosé Núñez,good\n';

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
    fetchFile({ url: await serving(listener), name }, limits);
  const no = (reason: string) => ({ ok: false, why: reason });
  const option = fileToOption({ name: 'file.csv', bytes: Buffer.from(CSV) });
  expect(await why((_, answer) => answer.end(CSV))).toEqual({ ok: true, option });
  expect(await why((_, answer) => answer.end())).toEqual(no('empty'));
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
  expect(await fetchFile({ url: 'http://127.0.0.1:1/x' }, limits)).toEqual(no('unreachable'));
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
  expect(await fetchFile({ url, size: 5001 }, limits)).toEqual({ ok: false, why: 'too-large' });
  expect(sent).toBe(0);
  expect(await fetchFile({ url, size: 10 }, limits)).toEqual({ ok: false, why: 'too-large' });
  expect(sent).toBeLessThan(100);
});
