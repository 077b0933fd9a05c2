import type { App, BlockAction, SlashCommand, ViewResponseAction, ViewSubmitAction } from '@slack/bolt';
import { type Call, call } from '../core/call.ts';
import type { Via } from '../core/command.ts';
import type { Core, Door, Request } from '../core/dispatch.ts';
import { UserError } from '../core/errors.ts';
import type { Client } from './clients.ts';
import { offer } from './directMessages.ts';
import { readMemory } from './memory.ts';
import { answerView, readSubmission } from './modal.ts';
import { expired, unopened, unreadable } from './notices.ts';
import { showWhenReady, soon } from './patience.ts';
import type { Directory } from './people.ts';
import { renderBlocks } from './render.ts';
import { modalSurface, newModalSurface, oneMoment, replySurface, type Surface } from './surfaces.ts';
import { readCommand } from './text.ts';
import { type Visit, visitOfAction, visitOfCommand, visitOfEvent, visitOfSubmission } from './visits.ts';

export interface Listening {
  core: Core;
  door: Door;
  web: Client;
  directory: Directory;
  prefix: string;
  organisers: readonly string[];
  teamName(team: string): string;
  /** Runs a listener to its end, whatever happens, and is waited for when the door stops. */
  track(work: () => Promise<unknown>): Promise<void>;
}

/** How many events are remembered, so that one delivered again is not answered again. */
const REMEMBERED = 1000;

/** Everything that Slack tells: each is acknowledged before anything is looked up. */
export function listen(app: App, { core, door, web, directory, prefix, organisers, teamName, track }: Listening): void {
  const identityOf = ({ user, team, enterprise }: Visit) =>
    ({ platform: 'slack', scope: enterprise ?? team, externalId: user }) as const;

  async function requestOf(made: Call, via: Via, visit: Visit): Promise<Request> {
    const { zone, leads } = await directory.profile(visit.team, visit.user);
    return {
      call: made,
      via,
      requestId: visit.requestId,
      who: identityOf(visit),
      ...(zone && { zone }),
      where: { externalId: visit.team, name: teamName(visit.team), channel: visit.channel },
      mayOrganise: leads || organisers.includes(visit.user),
    };
  }

  async function carryOut(made: Call, via: Via, visit: Visit, surface: Surface): Promise<void> {
    const request = await requestOf(made, via, visit);
    const form = core.form(made);
    if (form) {
      const filled = await core.prefilled(form, request, door);
      const opened = await surface.ask(filled, visit.channel).catch(() => undefined);
      if (opened) return;
      if (opened === undefined) return surface.show(unopened(made));
    }
    await showWhenReady(core.answer(request, door), surface);
  }

  async function typed(command: SlashCommand): Promise<void> {
    const surface = replySurface(web, { url: command.response_url, replace: false }, command.trigger_id);
    let made: Call;
    try {
      made = readCommand(command.command, command.text ?? '', { prefix, find: core.find });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return surface.show(unreadable(error, command));
    }
    await carryOut(made, 'command', visitOfCommand(command), surface);
  }

  async function tapped(body: BlockAction): Promise<void> {
    const [action] = body.actions;
    if (!action || action.action_id.startsWith('link:')) return;
    const visit = visitOfAction(body);
    const choice = action.type === 'static_select' ? action.selected_option?.value : carriedBy(action);
    const made = await core.callOf(action.action_id, identityOf(visit), choice);
    const surface = surfaceOf(body);
    if (!made) return surface.show(expired());
    await carryOut(made, 'button', visit, surface);
  }

  function surfaceOf({ view, trigger_id, response_url, container }: BlockAction): Surface {
    if (view) return view.type === 'modal' ? modalSurface(web, view.id) : newModalSurface(web, trigger_id);
    // Only what this person alone sees may be replaced: beside a tip or a direct message opens a private reply.
    return replySurface(web, { url: response_url, replace: container.is_ephemeral === true }, trigger_id);
  }

  async function submitted(body: ViewSubmitAction, ack: (answer?: ViewResponseAction) => Promise<void>): Promise<void> {
    const { rest, channel, reply } = readMemory(body.view.private_metadata);
    const made: Call = { ...rest, options: { ...rest.options, ...readSubmission(body.view) } };
    const inForm = new Set(body.view.blocks.map(({ block_id }) => block_id));
    const errors = Object.entries(core.formErrors(made)).filter(([name]) => inForm.has(name));
    if (errors.length > 0) return ack({ response_action: 'errors', errors: Object.fromEntries(errors) });

    const answer = async () => core.answer(await requestOf(made, 'form', visitOfSubmission(body, channel)), door);
    if (reply) {
      await ack();
      return showWhenReady(answer(), replySurface(web, reply, body.trigger_id));
    }
    // Here the acknowledgement is the answer. Slack takes what comes after it in any order, so it waits a second.
    const answered = answer();
    const quick = await soon(answered);
    await ack({ response_action: 'update', view: quick ? answerView(quick) : oneMoment() });
    if (!quick) await modalSurface(web, body.view.id).show(await answered);
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

  app.event('app_home_opened', ({ event, body }) =>
    track(async () => {
      if (event.tab !== 'home' || isRepeated(body.event_id)) return;
      const home = await requestOf(call('backchannel'), 'command', visitOfEvent(body, event.user));
      const { card, tokenOf } = await core.answer(home, door);
      const { blocks } = renderBlocks(card, tokenOf);
      await web.views.publish({ user_id: event.user, view: { type: 'home', blocks } });
    }),
  );
  app.message(({ message, body }) =>
    track(async () => {
      if (message.subtype !== undefined || message.channel_type !== 'im' || isRepeated(body.event_id)) return;
      await web.chat.postMessage({ channel: message.channel, ...offer(message.text ?? '') });
    }),
  );
}

const carriedBy = (action: object): string | undefined =>
  'value' in action && typeof action.value === 'string' ? action.value : undefined;
