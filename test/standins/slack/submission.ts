import { z } from 'zod';
import type { Reply } from './reply.ts';
import { type Ack, SlackError, type View } from './types.ts';
import { clearStack, popView, pushView, readView, updateView } from './views.ts';
import type { World } from './world.ts';

/**
 * What a user sees after submitting: `errors` under the fields (by block_id), the modal gone, another in its place,
 * one on top, or `failed` when the app did not answer properly. `reply` is missing when the client refused by itself.
 */
export type SubmitResult = {
  errors?: Record<string, string>;
  closed?: true;
  updated?: View;
  pushed?: View;
  failed?: string;
  reply?: Reply;
};

const responseAction = z.discriminatedUnion('response_action', [
  z.object({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string().min(1)) }),
  z.object({ response_action: z.literal('update'), view: z.unknown().optional() }),
  z.object({ response_action: z.literal('push'), view: z.unknown().optional() }),
  z.object({ response_action: z.literal('clear') }),
]);

/** Carries out what the acknowledgement of a submission asks for. */
export function settleSubmission(world: World, modal: View, ack: Ack, reply: Reply): SubmitResult {
  if (!ack.ok) return { failed: ack.error, reply };
  if (ack.body === undefined || ack.body === '' || isEmptyObject(ack.body)) {
    popView(world, modal.userId);
    return { closed: true, reply };
  }
  const parsed = responseAction.safeParse(ack.body);
  if (!parsed.success) return { failed: `invalid response_action: ${parsed.error.message}`, reply };
  try {
    return { ...settle(world, modal, parsed.data), reply };
  } catch (error) {
    if (error instanceof SlackError) return { failed: `${error.code} ${JSON.stringify(error.details)}`, reply };
    throw error;
  }
}

function settle(world: World, modal: View, action: z.infer<typeof responseAction>): SubmitResult {
  switch (action.response_action) {
    case 'errors': {
      const inputs = new Set(modal.blocks.filter(({ type }) => type === 'input').map(({ block_id }) => block_id));
      const stray = Object.keys(action.errors).filter(id => !inputs.has(id));
      return stray.length > 0
        ? { failed: `errors for no input block: ${stray.join(', ')}` }
        : { errors: action.errors };
    }
    case 'update':
      return { updated: updateView(world, modal, readView(action.view, 'modal', world)) };
    case 'push':
      return { pushed: pushView(world, modal.userId, readView(action.view, 'modal', world), modal.openedBy ?? '') };
    case 'clear':
      clearStack(world, modal.userId);
      return { closed: true };
  }
}

const isEmptyObject = (value: unknown) =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;
