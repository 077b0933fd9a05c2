import { Client, type Found, type Stage } from './client.ts';
import type { Option } from './elements.ts';
import { clientErrors, type Entry, type LocalFile } from './formState.ts';
import { post } from './messages.ts';
import {
  actionPayload,
  closedPayload,
  commandPayload,
  messageShortcutPayload,
  shortcutPayload,
  submissionPayload,
} from './payloads.ts';
import type { Reply } from './reply.ts';
import { respond } from './responseUrls.ts';
import { type SubmitResult, settleSubmission } from './submission.ts';
import { escaped } from './text.ts';
import { type Ack, type Channel, type Json, type Message, SlackError, type User, type View } from './types.ts';
import { fileJson, keepFile } from './uploads.ts';
import { clearStack, popView, stackOf, viewJson } from './views.ts';

/** Commands that Slack keeps for itself, as far as known. */
const BUILT_IN = new Set(
  'active apps archive away call collapse dm dnd expand feed feedback help invite join leave me msg mute open part prefs remind remove rename search shortcuts shrug star status topic who'
    .split(' ')
    .map(name => `/${name}`),
);

/** A person at their Slack client: does only what a person could, and sees only what they would. */
export class Actor {
  readonly id: string;
  readonly user: User;
  readonly #stage: Stage;
  readonly #client: Client;

  constructor(stage: Stage, user: User) {
    this.id = user.id;
    this.user = user;
    this.#stage = stage;
    this.#client = new Client(stage, user);
  }

  /** This person's DM with the bot. */
  get dm(): Channel {
    return this.#stage.world.dm(this.id);
  }

  /** Types a slash command; in the DM with the bot unless a channel is given. */
  command(command: string, text = '', { channel = this.dm }: { channel?: Channel } = {}): Reply {
    if (BUILT_IN.has(command)) throw new Error(`Slack keeps ${command} for itself`);
    if (!channel.members.has(this.id)) throw new Error(`${this.user.name} is not in #${channel.name}`);
    const settle = (ack: Ack, interaction: string) => this.#hearAck(ack, interaction, channel);
    return this.#client.interact('slash_commands', scene => commandPayload(scene, command, text, channel), { settle });
  }

  /** Starts a global shortcut. */
  shortcut(callbackId: string): Reply {
    return this.#client.interact('interactive', scene => shortcutPayload(scene, callbackId));
  }

  /** Starts a message shortcut from the menu of a message; what is only for one's own eyes has none. */
  shortcutOn(message: Message, callbackId: string): Reply {
    if (!this.#stage.world.sees(this.id, message)) throw new Error(`${this.user.name} does not see this message`);
    if (message.ephemeralFor) throw new Error('Slack has no shortcuts at an ephemeral message');
    return this.#client.interact('interactive', scene => messageShortcutPayload(scene, callbackId, message));
  }

  /** Writes into a channel that this person is in, where the bot need not be; in a thread where one is given. */
  posts(channel: Channel, text: string, thread?: string): Message {
    if (!channel.members.has(this.id)) throw new Error(`${this.user.name} is not in #${channel.name}`);
    const said = { author: this.id, text: escaped(text), blocks: [], pings: [], threadTs: thread };
    return post(this.#stage.world, channel, said);
  }

  /** Presses a button, by its label or action_id, in a message, modal or Home that this person sees. */
  click(target: Message | View, name: string): Reply {
    const isNamed = ({ element }: Found) =>
      element.type === 'button' && [element.text.text, element.action_id].includes(name);
    return this.#act(target, this.#client.find(target, name, isNamed));
  }

  /** Picks in a select, overflow, radio, checkbox or date element, by its action_id; the app is told at once. */
  async choose(target: Message | View, actionId: string, entry: Entry): Promise<Reply> {
    const found = this.#client.find(target, actionId, ({ element }) => element.action_id === actionId);
    await this.#client.enter(target, found, entry);
    return this.#act(target, found);
  }

  /** What an `external_select` offers for typed text; nothing below its `min_query_length` (3 if not set). */
  suggest(target: Message | View, actionId: string, typed: string): Promise<Option[]> {
    return this.#client.suggest(
      target,
      this.#client.find(target, actionId, ({ element }) => element.action_id === actionId),
      typed,
    );
  }

  /** Fills in the modal in front, by block_id or action_id, and submits it. Options are named by text or value. */
  async submit(modal: View, entries: Record<string, Entry> = {}): Promise<SubmitResult> {
    this.#mustBeInFront(modal);
    if (modal.submit === undefined) throw new Error(`The modal "${modal.title}" has no submit button`);
    for (const [name, entry] of Object.entries(entries)) {
      const found = this.#client.find(modal, name, ({ block, element }) =>
        [block.block_id, element.action_id].includes(name),
      );
      await this.#client.enter(modal, found, entry);
    }
    const picks = this.#client.picksIn(modal);
    const errors = clientErrors(modal.blocks, picks);
    if (Object.keys(errors).length > 0) return { errors };
    const reply = this.#client.interact('interactive', scene => submissionPayload(scene, modal, picks));
    return settleSubmission(this.#stage.world, modal, await reply.ack, reply);
  }

  /** Closes the modal in front, or with `all` the whole stack; the app hears of it if it asked to. */
  close(modal: View, { all = modal.clear_on_close }: { all?: boolean } = {}): Reply | undefined {
    this.#mustBeInFront(modal);
    const picks = this.#client.picksIn(modal);
    const tell = () => this.#client.interact('interactive', scene => closedPayload(scene, modal, picks, all));
    const reply = modal.notify_on_close ? tell() : undefined;
    if (all) clearStack(this.#stage.world, this.id);
    else popView(this.#stage.world, this.id);
    return reply;
  }

  /** Writes to the bot in their DM, in a thread where one is given, with files from their phone or computer. */
  says(text: string, { files = [], thread }: { files?: readonly LocalFile[]; thread?: string } = {}): Reply {
    const { world, origin } = this.#stage;
    const sent = files.map(file => keepFile(world, this.user.teamId, file));
    const said = { author: this.id, text: escaped(text), blocks: [], pings: [], files: sent, threadTs: thread };
    const { ts } = post(world, this.dm, said);
    const place = { channel: this.dm.id, channel_type: 'im', team: this.user.teamId };
    return this.#client.event({
      ...{ type: 'message', ...place, user: this.id, text: said.text, ts, event_ts: ts },
      ...(thread && { thread_ts: thread }),
      ...(sent.length > 0 && { subtype: 'file_share', upload: false, files: sent.map(file => fileJson(file, origin)) }),
    });
  }

  /** Opens the app's Home tab. */
  opensHome(): Reply {
    const { world } = this.#stage;
    const home = this.home();
    const view = home && { view: viewJson(world, home) };
    return this.#client.event({
      type: 'app_home_opened',
      user: this.id,
      channel: this.dm.id,
      tab: 'home',
      event_ts: world.ts(),
      ...view,
    });
  }

  /** The published Home view. */
  home(): View | undefined {
    return this.#stage.world.homes.get(this.id);
  }

  /** The open modals, the one in front last. */
  modals(): View[] {
    return stackOf(this.#stage.world, this.id);
  }

  /** What this person reads in a conversation: public messages and their own ephemeral ones. */
  sees(channel: Channel): Message[] {
    return channel.messages.filter(message => this.#stage.world.sees(this.id, message));
  }

  /** What the bot sent to their DM; ephemeral answers are not kept and do not count. */
  dms(): Message[] {
    return this.sees(this.dm).filter(({ author, ephemeralFor }) => author !== this.id && !ephemeralFor);
  }

  /** A command may be answered in its acknowledgement. */
  #hearAck(ack: Ack, interaction: string, channel: Channel): Ack {
    const body = (ack.ok && typeof ack.body === 'object' ? ack.body : null) as Json | null;
    if (!body?.text && !body?.blocks) return ack;
    try {
      respond(this.#stage.world, { userId: this.id, channel, interaction }, body);
      return ack;
    } catch (error) {
      if (error instanceof SlackError) return { ok: false, within: ack.within, error: 'invalid_command_response' };
      throw error;
    }
  }

  #act(target: Message | View, { block, element }: Found): Reply {
    const picks = this.#client.picksIn(target);
    const source = 'ts' in target ? { target } : {};
    return this.#client.interact('interactive', scene => actionPayload(scene, target, block, element, picks), source);
  }

  #mustBeInFront(modal: View): void {
    if (this.modals().at(-1) !== modal)
      throw new Error(`The modal "${modal.title}" is not in front of ${this.user.name}`);
  }
}
