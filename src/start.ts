import type { Logger } from 'pino';
import { calendarText } from './commands/account/calendarText.ts';
import { screens } from './commands/around/index.ts';
import { organizersDesk } from './commands/community/organizersDesk.ts';
import { commands } from './commands/index.ts';
import { datesOf } from './commands/sending/agenda.ts';
import { renderNudge } from './commands/sending/nudgeCards.ts';
import { whySent } from './commands/sending/sentMessages.ts';
import type { Config } from './config.ts';
import { loadContent } from './content/load.ts';
import { loadSite } from './content/site.ts';
import type { Content } from './content/types.ts';
import { createCore } from './core/commands/dispatch.ts';
import type { DoorParts } from './core/ports/door.ts';
import type { Delivery } from './core/ports/ledger.ts';
import type { Platform } from './core/ports/notifier.ts';
import { claimCode } from './core/runtime/claimCode.ts';
import { type Counters, createCounters } from './core/runtime/counters.ts';
import { drain } from './core/sending/outbox.ts';
import { planDue } from './core/sending/planner.ts';
import { inProcessDispatcher } from './dispatcher/inProcess.ts';
import { calendarRoutes } from './doors/calendarRoute.ts';
import { siteRoutes } from './doors/sitePages.ts';
import { createScreening } from './exchange/screening.ts';
import { connectDoors } from './operations/connecting.ts';
import { errorName } from './operations/errorName.ts';
import { serve } from './operations/http.ts';
import { logFor } from './operations/log.ts';
import { measuredCore } from './operations/measuredCore.ts';
import { createUpkeep } from './operations/upkeep.ts';
import { createWatch } from './operations/watch.ts';
import { doorsInstallation } from './store/communities/doorsInstallation.ts';
import { sqlitePath } from './store/driver/url.ts';
import { encryptionKeysFor } from './store/encryption/key.ts';
import { openStore } from './store/open.ts';
import { createSealedFile } from './store/sealedFile.ts';
import { dailyCopiesFor } from './store/upkeep/dailyCopies.ts';

/** Tells the time. The system's own in production; another where time is made to pass. */
type Clock = () => Temporal.Instant;

export interface Running {
  url: string;
  stop(): Promise<void>;
}

interface Surroundings {
  clock?: Clock;
  /** Where the few lines for the operator go. */
  announce?(line: string): void;
  /** Told, as soon as there is something to bring to an end, how that is done: a start may still be waiting then. */
  stopBy?(stop: () => Promise<void>): void;
  log?: Logger;
  counters?: Counters;
  /** The texts, where they have been read already; left out, they are read from the shipped ones and CONTENT_DIR. */
  content?: Content;
}

/**
 * Wires everything and starts it: the only place that constructs. Ends when every door was tried once; people are
 * answered and messages go out before.
 * @throws StartError in one sentence
 */
export async function start(config: Config, surroundings: Surroundings = {}): Promise<Running> {
  const opened = new AsyncDisposableStack();
  try {
    return await open(config, surroundings, opened);
  } catch (error) {
    await opened.disposeAsync();
    throw error;
  }
}

/** @param opened takes what is to be closed in the end, in the opposite order */
async function open(
  config: Config,
  {
    clock: given = Temporal.Now.instant,
    announce = console.log,
    stopBy = () => {},
    log: givenLog,
    counters = createCounters(),
    content: read,
  }: Surroundings,
  opened: AsyncDisposableStack,
): Promise<Running> {
  const log = givenLog ?? (await logFor(config.logLevel));
  const texts = { dir: config.contentDir, commands: commands.map(({ name }) => name) };
  const content = read ?? (await loadContent(texts));
  const keys = encryptionKeysFor(config, announce);
  const store = await openStore({ ...config, encryptionKey: keys });
  opened.defer(store.close);
  const file = sqlitePath(config.databaseUrl);
  const inProcess = file !== undefined ? inProcessDispatcher(config.tickSeconds) : undefined;
  const dispatcher =
    inProcess ?? (await import('./dispatcher/pgBoss.ts')).pgBossDispatcher(config.databaseUrl, config.tickSeconds);
  // Only where the playground is by itself, and for nobody from elsewhere, the time can be moved.
  const isAlone = config.playground && !config.playgroundOpen && !config.slack && !config.discord;
  const movable =
    isAlone && inProcess && (await store.moving.isPlaygroundAlone())
      ? {
          clock: (await import('./doors/playground/clock.ts')).createMovedClock(given),
          engine: { ...store.moving, round: inProcess.round },
        }
      : undefined;
  // What was sent when the time stood later comes again.
  if (movable && (await store.moving.isAhead(given()))) await store.moving.rewindTo(given());
  const clock = movable?.clock.now ?? given;
  const site = config.publicUrl?.startsWith('https:') ? config.publicUrl : undefined;
  const { core, times } = measuredCore(
    createCore({
      store,
      content,
      commands,
      screens,
      now: clock,
      ...(site && { site }),
      ...createScreening(),
      report: (error, about) => log.error({ ...about, ...errorName(error) }, 'a request failed'),
    }),
  );

  const parts: Omit<DoorParts, 'installation'> = {
    core,
    log,
    counters,
    announce,
    claimCode: community => claimCode(keys[0], community),
  };
  const installationOn = (platform: Platform) => doorsInstallation(store, platform, clock);
  // Each door brings a large library: what is not connected is not loaded, so that a start stays short.
  const playground = config.playground
    ? (await import('./doors/playground/index.ts')).createPlayground({
        ...parts,
        installation: installationOn('playground'),
        ...{ host: config.host, isOpen: config.playgroundOpen, knows: store.knows },
        ...(file !== undefined && { kept: createSealedFile(`${file}.chat`, keys) }),
        // Their libraries are loaded when it first asks.
        looks: async () => ({
          slack: (await import('./doors/slack/look.ts')).look,
          discord: (await import('./doors/discord/look.ts')).look,
        }),
        season: content.season,
        cast: content.cast,
        desk: organizersDesk(async () => (config.contentDir === undefined ? content : loadContent(texts)), clock),
        ownDates: who => datesOf(who, store, clock()),
        ...(movable && { movable }),
      })
    : undefined;
  const slack =
    config.slack &&
    (await import('./doors/slack/index.ts')).createSlack({
      ...parts,
      installation: installationOn('slack'),
      config: config.slack,
      hasOrganizer: team => store.hasOrganizer('slack', team),
      ...{ uploads: store.uploads, apps: store.slackApps, unanswered: store.unanswered },
    });
  const discord =
    config.discord &&
    (await import('./doors/discord/index.ts')).createDiscord({
      ...parts,
      installation: installationOn('discord'),
      ...{ config: config.discord, unanswered: store.unanswered },
    });
  const doors = [playground, slack, discord].filter(door => door !== undefined);

  const stopping = new AbortController();
  const connecting = connectDoors(doors, {
    announce,
    // What a refused token had stopped goes on.
    connected: async door => {
      for (const lane of door.lanes()) await store.ledger.startLane(lane);
    },
    report: (error, platform) => log.error({ platform, ...errorName(error) }, 'a door did not connect'),
    stopping: stopping.signal,
  });
  const watch = createWatch({
    ...{ store: store.health, doors, states: connecting.states, counters, times, now: clock, announce, config },
  });
  opened.defer(watch.stop);
  const server = await serve(
    {
      ...watch.routes,
      ...siteRoutes({ ...config, texts: await loadSite(), discordInstall: () => discord?.installUrl() }),
      ...calendarRoutes(site, {
        open: secret => calendarText(secret, { store, content, now: clock() }),
        report: error => log.error(errorName(error), 'a calendar failed'),
      }),
      ...(playground && { '/': playground.listener }),
      ...(slack?.listener && { '/slack/': slack.listener }),
    },
    config,
  );
  opened.defer(server.close);
  opened.defer(async () => void (await Promise.all(doors.map(door => door.stop()))));

  // However many people ask, what is due has its own turns at the database.
  const { engine } = store;
  const notifiers = new Map(doors.map(({ platform, notifier }) => [platform, notifier]));
  const outbox = {
    ledger: engine.ledger,
    notifiers,
    now: clock,
    async render(delivery: Delivery) {
      const rendered = await renderNudge(delivery, { store: engine, content, now: clock() });
      if (playground && 'card' in rendered) playground.willSend(delivery.id, whySent(delivery));
      return rendered;
    },
    attempted: (platform: Platform, state: string) => void counters.count('deliveries', platform, state),
    report: (error: unknown, delivery: string) => log.error({ delivery, ...errorName(error) }, 'a delivery failed'),
  };
  /** What another process's token is to send is left to it. */
  const isOwn = (lane: string): boolean => doors.some(door => door.lanes().includes(lane));
  const lanesDue = async () => (await engine.ledger.lanesDue(clock())).filter(isOwn);
  const copies = dailyCopiesFor(config, announce);
  opened.defer(copies.idle);
  const upkeep = createUpkeep({
    ...{ doors, now: given, log },
    chores: {
      sweep: now =>
        store.sweep(now, (what, error) => log.error({ what, error }, 'the hourly sweep passed something by')),
      copy: copies.look,
    },
  });
  opened.defer(dispatcher.stop);
  opened.defer(() => stopping.abort());
  const stop = () => opened.disposeAsync();
  stopBy(stop);
  const tried = connecting.connect();
  await dispatcher.start({
    async *tick() {
      await upkeep();
      const report = (error: unknown) => log.error(errorName(error), 'someone was set aside: npm run stuck');
      for await (const _ of planDue(engine.ledger, clock(), content.season, report)) yield await lanesDue();
    },
    due: lanesDue,
    drain: async (lane, signal) => (isOwn(lane) ? drain(lane, outbox, signal) : undefined),
    report: (error, where) => log.error({ where, ...errorName(error) }, 'the season’s engine failed'),
  });

  announce(
    playground
      ? `Backchannel is ready: open ${server.url}`
      : `Backchannel is running: ${server.url}/readyz tells how it is`,
  );
  await tried;
  return { url: server.url, stop };
}
