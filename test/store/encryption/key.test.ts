import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { StartError } from '../../../src/core/ports/errors.ts';
import { encryptionKeysFor } from '../../../src/store/encryption/key.ts';

const KEY = Buffer.alloc(32, 9);

function folder() {
  const dir = mkdtempSync(join(tmpdir(), 'backchannel-key-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const lines: string[] = [];
  const find = (encryptionKey?: string, databaseUrl = `file:${join(dir, 'data/test.db')}`) =>
    encryptionKeysFor({ databaseUrl, encryptionKey }, line => lines.push(line));
  return { dir, file: join(dir, 'data/encryption.key'), lines, find };
}

test.each(['base64', 'base64url', 'hex'] as const)('a key is read as %s', encoding => {
  const { find, file } = folder();
  expect(find(` ${KEY.toString(encoding)}\n`)).toEqual([KEY]);
  expect(existsSync(file)).toBe(false);
});

test.each(['short', 'x'.repeat(44), KEY.toString('hex').slice(2), `${KEY.toString('base64')}AAAA`])(
  'what is no key is refused in one sentence: %s',
  text => {
    const { find } = folder();
    expect(() => find(text)).toThrow(StartError);
    expect(() => find(text)).toThrow('ENCRYPTION_KEY is no encryption key: it has to be 32 bytes as base64');
  },
);

test('on SQLite a key is made for its owner alone, announced once, and found again', () => {
  const { find, file, lines } = folder();
  const [key = Buffer.of()] = find();
  expect(key).toHaveLength(32);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(file);
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(find()).toEqual([key]);
  expect(lines).toHaveLength(1);
  expect(readFileSync(file, 'utf8').trim()).toBe(key.toString('base64'));
});

test('a database without its key gets no new one', () => {
  const { find, file, dir } = folder();
  find();
  rmSync(file);
  writeFileSync(join(dir, 'data/test.db'), '');
  expect(() => find()).toThrow('put it back or set ENCRYPTION_KEY');
  expect(existsSync(file)).toBe(false);
});

test('a folder that cannot be written to is named', () => {
  const { find, dir } = folder();
  writeFileSync(join(dir, 'data'), '');
  expect(() => find()).toThrow(StartError);
  expect(() => find()).toThrow('cannot be opened for writing');
});

test('PostgreSQL asks for a key', () => {
  const { find } = folder();
  expect(() => find(undefined, 'postgres://localhost/x')).toThrow('With PostgreSQL, ENCRYPTION_KEY has to be set');
});
