import { Counter, collectDefaultMetrics, Gauge, Histogram, type OpenMetricsContentType, Registry } from 'prom-client';
import type { PlatformDoor } from '../core/ports/door.ts';
import type { Outcome } from '../core/ports/request.ts';
import { type CountedEvent, type Counters, counted } from '../core/runtime/counters.ts';
import { withTimeout } from '../core/runtime/withTimeout.ts';
import { platformOfLane } from '../core/sending/queueKey.ts';
import type { Readiness } from './health.ts';

/** What the store tells of what waits. */
interface StoreWaiting {
  waiting(now: Temporal.Instant): Promise<{ lane: string; state: string; count: number; since: Temporal.Instant }[]>;
  setAside(): Promise<number>;
}

export interface MetricsParts {
  times: CommandTimes;
  store: StoreWaiting;
  doors: readonly PlatformDoor[];
  counters: Counters;
  readiness(): Promise<Readiness>;
  now(): Temporal.Instant;
}

/** Platforms give three seconds. */
const BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 3, 5, 10];
/** A database that takes longer is asked again with the next scrape. */
const PATIENCE_MS = 2000;

const FRESH_MS = 1000;

type Labels = Record<string, string>;
/** A value as it is when somebody asks, by its labels. */
type Reading = [labels: Labels, value: number];

/** How long commands take, from the first one on. */
export function createCommandTimes() {
  const registry = new Registry<OpenMetricsContentType>();
  registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE);
  const metric = new Histogram({
    ...{ name: 'backchannel_command_seconds', registers: [registry], buckets: BUCKETS },
    help: 'Commands by name and by what became of them, and how long each took',
    labelNames: ['command', 'outcome'],
  });
  const answered = (command: string, outcome: Outcome, seconds: number): void =>
    metric.observe({ command, outcome }, seconds);
  return { registry, answered };
}
export type CommandTimes = ReturnType<typeof createCommandTimes>;

/** Everything that is measured, declared once. A label is a kind, a platform or a command: never anybody's name or id. */
export function createMetrics({ times, store, doors, counters, readiness, now }: MetricsParts) {
  const { registry } = times;
  const registers = [registry];

  for (const event of Object.keys(counted) as CountedEvent[]) {
    const { help, labels } = counted[event];
    new Counter({
      ...{ name: `backchannel_${event}_total`, help, labelNames: [...labels], registers },
      collect() {
        this.reset();
        for (const { values, count } of counters.of(event))
          this.inc(Object.fromEntries(labels.map((label, index) => [label, values[index] ?? ''])), count);
      },
    });
  }

  function gauge(name: string, help: string, labelNames: string[], read: () => Reading[] | Promise<Reading[]>): void {
    new Gauge({
      ...{ name: `backchannel_${name}`, help, labelNames, registers },
      async collect() {
        const readings = await read();
        // In one go: somebody else may be asking at the same time.
        this.reset();
        for (const [labels, value] of readings) this.inc(labels, value);
      },
    });
  }

  gauge('ready', 'Whether the database can be used and every platform is connected', [], async () => [
    [{}, Number((await readiness()).ready)],
  ]);
  gauge('database_usable', 'Whether something can be saved', [], async () => [
    [{}, Number((await readiness()).database.ok)],
  ]);
  gauge('loop_delay_seconds', 'How late the process’s own work made one in a hundred of its turns', [], async () => [
    [{}, (await readiness()).loopDelayMs.p99 / 1000],
  ]);
  gauge(
    'platform_connected',
    'Whether what is due can be sent there, and what people do is heard',
    ['platform'],
    async () =>
      Object.entries((await readiness()).doors).map(([platform, { connected }]) => [{ platform }, Number(connected)]),
  );
  gauge('gateway_connections', 'Connections by their state', ['platform', 'state'], () =>
    doors.flatMap(({ platform, connections }) =>
      Object.entries(connections?.() ?? {}).map(([state, count]): Reading => [{ platform, state }, count]),
    ),
  );

  const lanes = remembered(() =>
    withTimeout(
      PATIENCE_MS,
      store.waiting(now()).catch(() => []),
      [],
    ),
  );
  gauge(
    'messages',
    'Messages that wait now: due, being sent, or held where a platform is stopped',
    ['platform', 'state'],
    async () => (await lanes()).map(({ lane, state, count }) => [{ platform: platformOfLane(lane), state }, count]),
  );
  gauge('scopes_waiting', 'Workspaces, or bots, in which something is due', ['platform'], async () =>
    (await lanes()).filter(({ state }) => state === 'due').map(({ lane }) => [{ platform: platformOfLane(lane) }, 1]),
  );
  gauge('scope_lag_seconds', 'How long the message has waited that has waited longest', ['platform'], async () => {
    const at = now();
    const longest = new Map<string, number>(doors.map(({ platform }) => [platform, 0]));
    for (const { lane, state, since } of await lanes())
      if (state === 'due') {
        const platform = platformOfLane(lane);
        longest.set(platform, Math.max(longest.get(platform) ?? 0, at.since(since).total('seconds')));
      }
    return [...longest].map(([platform, seconds]): Reading => [{ platform }, seconds]);
  });
  gauge('rows_set_aside', 'Rows that could not be worked on: npm run stuck', [], async () => {
    const count = await withTimeout(
      PATIENCE_MS,
      store.setAside().catch(() => undefined),
      undefined,
    );
    return count === undefined ? [] : [[{}, count]];
  });

  /** Those of the process itself watch it from the first question on. */
  let isWatched = false;
  return {
    contentType: registry.contentType,
    /** The whole in OpenMetrics. */
    async read(): Promise<string> {
      if (!isWatched) collectDefaultMetrics({ register: registry });
      isWatched = true;
      return registry.metrics();
    },
  };
}

/** One answer for all that ask within a second. */
function remembered<T>(ask: () => Promise<T>): () => Promise<T> {
  let known: { at: number; answer: Promise<T> } | undefined;
  return () => {
    if (!known || performance.now() - known.at > FRESH_MS) known = { at: performance.now(), answer: ask() };
    return known.answer;
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
