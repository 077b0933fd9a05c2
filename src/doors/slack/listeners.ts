import type { App, BlockAction, BlockSuggestion, GlobalShortcut, SlashCommand, ViewSubmitAction } from '@slack/bolt';
import type { Logger } from 'pino';
import { type Call, call, formCall } from '../../core/commands/call.ts';
import type { Core } from '../../core/commands/dispatch.ts';
import { optionSpecs } from '../../core/commands/options.ts';
import { UserError } from '../../core/errors.ts';
import type { Door } from '../../core/ports/request.ts';
import { createAnswers } from './answers.ts';
import { readPictureToken } from './attachments.ts';
import type { Client } from './clients.ts';
import { SHORTCUT } from './manifest.ts';
import { readMemory } from './memory.ts';
import { expired, unreadable } from './notices.ts';
import { renderBlocks } from './render.ts';
import { identityOf, type RequestOf } from './requests.ts';
import { createSubmissions } from './submissions.ts';
import { suggestions } from './suggestions.ts';
import { modalSurface, newModalSurface, replySurface, type Surface } from './surfaces.ts';
import { messageWords, readCommand } from './text.ts';
import type { Uploader } from './uploads.ts';
import { visitOfAction, visitOfCommand, visitOfEvent, visitOfShortcut, visitOfSuggestion } from './visits.ts';

export interface Listening {
  core: Core;
  door: Door;
  web: Client;
  requestOf: RequestOf;
  uploader: Uploader;
  log: Logger;
  prefix: string;
  /** Runs a listener to its end, whatever happens, and is waited for when the door stops. */
  track(work: () => Promise<unknown>): Promise<void>;
}

/** The Home tab has room for the lists that a reply counts. */
const home = call('backchannel', { lists: 'yes' });

/** How many events are remembered, so that one delivered again is not answered again. */
const REMEMBERED = 1000;

/** Everything that Slack tells: each is acknowledged before anything is looked up. */
export function listen(app: App, { core, door, web, requestOf, uploader, log, prefix, track }: Listening): void {
  const answers = createAnswers({ core, door, requestOf, uploader, log });
  const submitted = createSubmissions({ core, web, answers, log });

  async function typed(command: SlashCommand): Promise<void> {
    const surface = replySurface(web, { url: command.response_url, replace: false }, command.trigger_id);
    let made: Call;
    try {
      made = readCommand(command.command, command.text ?? '', { prefix, find: core.find });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return surface.show(unreadable(error, command));
    }
    await answers.carryOut(made, 'command', visitOfCommand(command), surface);
  }

  async function tapped(body: BlockAction): Promise<void> {
    const [action] = body.actions;
    if (!action || action.action_id.startsWith('link:')) return;
    const again = readPictureToken(action.action_id);
    const visit = { ...visitOfAction(body), ...(again && { requestId: again.requestId, pictures: true }) };
    const choice = action.type === 'static_select' ? action.selected_option?.value : carriedBy(action);
    const made = await core.callOf(again?.token ?? action.action_id, identityOf(visit), choice);
    const surface = surfaceOf(body);
    if (!made) return surface.show(expired());
    await answers.carryOut(made, 'button', visit, surface);
  }

  function surfaceOf({ view, trigger_id, response_url, container }: BlockAction): Surface {
    if (view) return view.type === 'modal' ? modalSurface(web, view.id) : newModalSurface(web, trigger_id);
    // Only what this person alone sees may be replaced: beside a tip or a direct message opens a private reply.
    return replySurface(web, { url: response_url, replace: container.is_ephemeral === true }, trigger_id);
  }

  const started = (body: GlobalShortcut): Promise<void> =>
    answers.carryOut(formCall(SHORTCUT), 'command', visitOfShortcut(body), newModalSurface(web, body.trigger_id));

  async function suggested(body: BlockSuggestion) {
    const { rest } = readMemory(body.view?.private_metadata ?? '');
    const command = core.find(rest.command);
    const spec = command && optionSpecs(command.options).find(({ name }) => name === body.block_id);
    if (!spec) return [];
    const known = requestOf(rest, 'form', visitOfSuggestion(body)).then(request =>
      core.suggest(request, spec.name, body.value, door),
    );
    return suggestions(body.value, spec, known);
  }

  const seen = new Set<string>();
  function isRepeated(eventId: string): boolean {
    if (seen.has(eventId)) return true;
    const [oldest] = seen;
    if (oldest && seen.size === REMEMBERED) seen.delete(oldest);
    seen.add(eventId);
    return false;
  }

  app.command(/^/, ({ ack, command }) => track(() => ack().then(() => typed(command))));
  app.action<BlockAction>(/^/, ({ ack, body }) => track(() => ack().then(() => tapped(body))));
  app.view<ViewSubmitAction>(/^/, ({ ack, body }) => track(() => submitted(body, ack)));
  app.shortcut<GlobalShortcut>(SHORTCUT, ({ ack, body }) => track(() => ack().then(() => started(body))));
  app.options<'block_suggestion'>(/^/, ({ ack, body }) => track(async () => ack({ options: await suggested(body) })));

  app.event('app_home_opened', ({ event, body }) =>
    track(async () => {
      if (event.tab !== 'home' || isRepeated(body.event_id)) return;
      const { card, tokenOf } = await answers.answer(home, 'command', visitOfEvent(body, event.user));
      const { blocks } = renderBlocks(card, tokenOf);
      await web.views.publish({ user_id: event.user, view: { type: 'home', blocks } });
    }),
  );
  app.message(({ message, body }) =>
    track(async () => {
      if (message.subtype !== undefined || message.channel_type !== 'im' || isRepeated(body.event_id)) return;
      const request = await requestOf(call(SHORTCUT), 'command', visitOfEvent(body, message.user));
      const { card, tokenOf } = await core.offerToLog(messageWords(message.text ?? ''), request, door);
      await web.chat.postMessage({ channel: message.channel, ...renderBlocks(card, tokenOf) });
    }),
  );
}

const carriedBy = (action: object): string | undefined =>
  'value' in action && typeof action.value === 'string' ? action.value : undefined;
