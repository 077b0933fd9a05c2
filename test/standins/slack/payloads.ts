import type { Block } from './blocks.ts';
import type { Element } from './elements.ts';
import { fieldValue, type Picks, stateValues } from './formState.ts';
import { messageJson } from './messages.ts';
import { newResponseUrl } from './responseUrls.ts';
import { escaped } from './text.ts';
import type { Channel, Json, Message, User, View } from './types.ts';
import { viewJson } from './views.ts';
import { APP_ID, type World } from './world.ts';

const TRIGGER_LIFETIME_MS = 3_000;

/** What every payload is made from: the world, the address of response URLs, who acts, and which interaction it is. */
export type Scene = { world: World; origin: string; user: User; interaction: string };

export function commandPayload(scene: Scene, command: string, text: string, channel: Channel): Json {
  const { world, user } = scene;
  const team = world.team(user.teamId);
  const shownName = { public: channel.name, private: 'privategroup', im: 'directmessage' }[channel.kind];
  return {
    token: 'standin',
    team_id: team.id,
    team_domain: team.domain,
    channel_id: channel.id,
    channel_name: shownName,
    user_id: user.id,
    user_name: user.name.toLowerCase(),
    command,
    text: escaped(text),
    api_app_id: APP_ID,
    ...(team.enterprise && { enterprise_id: team.enterprise.id, enterprise_name: team.enterprise.name }),
    is_enterprise_install: 'false',
    response_url: responseUrl(scene, channel),
    trigger_id: newTrigger(scene),
  };
}

/** Something pressed or picked in a message, modal or Home tab. */
export function actionPayload(
  scene: Scene,
  target: Message | View,
  block: Block,
  element: Element,
  picks: Picks,
): Json {
  const details = {
    action_id: element.action_id,
    block_id: block.block_id,
    type: element.type,
    action_ts: scene.world.ts(),
  };
  const action =
    element.type === 'button'
      ? {
          ...details,
          text: element.text,
          ...(element.value !== undefined && { value: element.value }),
          ...(element.style && { style: element.style }),
        }
      : { ...details, ...fieldValue(block, element, picks) };
  const isView = !('ts' in target);
  const source = isView ? undefined : target;
  return {
    type: 'block_actions',
    ...common(scene),
    ...place(scene, target, picks),
    actions: [action],
    trigger_id: newTrigger(scene, isView ? target : undefined),
    ...(source && { response_url: responseUrl(scene, scene.world.channel(source.channel), source) }),
  };
}

/** Text typed into an `external_select`. */
export function suggestionPayload(
  scene: Scene,
  target: Message | View,
  block: Block,
  element: Element,
  value: string,
): Json {
  return {
    type: 'block_suggestion',
    ...common(scene),
    ...place(scene, target, new Map()),
    action_id: element.action_id,
    block_id: block.block_id,
    value,
  };
}

export function submissionPayload(scene: Scene, view: View, picks: Picks): Json {
  return {
    type: 'view_submission',
    ...common(scene),
    view: viewJson(scene.world, view, stateValues(view.blocks, picks)),
    trigger_id: newTrigger(scene, view),
    response_urls: [],
  };
}

export function closedPayload(scene: Scene, view: View, picks: Picks, isCleared: boolean): Json {
  return {
    type: 'view_closed',
    ...common(scene),
    view: viewJson(scene.world, view, stateValues(view.blocks, picks)),
    is_cleared: isCleared,
  };
}

/** A global shortcut: it has a trigger, but neither a channel nor a response URL. */
export function shortcutPayload(scene: Scene, callbackId: string): Json {
  return {
    type: 'shortcut',
    ...common(scene),
    callback_id: callbackId,
    action_ts: scene.world.ts(),
    trigger_id: newTrigger(scene),
  };
}

/** A message shortcut: the whole message goes along, where it stands, and a response URL. */
export function messageShortcutPayload(scene: Scene, callbackId: string, message: Message): Json {
  const { kind, name, id } = scene.world.channel(message.channel);
  const shownName = { public: name, private: 'privategroup', im: 'directmessage' }[kind];
  return {
    type: 'message_action',
    ...common(scene),
    callback_id: callbackId,
    action_ts: scene.world.ts(),
    trigger_id: newTrigger(scene),
    message_ts: message.ts,
    channel: { id, name: shownName },
    message: messageJson(scene.world, message),
    response_url: responseUrl(scene, scene.world.channel(message.channel), message),
  };
}

function common({ world, user }: Scene): Json {
  const team = world.team(user.teamId);
  const name = user.name.toLowerCase();
  return {
    token: 'standin',
    api_app_id: APP_ID,
    enterprise: team.enterprise ?? null,
    is_enterprise_install: false,
    team: { id: team.id, domain: team.domain },
    user: { id: user.id, username: name, name, team_id: team.id },
  };
}

/** Where it happened. Of an ephemeral message only the place is told, not what it said. */
function place({ world }: Scene, target: Message | View, picks: Picks): Json {
  const values = stateValues(target.blocks, picks);
  if (!('ts' in target))
    return { container: { type: 'view', view_id: target.id }, view: viewJson(world, target, values) };
  const { kind, name, id } = world.channel(target.channel);
  const isEphemeral = target.ephemeralFor !== undefined;
  return {
    container: { type: 'message', message_ts: target.ts, channel_id: id, is_ephemeral: isEphemeral },
    channel: { id, name: kind === 'im' ? 'directmessage' : name },
    state: { values },
    ...(!isEphemeral && { message: messageJson(world, target, true) }),
  };
}

/** A trigger id: three seconds, once; from within a modal it opens the next one on top. */
export function newTrigger({ world, user, interaction }: Scene, view?: View): string {
  const id = `${world.id('')}.${world.ts()}`;
  world.triggers.set(id, {
    id,
    userId: user.id,
    interaction,
    expires: world.now() + TRIGGER_LIFETIME_MS,
    used: false,
    view,
  });
  return id;
}

function responseUrl({ world, origin, user, interaction }: Scene, channel: Channel, source?: Message): string {
  return newResponseUrl(world, origin, { userId: user.id, channel, interaction, source });
}
