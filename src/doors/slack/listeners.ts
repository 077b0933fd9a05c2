import type {
  BlockAction,
  BlockSuggestion,
  GlobalShortcut,
  MessageShortcut,
  SlackEventMiddlewareArgs,
  SlashCommand,
  ViewSubmitAction,
} from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { type Call, call, formCall, rawCall } from '../../core/commands/call.ts';
import type { Core } from '../../core/commands/dispatch.ts';
import { optionSpecs } from '../../core/commands/options.ts';
import { ownZoneSpec } from '../../core/commands/ownZone.ts';
import { UserError } from '../../core/ports/errors.ts';
import type { Door } from '../../core/ports/request.ts';
import { newId } from '../../core/runtime/id.ts';
import { withTimeout } from '../../core/runtime/withTimeout.ts';
import { clip } from '../clip.ts';
import { expiredButton, notSaved, unreadableWords } from '../errorCards.ts';
import { slack } from '../limits.ts';
import type { Acknowledgement } from './acknowledge.ts';
import { createAnswers } from './answers.ts';
import { readPictureToken } from './attachments.ts';
import type { Client } from './clients.ts';
import { answersToFiles } from './directFiles.ts';
import { SHORTCUT } from './manifest.ts';
import { messageLink } from './messageLink.ts';
import { readModalState } from './modalState.ts';
import {
  originOfAction,
  originOfCommand,
  originOfEvent,
  originOfShortcut,
  originOfSuggestion,
  type PayloadOrigin,
} from './payloadOrigin.ts';
import { renderBlocks } from './render.ts';
import type { Replies } from './replies.ts';
import { timeLeft } from './replyDeadline.ts';
import { commandTarget, messageTarget, modalTarget, newModalTarget, type ReplyTarget } from './replyTarget.ts';
import { identityOf, type RequestOf } from './requests.ts';
import { createSentMessages } from './sentMessages.ts';
import { createSubmissions } from './submissions.ts';
import { suggestions } from './suggestions.ts';
import { messageWords, plainWords, readCommand, withoutPrefix } from './text.ts';
import type { Unfinished } from './unfinished.ts';
import type { Uploader } from './uploads.ts';

export interface Listening {
  core: Core;
  door: Door;
  web: Client;
  replies: Replies;
  requestOf: RequestOf;
  uploader: Uploader;
  unfinished: Unfinished;
  prefix: string;
}

/** The Home tab has room for the lists that a reply counts. */
const home = call('backchannel', { lists: 'yes' });

/** Slack waits three seconds for suggestions. */
const SUGGESTING_MS = 1500;
/** How many events are remembered, so that one delivered again is not answered again. */
const REMEMBERED = 1000;
/** The Home tab of whoever opened it so lately is kept up to date. */
const LOOKED_AT_MS = 60 * 60_000;

/** Everything that Slack tells of one workspace. It is acknowledged by its answer where that comes in time, else before it. */
export function createListeners(parts: Listening) {
  const { core, door, web, replies, requestOf, prefix } = parts;
  const answers = createAnswers(parts);
  const sent = createSentMessages(web);
  const submit = createSubmissions({ ...parts, answers, sent });

  async function typed(command: SlashCommand, ack: Acknowledgement): Promise<void> {
    const { user_id: user, channel_id: channel, response_url: url, trigger_id: trigger } = command;
    const target = commandTarget({ web, replies, ack, to: { url, replace: false, user, channel }, trigger });
    let made: Call;
    try {
      made = readCommand(command.command, command.text ?? '', { prefix, core });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return target.show(
        unreadableWords(error.message, clip(`${command.command} ${plainWords(command.text ?? '')}`, slack.sectionText)),
      );
    }
    await answers.carryOut(made, 'command', originOfCommand(command), target);
    await renewHome(user);
  }

  async function tapped(body: BlockAction, ack: Acknowledgement): Promise<void> {
    const [action] = body.actions;
    // What is picked in a form comes with its submission.
    const isPicking = action?.type === 'datepicker' || action?.type === 'timepicker';
    if (!action || isPicking || action.action_id.startsWith('link:')) return void (await ack.give());
    const again = readPictureToken(action.action_id);
    const origin = { ...originOfAction(body), ...(again && { requestId: again.requestId, pictures: true }) };
    const choice = action.type === 'static_select' ? action.selected_option?.value : carriedBy(action);
    const made = await withTimeout(
      timeLeft(ack.since),
      core.callOf(again?.token ?? action.action_id, identityOf(origin), choice),
      null,
    );
    const target = targetOf(body, made ?? undefined, ack);
    if (!made) return target.show(made === null ? notSaved() : expiredButton());
    await answers.carryOut(made, 'button', origin, target);
    await renewHome(body.user.id);
  }

  function targetOf(body: BlockAction, made: Call | undefined, ack: Acknowledgement): ReplyTarget {
    const { view, user, trigger_id: trigger, response_url: url, container } = body;
    const parts = { web, replies, ack };
    if (view) return view.type === 'modal' ? modalTarget(parts, view.id) : newModalTarget(parts, trigger);
    const isPrivate = container.is_ephemeral === true;
    const { channel_id: channel, message_ts: ts, thread_ts: thread } = tappedIn.parse(container);
    const tapped = isPrivate ? undefined : { channel, ts };
    // Beside a tip opens a private reply. What only this person sees is replaced, and so is a message that is over.
    const replace = isPrivate || (made !== undefined && sent.replaces(made, tapped));
    const to = { url, replace, user: user.id, channel, lasting: !isPrivate, ...(thread && { thread }) };
    const target = messageTarget({ ...parts, to, trigger });
    return made ? sent.followed(target, made, tapped) : target;
  }

  const started = (body: GlobalShortcut, ack: Acknowledgement): Promise<void> =>
    answers.carryOut(
      formCall(SHORTCUT),
      'command',
      originOfShortcut(body),
      newModalTarget({ web, replies, ack }, body.trigger_id),
    );

  async function startedFrom(body: MessageShortcut, ack: Acknowledgement): Promise<void> {
    const command = core.find(body.callback_id);
    if (!command?.fromMessage) return void (await ack.give());
    const made = { ...rawCall(command.name, { [command.fromMessage.option]: messageLink(body) }), form: true };
    await answers.carryOut(
      made,
      'command',
      originOfShortcut(body),
      newModalTarget({ web, replies, ack }, body.trigger_id),
    );
  }

  async function suggested(body: BlockSuggestion) {
    const origin = originOfSuggestion(body);
    const { rest } = readModalState(body.view?.private_metadata ?? '');
    const made = await withTimeout(SUGGESTING_MS, core.callOf(rest, identityOf(origin)), undefined);
    const command = made && core.find(made.command);
    const spec = command && [...optionSpecs(command.options), ownZoneSpec].find(({ name }) => name === body.block_id);
    if (!spec) return [];
    const known = requestOf(made, 'form', origin).then(request => core.suggest(request, spec.name, body.value, door));
    return suggestions(body.value, spec, known);
  }

  const homes = new LRUCache<string, PayloadOrigin>({ max: REMEMBERED, ttl: LOOKED_AT_MS });
  const seen = new LRUCache<string, true>({ max: REMEMBERED });
  function isRepeated(eventId: string): boolean {
    const known = seen.get(eventId) === true;
    seen.set(eventId, true);
    return known;
  }

  async function openedHome({ event, body }: EventArgs<'app_home_opened'>): Promise<void> {
    if (event.tab !== 'home' || isRepeated(body.event_id)) return;
    const origin = originOfEvent(body, event.user);
    homes.set(event.user, origin);
    await publishHome(origin);
  }

  async function publishHome(origin: PayloadOrigin): Promise<void> {
    const { card, tokenOf } = await answers.answer(home, 'command', origin);
    const { blocks } = renderBlocks(card, tokenOf);
    await web.views.publish({ user_id: origin.user, view: { type: 'home', blocks } });
  }

  /** What was done has changed what stands there, for whoever has looked at it lately. */
  async function renewHome(user: string): Promise<void> {
    const origin = homes.get(user);
    // Its refusal is noted where every call's is.
    if (origin) await publishHome({ ...origin, requestId: newId() }).catch(() => {});
  }

  async function written({ event: message, body }: EventArgs<'message'>): Promise<void> {
    const isWritten = message.subtype === undefined || message.subtype === 'file_share';
    if (!isWritten || message.channel_type !== 'im' || isRepeated(body.event_id)) return;
    const origin = originOfEvent(body, message.user);
    const words = withoutPrefix(messageWords(message.text ?? ''), prefix);
    const request = await requestOf(core.direct(words), 'command', origin);
    if (!(await core.isFirst(request, door))) return;
    const { channel, thread_ts: thread } = message;
    if (message.subtype === 'file_share')
      for await (const answer of answersToFiles(message, origin, { web, answers }))
        await replies.say(channel, answer, thread);
    if (message.subtype === undefined || words !== '')
      await replies.say(channel, await answers.direct(request, origin, words), thread);
  }

  return {
    ...{ typed, tapped, started, startedFrom, suggested, openedHome, written },
    async submitted(body: ViewSubmitAction, ack: Acknowledgement): Promise<void> {
      await submit(body, ack);
      await renewHome(body.user.id);
    },
    /** Answers what an earlier process was asked and did not come to answer. */
    resume: () => parts.unfinished.resume(answers),
  };
}

export type Listeners = ReturnType<typeof createListeners>;

type EventArgs<Type extends string> = Pick<SlackEventMiddlewareArgs<Type>, 'event' | 'body'>;

/** Where a message was tapped. */
const tappedIn = z.object({ channel_id: z.string(), message_ts: z.string(), thread_ts: z.string().optional() });

const carriedBy = (action: object): string | undefined =>
  'value' in action && typeof action.value === 'string' ? action.value : undefined;
