// What people would build in an afternoon, each a process of its own: node test/bench/answers/peers.ts acknowledge|insert|prisma
import { randomUUID } from 'node:crypto';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { App, HTTPReceiver } from '@slack/bolt';
import Database from 'better-sqlite3';
import { PrismaClient } from '../../../src/store/generated/sqlite/client.ts';

const [, , kind = 'acknowledge', path = ':memory:', signingSecret = '', port = '0'] = process.argv;

const PRAGMAS = 'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;';

/** What is done with the words of a `/log`, before it is said to be done. */
const ways: Record<string, () => (words: string) => unknown> = {
  acknowledge: () => () => undefined,
  insert() {
    const database = new Database(path);
    database.exec(`${PRAGMAS} CREATE TABLE IF NOT EXISTS entry (id TEXT PRIMARY KEY, words TEXT)`);
    const insert = database.prepare('INSERT INTO entry VALUES (?, ?)');
    return words => insert.run(randomUUID(), words);
  },
  prisma() {
    const database = new Database(path);
    database.exec(`${PRAGMAS} CREATE TABLE IF NOT EXISTS "KeyCheck" ("id" TEXT PRIMARY KEY, "word" TEXT NOT NULL)`);
    const client = new PrismaClient({ adapter: new PrismaBetterSqlite3({ url: `file:${path}` }) });
    return word => client.keyCheck.create({ data: { id: randomUUID(), word } });
  },
};

const keep = ways[kind]?.();
if (!keep) throw new Error(`there is no peer called ${kind}`);
const receiver = new HTTPReceiver({ signingSecret });
const app = new App({
  receiver,
  authorize: async () => ({ botToken: 'xoxb-1', botId: 'B1', botUserId: 'U1' }),
});
app.command('/log', async ({ ack, command }) => {
  await keep(command.text);
  await ack({ response_type: 'ephemeral', text: `Logged: ${command.text}` });
});
await app.start(Number(port));
console.log('ready');
