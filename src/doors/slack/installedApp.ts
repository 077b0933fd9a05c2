import type { Installation } from '@slack/oauth';
import { z } from 'zod';
import type { Self } from './workspace.ts';

const named = z.object({ id: z.string(), name: z.string().optional() });

/** An installation as it is kept: what Bolt asks for again, and no token of a person's. */
const kept = z.object({
  team: named.optional(),
  enterprise: named.optional(),
  isEnterpriseInstall: z.boolean().default(false),
  bot: z.object({
    token: z.string(),
    id: z.string(),
    userId: z.string(),
    scopes: z.array(z.string()),
    refreshToken: z.string().optional(),
    /** In seconds since 1970. */
    expiresAt: z.number().optional(),
  }),
});
export type InstalledApp = z.infer<typeof kept>;

/** A workspace that is reached by its organization's installation. */
const byOrganization = z.object({ organization: z.string(), team: z.string() });

/** What stands in a row: an installation, or whose it is. Undefined where it cannot be read. */
export function readInstalled(text: string): InstalledApp | z.infer<typeof byOrganization> | undefined {
  try {
    return z.union([kept, byOrganization]).parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** @throws where Slack gave no bot */
export const writeInstalled = (installation: Installation): string => JSON.stringify(kept.parse(installation));

export const writeByOrganization = (organization: string, team: string): string =>
  JSON.stringify({ organization, team });

/** `T1`, `E1/T1`, or `E1/` where it is all of an organization. */
export const keyOf = (enterprise: string | undefined, team: string | undefined): string =>
  enterprise ? `${enterprise}/${team ?? ''}` : (team ?? '');

export function keyOfInstalled({ team, enterprise, isEnterpriseInstall }: InstalledApp): string {
  return keyOf(enterprise?.id, isEnterpriseInstall ? undefined : team?.id);
}

/** As Bolt's own installer wants it back. */
export const toInstallation = ({ team, enterprise, isEnterpriseInstall, bot }: InstalledApp): Installation =>
  ({
    ...{ team, enterprise, isEnterpriseInstall, authVersion: 'v2' },
    user: { id: '', token: undefined, scopes: undefined },
    bot,
  }) as Installation<'v2', boolean>;

/** The bot in a workspace, which an organization's installation does not name. */
export const selfOf = ({ team, enterprise, bot }: InstalledApp, of = team?.id ?? ''): Self => ({
  team: of,
  teamName: team?.name ?? enterprise?.name ?? of,
  botId: bot.id,
  userId: bot.userId,
  token: bot.token,
  enterprise: enterprise?.id,
});
