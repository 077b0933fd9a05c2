// npm run test:kill [kills]: the real bot is killed with -9 again and again, on SQLite and on PostgreSQL.
import { startPostgres } from '../support/postgres.ts';
import { type KillResult, runKills } from './scenario.ts';

const kills = Number(process.argv[2] ?? 100);
const report = (line: string) => console.log(line);

console.log(`SQLite, ${kills} kills`);
const sqlite = await runKills({ kills, lifeMs: 5000, messages: kills * 24, report });
const server = await startPostgres();
console.log(`PostgreSQL, ${kills} kills`);
// A lane of a killed process moves after ten seconds without a heartbeat: a life is longer here.
const postgresql = await runKills({ databaseUrl: server.url, kills, lifeMs: 18_000, messages: kills * 40, report });
await server.stop();

const row = ({ kills, acknowledged, messages, ...result }: KillResult) => ({
  kills,
  'entries acknowledged': acknowledged,
  'acknowledged entries lost': result.entriesLost.length,
  'entries doubled': result.entriesDoubled.length,
  messages,
  'messages lost': result.messagesLost.length,
  'messages doubled': result.messagesDoubled.length,
});
console.table({ SQLite: sqlite.moments, PostgreSQL: postgresql.moments });
console.table({ SQLite: row(sqlite), PostgreSQL: row(postgresql) });
const failed = [sqlite, postgresql].some(
  ({ entriesLost, entriesDoubled, messagesLost, messagesDoubled }) =>
    entriesLost.length + entriesDoubled.length + messagesLost.length + messagesDoubled.length > 0,
);
process.exit(failed ? 1 : 0);
