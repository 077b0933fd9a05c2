import type { SlackConfig } from '../../config.ts';
import type { DoorParts } from '../../core/ports/door.ts';
import type { SlackApps } from '../../core/ports/slackApps.ts';
import { howToMend, readToken } from '../token.ts';
import type { Client } from './clients.ts';
import { startError } from './connection.ts';
import type { Health } from './health.ts';
import { missingScopes } from './manifest.ts';
import { typedAs } from './text.ts';
import { createWorkspace, type Self, type WorkspaceParts } from './workspace.ts';
import type { Workspaces } from './workspaces.ts';

interface OneParts extends Omit<WorkspaceParts, 'config' | 'claimCode'>, Pick<DoorParts, 'claimCode'> {
  config: SlackConfig;
  apps: Pick<SlackApps, 'join'>;
  health(): Pick<Health, 'botTokenRefused'>;
  hasOrganizer(team: string): Promise<boolean>;
}

/** The one workspace of a bot token. */
export function oneWorkspace(parts: OneParts) {
  const { config, apps, claimCode, installation } = parts;
  const source = { token: config.botToken, file: config.botTokenFile, variable: 'SLACK_BOT_TOKEN' };
  // Before Slack has said who it is, the token alone is known.
  let self: Self = { team: '', teamName: '', botId: '', userId: '', token: '' };
  const isKnown = () => self.team !== '';
  const workspace = createWorkspace(
    // Whoever is named by the operator needs no code, and nobody else is to have one.
    { ...withoutCode(parts), ...(config.organizers.length === 0 && { claimCode }) },
    { self: () => (isKnown() ? self : undefined), refused: kind => parts.health().botTokenRefused(kind) },
  );

  /** Asks Slack who the token is; what its refusal had stopped goes on. */
  async function take(): Promise<string[] | undefined> {
    const token = await readToken(source);
    const { scopes, ...found } = await introduce(workspace.clients.asking(token));
    self = { ...found, token };
    await installation.isIn([found.team]);
    if (found.enterprise) await joined(found.enterprise);
    return scopes;
  }

  /** The workspace is part of an organization, by whose name its people are known. */
  async function joined(enterprise: string): Promise<void> {
    self = { ...self, enterprise };
    await apps.join(self.team, enterprise);
    await installation.isIn([enterprise]);
  }

  return {
    mend: () =>
      source.file === undefined
        ? 'Copy it from OAuth & Permissions, Bot User OAuth Token: a new token needs a restart.'
        : howToMend(source),
    tryToken: () =>
      take().then(
        () => true,
        () => false,
      ),
    async of({ teamId, enterpriseId }) {
      if (teamId === self.team && enterpriseId && enterpriseId !== self.enterprise) await joined(enterpriseId);
      return workspace;
    },
    known: () => workspace,
    all: () => (isKnown() ? [workspace] : []),
    async start() {
      const missing = missingScopes(await take());
      const { team, teamName } = self;
      const needsCode = config.organizers.length === 0 && !(await parts.hasOrganizer(team));
      const setup = typedAs('setup', config.commandPrefix);
      return [
        ...(missing ? [`Slack (${teamName}): ${missing}`] : []),
        ...(needsCode
          ? [`Slack (${teamName}): to organize it without being an admin, type ${setup} claim:${claimCode(team)}`]
          : []),
      ];
    },
    sweep: workspace.sweep,
    left: ({ teamId }) => installation.left(teamId ?? self.team),
  } satisfies Workspaces & Record<string, unknown>;
}

const withoutCode = ({ claimCode: _, ...rest }: OneParts): Omit<OneParts, 'claimCode'> => rest;

async function introduce(web: Client) {
  try {
    const said = await web.auth.test();
    const { team_id: team = '', team: teamName = '', bot_id: botId = '', user_id: userId = '' } = said;
    const enterprise = said.enterprise_id;
    return { team, teamName, botId, userId, enterprise, scopes: said.response_metadata?.scopes };
  } catch (error) {
    throw startError(error, 'SLACK_BOT_TOKEN', 'OAuth & Permissions, Bot User OAuth Token');
  }
}
