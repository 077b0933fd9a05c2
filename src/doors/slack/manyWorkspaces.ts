import type { SlackConfig, SlackOauth } from '../../config.ts';
import type { DoorParts } from '../../core/ports/door.ts';
import type { SlackApps } from '../../core/ports/slackApps.ts';
import { slackReasonOf } from './clients.ts';
import { isTokenRefusal } from './health.ts';
import { type InstalledApp, keyOf, readInstalled, selfOf, writeByOrganization } from './installedApp.ts';
import { createInstaller } from './installer.ts';
import { createWorkspace, type Self, type Workspace, type WorkspaceParts } from './workspace.ts';
import type { Source, Workspaces } from './workspaces.ts';

interface ManyParts extends WorkspaceParts, Pick<DoorParts, 'announce'> {
  config: SlackConfig & { oauth: SlackOauth };
  apps: SlackApps;
}

/** A workspace that is known, and the installation by which it is reached. */
interface Reached {
  workspace: Workspace;
  self: Self;
  app: InstalledApp;
  /** The row of the installation. */
  key: string;
  /** The token's refusal was told. */
  isToldOf?: string | undefined;
}

/** A token is renewed when it has less than this left: Bolt's own measure. */
const RENEWED_MS = 2 * 3_600_000;
/** How far the clocks of replicas may differ. */
const CLOCKS_DIFFER = { minutes: 2 };

/** Every workspace in which the app was installed by OAuth. Each has its own token, and what is refused in one stops that one. */
export function manyWorkspaces(parts: ManyParts): Workspaces {
  const { apps, config, core, installation, log, announce, track } = parts;
  const byTeam = new Map<string, Reached>();
  const finding = new Map<string, Promise<Reached | undefined>>();
  let lookedAt: Temporal.Instant | undefined;
  const installer = createInstaller({
    ...{ oauth: config.oauth, apiUrl: config.apiUrl, apps, now: core.now, logger: parts.logger },
    installed: adoptAll,
  });

  /** The installation is the one by which this workspace is reached from now on. */
  async function adopt(team: string, key: string, app: InstalledApp): Promise<Reached> {
    const self = selfOf(app, team);
    const known = byTeam.get(team);
    const isNew = known?.self.token !== self.token;
    const reached = known ?? reach(team, key, app, self);
    Object.assign(reached, { key, app, self: { ...self, enterprise: self.enterprise ?? known?.self.enterprise } });
    byTeam.set(team, reached);
    if (!isNew) return reached;
    reached.isToldOf = undefined;
    if (self.enterprise) await apps.join(team, self.enterprise);
    await installation.isIn([team, ...(self.enterprise ? [self.enterprise] : [])]);
    return reached;
  }

  function reach(team: string, key: string, app: InstalledApp, self: Self): Reached {
    const workspace = createWorkspace(parts, {
      self: () => byTeam.get(team)?.self,
      refused: kind => refused(team, kind),
      ...(app.isEnterpriseInstall && { teamId: team }),
    });
    return { workspace, self, app, key };
  }

  /** An organization's installation is every workspace's that was reached by it. */
  async function adoptAll(app: InstalledApp): Promise<void> {
    const { team, enterprise, isEnterpriseInstall } = app;
    if (!isEnterpriseInstall && team) return void (await adopt(team.id, keyOf(enterprise?.id, team.id), app));
    const key = keyOf(enterprise?.id, undefined);
    for (const [reachedTeam, reached] of byTeam) if (reached.key === key) await adopt(reachedTeam, key, app);
  }

  async function find({ teamId: team, enterpriseId: enterprise }: Source): Promise<Reached | undefined> {
    if (!team) return undefined;
    // Installed there before it became part of the organization, since then, or in all of the organization.
    for (const key of new Set([keyOf(enterprise, team), team, ...(enterprise ? [keyOf(enterprise, undefined)] : [])])) {
      const found = readInstalled((await apps.find(key)) ?? '');
      if (!found || 'organization' in found) continue;
      // Written down, so that after a restart its messages go out before anybody has come from it.
      if (found.isEnterpriseInstall)
        await apps.keep({ key: keyOf(enterprise, team), app: writeByOrganization(key, team) }, core.now());
      return adopt(team, key, found);
    }
    return undefined;
  }

  /** One look in the database, however many come at once. */
  function findOnce(source: Source): Promise<Reached | undefined> {
    const id = keyOf(source.enterpriseId, source.teamId);
    const found = finding.get(id) ?? find(source).finally(() => finding.delete(id));
    finding.set(id, found);
    return found;
  }

  async function joined(reached: Reached, enterprise: string): Promise<void> {
    reached.self = { ...reached.self, enterprise };
    await apps.join(reached.self.team, enterprise);
    await installation.isIn([enterprise]);
  }

  /** What this process or another has written since it last looked. */
  async function readChanged(): Promise<void> {
    const now = core.now();
    const rows = await apps.changed(lookedAt?.subtract(CLOCKS_DIFFER));
    const read = new Map(rows.map(({ key, app }) => [key, readInstalled(app)]));
    for (const [key, found] of read) {
      if (!found) log.warn({ key }, 'an installation of Slack’s cannot be read');
      else if (!('organization' in found)) await adoptAll(found);
    }
    for (const found of read.values()) {
      if (!found || !('organization' in found)) continue;
      const app = read.get(found.organization) ?? readInstalled((await apps.find(found.organization)) ?? '');
      if (app && !('organization' in app)) await adopt(found.team, found.organization, app);
    }
    lookedAt = now;
  }

  async function renewTokens(): Promise<void> {
    const over = [...byTeam.values()].filter(
      ({ app: { bot } }) => bot.expiresAt && bot.expiresAt * 1000 - Date.now() < RENEWED_MS,
    );
    for (const [key, { app }] of new Map(over.map(reached => [reached.key, reached])))
      if (await apps.tend(key, core.now()))
        await installer
          .renew(app)
          .catch((error: unknown) =>
            log.warn({ key, reason: slackReasonOf(error) }, 'a token of Slack’s is not renewed'),
          );
  }

  function refused(team: string, kind: string): void {
    const reached = byTeam.get(team);
    if (!reached || reached.isToldOf) return;
    reached.isToldOf = kind;
    announce(
      `Slack (${reached.self.teamName}) refuses its token (${kind}). What is due there stays due until the app is installed again: ${config.oauth.publicUrl}/slack/install`,
    );
  }

  async function leave(team: string): Promise<void> {
    byTeam.delete(team);
    await installation.left(team);
  }

  /** Slack's word of a removal may come when the app is long installed again: its token says which holds. */
  const isTaken = ({ workspace, self }: Reached): Promise<boolean> =>
    workspace.clients
      .asking(self.token)
      .auth.test()
      .then(
        () => true,
        (error: unknown) => !isTokenRefusal(slackReasonOf(error)),
      );

  const known = ({ teamId }: Source): Reached | undefined => byTeam.get(teamId ?? '');

  return {
    pages: installer.pages,
    async of(source) {
      const reached = known(source) ?? (await findOnce(source));
      const { enterpriseId } = source;
      if (reached && enterpriseId && reached.self.enterprise !== enterpriseId) await joined(reached, enterpriseId);
      return reached?.workspace;
    },
    known: source => known(source)?.workspace,
    all: () => [...byTeam.values()].map(({ workspace }) => workspace),
    async start() {
      await readChanged();
      return byTeam.size === 0 ? [`Slack: install the app at ${config.oauth.publicUrl}/slack/install`] : [];
    },
    sweep() {
      for (const { workspace } of byTeam.values()) workspace.sweep();
      void track(async () => {
        await readChanged();
        await renewTokens();
      });
    },
    async left({ teamId, enterpriseId }) {
      const named = teamId
        ? [...byTeam.values()].filter(({ self }) => self.team === teamId)
        : [...byTeam.values()].filter(({ key }) => key === keyOf(enterpriseId, undefined));
      const gone = (await Promise.all(named.map(async one => ((await isTaken(one)) ? [] : [one])))).flat();
      const keys = gone.flatMap(({ key, self: { team, enterprise } }) => [key, team, keyOf(enterprise, team)]);
      const organization = gone.find(({ app, key }) => teamId && app.isEnterpriseInstall && key)?.key;
      // One workspace was taken out of an organization's installation: the others keep it.
      await apps.forget(keys.filter(key => key !== organization));
      for (const { self } of gone) await leave(self.team);
    },
  };
}
