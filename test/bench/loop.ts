// npm run bench:loop [requests]: how long anything else waits for its turn while members with full notebooks use it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { screens } from '../../src/commands/around/index.ts';
import { commands } from '../../src/commands/index.ts';
import { loadContent } from '../../src/content/load.ts';
import { type Call, call } from '../../src/core/commands/call.ts';
import { createCore } from '../../src/core/commands/dispatch.ts';
import { createScreening } from '../../src/exchange/screening.ts';
import { openStore } from '../../src/store/open.ts';
import { worstFiles } from '../exchange/worstFiles.ts';
import { createActions } from '../fuzz/actions.ts';
import { deed } from '../fuzz/requests.ts';
import { openDoor } from '../support/openDoor.ts';
import fc from '../support/properties.ts';

const REQUESTS = Number(process.argv[2] ?? 3000);
const MEMBERS = 8;
const ENTRIES = 500;
/** As many as are under way at once. */
const AT_ONCE = 4;
/** What the last of it held up shows a moment later. */
const PAUSE_MS = 50;

const folder = mkdtempSync(join(tmpdir(), 'backchannel-loop-'));
const store = await openStore({ databaseUrl: `file:${join(folder, 'test.db')}`, encryptionKey: Buffer.alloc(32, 7) });
const content = await loadContent({ commands: commands.map(({ name }) => name) });
const now = () => Temporal.Instant.from('2026-10-18T12:00:00Z');
const failures: unknown[] = [];
const report = (error: unknown) => failures.push(error);
const core = createCore({ store, content, commands, screens, now, report, ...createScreening() });
let requests = 0;
const request = (member: string, made: Call) => ({
  call: made,
  via: 'command' as const,
  requestId: `r${requests++}`,
  who: { platform: 'discord' as const, scope: '', externalId: member },
  where: { externalId: 'G1', name: 'Aurora', channel: 'C1' },
  mayOrganize: false,
});

/** A notebook like those of a season's end. */
async function fill(member: string): Promise<void> {
  const { account } = await store.arrive(request(member, call('log')).who, null, now());
  for (let batch = 0; batch < ENTRIES / 25; batch += 1) {
    const entries = Array.from({ length: 25 }, (_, index) => {
      const number = batch * 25 + index;
      return {
        who: `Person ${'ABCDEFGHIJ'[number % 10]}${'abcdefgh'[Math.floor(number / 10) % 8]}lin`,
        day: Temporal.PlainDate.from('2026-07-01').add({ days: number % 100 }),
        ...(number % 3 === 0 && { place: 'Lakeside' }),
        stance: 'good' as const,
        ...(number % 2 === 0 && { sentence: 'Stayed late to hand over, and thanked the nurses by name.' }),
      };
    });
    const notebook = store.notebook({ account, requestId: `fill ${member} ${batch}`, now: now() });
    await notebook.logInteractions(entries);
  }
}

const actions = createActions(core, openDoor, request, MEMBERS);
const deeds = fc.sample(fc.record({ member: fc.nat(MEMBERS - 1), made: deed }), { numRuns: REQUESTS, seed: 7 });

async function carryOut(wanted: typeof deeds): Promise<void> {
  const left = [...wanted];
  const worker = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const { member, made } = next;
      if (made.kind === 'command' && made.command === 'my-data' && made.options.sure) continue;
      const answer = await actions.carryOut(member, made);
      if (answer) actions.saw(member, answer);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function measured(work: () => Promise<unknown>): Promise<Delays> {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  await work();
  await sleep(PAUSE_MS);
  delays.disable();
  return delays;
}

type Delays = ReturnType<typeof monitorEventLoopDelay>;

const ms = (nanoseconds: number) => (nanoseconds / 1e6).toFixed(1);
const row = (delays: Delays) => ({
  'median (ms)': ms(delays.percentile(50)),
  p99: ms(delays.percentile(99)),
  'p99.9': ms(delays.percentile(99.9)),
  longest: ms(delays.max),
});

for (let member = 0; member < MEMBERS; member += 1) await fill(`${member}`);
await carryOut(deeds.slice(0, Math.floor(REQUESTS / 10)));

const table: Record<string, ReturnType<typeof row>> = {};
table[`${REQUESTS} requests, ${MEMBERS} members of ${ENTRIES} entries`] = row(await measured(() => carryOut(deeds)));
const all = Object.entries(worstFiles);
const files = await measured(async () => {
  for (const [name, file] of all) {
    const importing = () => core.answer(request('0', call('my-data', { file })), openDoor);
    table[`a file: ${name}`] = row(await measured(importing));
  }
});
table['all the worst files'] = row(files);
console.table(table);
console.log(`${failures.length} failed inside`);
await store.close();
rmSync(folder, { recursive: true, force: true });
process.exit();
