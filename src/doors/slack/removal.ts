import type { App } from '@slack/bolt';
import type { Installation } from '../../core/ports/door.ts';

/**
 * The app was removed from a workspace, or its bot token revoked there. Both events come after a removal, in either
 * order, and may come again: each says the same.
 */
export function listenForRemoval(
  app: App,
  installation: Installation,
  track: (work: () => Promise<unknown>) => void,
): void {
  app.event('app_uninstalled', async ({ body }) => track(() => installation.left(body.team_id)));
  app.event('tokens_revoked', async ({ event, body }) => {
    // It names users; without a bot among them only a person's own token is gone.
    if (event.tokens.bot?.length) track(() => installation.left(body.team_id));
  });
}
