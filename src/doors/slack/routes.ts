import type { App, BlockAction, Context, GlobalShortcut, MessageShortcut, ViewSubmitAction } from '@slack/bolt';
import { acknowledgement } from './acknowledge.ts';
import type { Listeners } from './listeners.ts';
import { SHORTCUT } from './manifest.ts';

interface Routing {
  /** The listeners of the workspace that something comes from: known, since it was authorized a moment ago. */
  of(context: Context): Listeners | undefined;
  track(work: () => Promise<unknown>): Promise<void>;
}

/** Brings what Bolt has read to the workspace that it comes from. */
export function route(app: App, { of, track }: Routing): void {
  app.command(/^/, ({ ack, command, context }) => track(async () => of(context)?.typed(command, acknowledgement(ack))));
  app.action<BlockAction>(/^/, ({ ack, body, context }) =>
    track(async () =>
      of(context)?.tapped(
        body,
        acknowledgement(() => ack()),
      ),
    ),
  );
  app.view<ViewSubmitAction>(/^/, ({ ack, body, context }) =>
    track(async () => of(context)?.submitted(body, acknowledgement(ack))),
  );
  app.shortcut<GlobalShortcut>(SHORTCUT, ({ ack, body, context }) =>
    track(async () =>
      of(context)?.started(
        body,
        acknowledgement(() => ack()),
      ),
    ),
  );
  app.shortcut<MessageShortcut>({ type: 'message_action' }, ({ ack, body, context }) =>
    track(async () =>
      of(context)?.startedFrom(
        body,
        acknowledgement(() => ack()),
      ),
    ),
  );
  app.options<'block_suggestion'>(/^/, ({ ack, body, context }) =>
    track(async () => ack({ options: (await of(context)?.suggested(body)) ?? [] })),
  );
  app.event('app_home_opened', ({ event, body, context }) =>
    track(async () => of(context)?.openedHome({ event, body })),
  );
  app.message(({ event, body, context }) => track(async () => of(context)?.written({ event, body })));
}
