import type { App } from '@slack/bolt';
import type { Source } from './workspaces.ts';

/**
 * The app was removed from a workspace, or its bot token revoked there. Both events come after a removal, in either
 * order, and may come again: each says the same.
 */
export function listenForRemoval(
  app: App,
  left: (source: Source) => Promise<void>,
  track: (work: () => Promise<unknown>) => void,
): void {
  app.event('app_uninstalled', async ({ body, context }) => track(() => left(sourceOf(body, context))));
  app.event('tokens_revoked', async ({ event, body, context }) => {
    // It names users; without a bot among them only a person's own token is gone.
    if (event.tokens.bot?.length) track(() => left(sourceOf(body, context)));
  });
}

interface Body {
  team_id: string;
  enterprise_id?: string;
}
/** All of an organization, where the app was installed in it as a whole. */
const sourceOf = (body: Body, { isEnterpriseInstall }: { isEnterpriseInstall: boolean }): Source =>
  isEnterpriseInstall
    ? { enterpriseId: body.enterprise_id }
    : { teamId: body.team_id, enterpriseId: body.enterprise_id };
