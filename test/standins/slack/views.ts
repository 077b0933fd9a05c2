import { z } from 'zod';
import { complaint, invalid, readBlocks } from './checkBlocks.ts';
import { plain } from './elements.ts';
import { type Json, SlackError, type View } from './types.ts';
import { APP_ID, type World } from './world.ts';

const MOST_OPEN = 3;
const LARGEST_VIEW = 250_000;

const common = {
  blocks: z.unknown().optional(),
  callback_id: z.string().max(255).default(''),
  external_id: z.string().max(255).default(''),
  private_metadata: z.string().max(3000).default(''),
};
const schema = z.discriminatedUnion('type', [
  z.strictObject({
    ...common,
    type: z.literal('modal'),
    title: plain(24),
    submit: plain(24).optional(),
    close: plain(24).optional(),
    notify_on_close: z.boolean().default(false),
    clear_on_close: z.boolean().default(false),
    submit_disabled: z.boolean().optional(),
  }),
  z.strictObject({ ...common, type: z.literal('home') }),
]);
type Content = Omit<View, 'id' | 'teamId' | 'userId' | 'hash' | 'open' | 'openedBy'>;

/** A view's content as Slack takes it in, or `invalid_arguments` with pointers, as views.* answer. */
export function readView(raw: unknown, type: View['type'], world: World): Content {
  if (JSON.stringify(raw ?? null).length > LARGEST_VIEW) throw new SlackError('view_too_large');
  const parsed = schema.safeParse(raw);
  if (!parsed.success)
    throw invalid(
      'invalid_arguments',
      parsed.error.issues.map(issue => complaint(issue, '/view')),
    );
  const view = parsed.data;
  if (view.type !== type) throw invalid('invalid_arguments', [`must be a ${type} [json-pointer:/view/type]`]);
  const blocks = viewBlocks(view.blocks, type, world);
  if (view.type === 'home') {
    return {
      ...view,
      blocks,
      title: undefined,
      submit: undefined,
      close: undefined,
      notify_on_close: false,
      clear_on_close: false,
    };
  }
  if (blocks.some(block => block.type === 'input') && !view.submit) {
    throw invalid('invalid_arguments', [
      'must define `submit` to use an `input` block in modals [json-pointer:/view/submit]',
    ]);
  }
  const { submit_disabled: _, ...content } = view;
  return { ...content, blocks, title: view.title.text, submit: view.submit?.text, close: view.close?.text };
}

function viewBlocks(raw: unknown, type: View['type'], world: World) {
  try {
    return readBlocks(raw, type, world.files);
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    // Faulty blocks in a view are answered with invalid_arguments, not invalid_blocks.
    const errors = (error.details.errors as string[]).map(each => each.replace(':/blocks', ':/view/blocks'));
    throw invalid('invalid_arguments', errors);
  }
}

/** Opens a modal for a trigger: the first of a stack, or on top of the modal in which the trigger arose. */
export function openView(world: World, triggerId: string, raw: unknown): View {
  const trigger = world.triggers.get(triggerId);
  if (!trigger) throw new SlackError('invalid_trigger_id');
  if (trigger.used) throw new SlackError('exchanged_trigger_id');
  if (world.now() > trigger.expires) throw new SlackError('expired_trigger_id');
  const content = readView(raw, 'modal', world);
  trigger.used = true;
  if (!trigger.view?.open) clearStack(world, trigger.userId);
  return pushView(world, trigger.userId, content, trigger.interaction);
}

/** Puts a modal on top of a user's stack; `push_limit_reached` when three are open. */
export function pushView(world: World, userId: string, content: Content, openedBy: string): View {
  const stack = stackOf(world, userId);
  if (stack.length >= MOST_OPEN) throw new SlackError('push_limit_reached');
  const view = newView(world, userId, content, openedBy);
  stack.push(view);
  world.changed();
  return view;
}

/** A view with ids of its own, in no stack yet; `duplicate_external_id` when its external id is taken. */
export function newView(world: World, userId: string, content: Content, openedBy?: string): View {
  const taken = [...world.views.values()].some(({ open, external_id }) => open && external_id === content.external_id);
  if (content.external_id && taken) throw new SlackError('duplicate_external_id');
  const { teamId } = world.user(userId);
  const view: View = { ...content, id: world.id('V'), teamId, userId, hash: newHash(world), open: true, openedBy };
  world.views.set(view.id, view);
  return view;
}

/** Changes an open view in place; `hash_conflict` when `hash` is not its latest. */
export function updateView(world: World, view: View, content: Content, hash?: string): View {
  if (hash !== undefined && hash !== view.hash) throw new SlackError('hash_conflict');
  Object.assign(view, content, { hash: newHash(world) });
  world.changed();
  return view;
}

/** Takes the top modal away; the one below comes into sight again. */
export function popView(world: World, userId: string): void {
  const closed = stackOf(world, userId).pop();
  if (closed) closed.open = false;
  world.changed();
}

export function clearStack(world: World, userId: string): void {
  while (stackOf(world, userId).length > 0) popView(world, userId);
}

/** A user's open modals, the visible one last. */
export function stackOf(world: World, userId: string): View[] {
  const stack = world.stacks.get(userId) ?? [];
  world.stacks.set(userId, stack);
  return stack;
}

/** The view as it stands in responses and payloads. */
export function viewJson(world: World, view: View, values: Json = {}): Json {
  const team = world.team(view.teamId);
  const stack = stackOf(world, view.userId);
  const label = (text?: string) => (text === undefined ? null : { type: 'plain_text', text, emoji: true });
  const { id, type, hash, blocks, callback_id, external_id, private_metadata, notify_on_close, clear_on_close } = view;
  return {
    id,
    team_id: team.id,
    type,
    hash,
    blocks,
    callback_id,
    external_id,
    private_metadata,
    notify_on_close,
    clear_on_close,
    state: { values },
    title: label(view.title),
    submit: label(view.submit),
    close: label(view.close),
    previous_view_id: stack[stack.indexOf(view) - 1]?.id ?? null,
    root_view_id: stack[0]?.id ?? id,
    app_id: APP_ID,
    bot_id: team.botId,
    app_installed_team_id: team.id,
  };
}

const newHash = (world: World) => `${world.ts()}.${world.id('h').slice(-6)}`;
