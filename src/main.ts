import { createHmac } from 'node:crypto';
import { existsSync } from 'node:fs';
import { pino } from 'pino';
import { commands } from './commands/index.ts';
import { renderNudge } from './commands/sending/nudgeCards.ts';
import { type Config, readConfig } from './config.ts';
import { loadContent } from './content/load.ts';
import { createBreathing } from './core/breathing.ts';
import { createCore } from './core/commands/dispatch.ts';
import { StartError } from './core/errors.ts';
import type { DoorParts, PlatformDoor, Presence } from './core/ports/door.ts';
import type { Platform } from './core/ports/notifier.ts';
import { tryAgain } from './core/sending/backoff.ts';
import { drain } from './core/sending/outbox.ts';
import { planDue } from './core/sending/planner.ts';
import { inProcessDispatcher } from './dispatcher/inProcess.ts';
import { prepareScreen } from './domain/privacy/privacy.ts';
import { serve } from './http.ts';
import { encryptionKeyFor } from './store/encryption/key.ts';
import { type OpenStore, openStore } from './store/open.ts';

/** Tells the time. The system's own in production; another where time is made to pass. */
export type Clock = () => Temporal.Instant;

export interface Running {
  url: string;
  stop(): Promise<void>;
}

interface Surroundings {
  clock?: Clock;
  /** Where the few lines for the operator go. */
  announce?(line: string): void;
}

/** Wires everything and starts it: the only place that constructs. @throws StartError in one sentence. */
export async function start(
  config: Config,
  { clock = Temporal.Now.instant, announce = console.log }: Surroundings = {},
): Promise<Running> {
  const log = pino({ level: config.logLevel, base: null });
  const content = await loadContent({ dir: config.contentDir, commands: commands.map(({ name }) => name) });
  const key = await encryptionKeyFor(config, announce);
  const store = await openStore({ databaseUrl: config.databaseUrl, encryptionKey: key });
  const core = createCore({
    store,
    content,
    commands,
    now: clock,
    report: (error, about) => log.error({ ...about, ...nameOf(error) }, 'a request failed'),
  });

  const parts: Omit<DoorParts, 'presence'> = {
    core,
    log,
    announce,
    claimCode: community => claimCode(key, community),
  };
  const presenceOn = (platform: Platform) => createPresence(store, platform, clock);
  // Each door brings a large library: what is not connected is not loaded, so that a start stays short.
  const playground = config.playground
    ? (await import('./doors/playground/index.ts')).createPlayground({
        ...parts,
        presence: presenceOn('playground'),
        host: config.host,
      })
    : undefined;
  const slack =
    config.slack &&
    (await import('./doors/slack/index.ts')).createSlack({
      ...parts,
      presence: presenceOn('slack'),
      config: config.slack,
      hasOrganiser: team => store.hasOrganiser('slack', team),
      uploads: store.uploads,
      unanswered: store.unanswered,
    });
  const discord =
    config.discord &&
    (await import('./doors/discord/index.ts')).createDiscord({
      ...parts,
      presence: presenceOn('discord'),
      config: config.discord,
    });
  const doors = [playground, slack, discord].filter(door => door !== undefined);

  const server = await serve(
    { ...(playground && { '/': playground.listener }), ...(slack?.listener && { '/slack/': slack.listener }) },
    config,
  ).catch(async error => {
    await store.close();
    throw error;
  });
  if (playground) announce(`Backchannel is ready: open ${server.url}`);
  const stopping = new AbortController();
  await Promise.all(doors.map(door => connect(door, store, announce, stopping.signal)));

  // However many people ask, what is due has its own turns at the database.
  const { engine } = store;
  const notifiers = new Map(doors.map(({ platform, notifier }) => [platform, notifier]));
  const outbox = {
    ledger: engine.ledger,
    notifiers,
    now: clock,
    render: (delivery: Parameters<typeof renderNudge>[0]) =>
      renderNudge(delivery, { store: engine, content, now: clock() }),
    report: (error: unknown, delivery: string) => log.error({ delivery, ...nameOf(error) }, 'a delivery failed'),
  };
  const dispatcher = config.databaseUrl.startsWith('file:')
    ? inProcessDispatcher(config.tickSeconds)
    : (await import('./dispatcher/pgBoss.ts')).pgBossDispatcher(config.databaseUrl, config.tickSeconds);
  /** What another process's token is to send is left to it. */
  const isOwn = (lane: string): boolean => doors.some(door => door.lanes().includes(lane));
  const lanesDue = async () => (await engine.ledger.lanesDue(clock())).filter(isOwn);
  let sweptAt = clock().subtract({ hours: 1 });
  async function sweepHourly(): Promise<void> {
    if (Temporal.Instant.compare(clock(), sweptAt.add({ hours: 1 })) < 0) return;
    sweptAt = clock();
    await store.sweep(sweptAt, (what, error) => log.error({ what, error }, 'the hourly sweep passed something by'));
  }
  const sweepDoor = (door: PlatformDoor): void => {
    try {
      door.sweep?.();
    } catch (error) {
      log.error({ platform: door.platform, ...nameOf(error) }, 'a door failed at its sweep');
    }
  };
  await dispatcher.start({
    async *tick() {
      for (const door of doors) sweepDoor(door);
      await sweepHourly().catch(error => log.error(nameOf(error), 'the hourly sweep failed'));
      const report = (error: unknown) => log.error(nameOf(error), 'somebody was set aside: npm run stuck');
      for await (const _ of planDue(engine.ledger, clock(), content.season, report)) yield await lanesDue();
    },
    due: lanesDue,
    drain: async (lane, signal) => (isOwn(lane) ? drain(lane, outbox, signal) : undefined),
    report: (error, where) => log.error({ where, ...nameOf(error) }, 'the season’s engine failed'),
  });

  void prepare();
  return {
    url: server.url,
    async stop() {
      stopping.abort();
      await dispatcher.stop();
      await Promise.all(doors.map(door => door.stop()));
      await server.close();
      await store.close();
    },
  };
}

/** What takes its time at its first use has it now, before somebody waits for it. */
async function prepare(): Promise<void> {
  const breathe = createBreathing();
  for (const _ of prepareScreen()) await breathe();
}

/**
 * A door that cannot connect says which variable is wrong, and stops none of the others. It is tried again by itself,
 * later each time: a platform blocks an address that asks with a bad token over and over.
 */
async function connect(
  door: PlatformDoor,
  { ledger }: OpenStore,
  announce: (line: string) => void,
  stopping: AbortSignal,
): Promise<void> {
  const attempt = async (): Promise<boolean> => {
    try {
      await door.start();
    } catch (error) {
      if (!(error instanceof StartError)) throw error;
      if (!stopping.aborted) announce(error.message);
      return false;
    }
    // Its token is taken: what a refused one had stopped goes on.
    for (const lane of door.lanes()) await ledger.startLane(lane);
    return true;
  };
  if (!(await attempt())) void tryAgain(attempt, stopping).catch(error => announce(String(error?.name)));
}

const createPresence = (store: OpenStore, platform: Platform, clock: Clock): Presence => ({
  left: externalId => store.leave(platform, externalId, clock()),
  isIn: (externalIds, all) => store.comeBack(platform, externalIds, clock(), all),
  opened: (who, channel) => store.keepDirectChannel(who, channel),
  claimLane: (lane, owner) => store.claimLane(lane, owner, clock()),
});

/** Eight letters and digits from the key, so that it is the same over restarts and nothing has to be kept. */
function claimCode(key: Buffer, community: string): string {
  const digits = createHmac('sha256', key).update(`claim:${community}`).digest('hex').slice(0, 8).toUpperCase();
  return `${digits.slice(0, 4)}-${digits.slice(4)}`;
}

/** An error without its message, which may hold what somebody wrote. */
const nameOf = (error: unknown) => ({
  error: error instanceof Error ? error.name : typeof error,
  code: (error as { code?: unknown } | null)?.code,
  at:
    error instanceof Error
      ? error.stack
          ?.split('\n')
          .filter(line => line.includes('/src/'))
          .slice(0, 3)
      : undefined,
});

if (import.meta.main) {
  if (existsSync('.env')) process.loadEnvFile();
  try {
    const running = await start(readConfig(process.env));
    const stop = () => running.stop().then(() => process.exit(0));
    process.once('SIGINT', stop).once('SIGTERM', stop);
  } catch (error) {
    if (!(error instanceof Error) || !['StartError', 'ContentError'].includes(error.name)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
