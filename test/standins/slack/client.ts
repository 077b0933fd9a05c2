import { type Block, elementsOf } from './blocks.ts';
import type { Kind, Transport } from './delivery.ts';
import { type Element, type Option, suggestions } from './elements.ts';
import type { Events } from './events.ts';
import { type Entry, entered, type LocalFile, offeredBy, type Picks, placeOf } from './formState.ts';
import { type Scene, suggestionPayload } from './payloads.ts';
import { Reply } from './reply.ts';
import type { Ack, Json, Message, User, View } from './types.ts';
import { fileJson, keepFile } from './uploads.ts';
import type { World } from './world.ts';

/** How doings reach the app. */
export type Stage = { world: World; origin: string; transport: () => Transport; events: Events };

/** An element in sight, and the block it is in. */
export type Found = { block: Block; element: Element };

const SHORTEST_QUERY = 3;

/** The Slack app on a person's screen: finds what is in sight, keeps what was entered, sends what was done. */
export class Client {
  readonly stage: Stage;
  readonly user: User;
  readonly #picks = new WeakMap<Message | View, Picks>();

  constructor(stage: Stage, user: User) {
    this.stage = stage;
    this.user = user;
  }

  /** Sends a payload made for a new interaction; `settle` may act on the acknowledgement before others see it. */
  interact(
    kind: Kind,
    compose: (scene: Scene) => Json,
    { target, settle }: { target?: Message; settle?: (ack: Ack, interaction: string) => Ack } = {},
  ): Reply {
    const { world, origin, transport } = this.stage;
    if (this.user.disabled) throw new Error(`${this.user.name}'s account is deactivated`);
    const interaction = world.id('I');
    const payload = compose({ world, origin, user: this.user, interaction });
    const deliver = async () => {
      const ack = await transport().deliver(kind, payload);
      return settle ? settle(ack, interaction) : ack;
    };
    return new Reply(world, this.user.id, interaction, deliver, target);
  }

  /** Lets the app hear of something that happened. */
  event(event: Json): Reply {
    const { world, events } = this.stage;
    const envelope = events.envelope(this.user.teamId, event);
    return new Reply(world, this.user.id, String(envelope.event_id), () => events.send(envelope));
  }

  /** The element that is meant; throws with all there is when it is not there or not in sight. */
  find(target: Message | View, name: string, isMeant: (found: Found) => boolean): Found {
    const { world } = this.stage;
    const inSight = 'ts' in target ? world.sees(this.user.id, target) : target.open && target.userId === this.user.id;
    if (!inSight) throw new Error(`${this.user.name} does not see this any more, or never did`);
    const all = target.blocks.flatMap(block => elementsOf(block).map(element => ({ block, element })));
    const found = all.find(isMeant);
    if (found) return found;
    throw new Error(`Nothing called "${name}" here; there are: ${all.map(nameOf).join(' | ')}`);
  }

  /** What was entered so far in a message or view. */
  picksIn(target: Message | View): Picks {
    const picks = this.#picks.get(target) ?? new Map();
    this.#picks.set(target, picks);
    return picks;
  }

  /** Enters or picks something; in an `external_select`, types it and takes what is suggested. */
  async enter(target: Message | View, found: Found, entry: Entry): Promise<void> {
    const { block, element } = found;
    const place = placeOf(block, element);
    if (typeof entry === 'object' && entry !== null && 'content' in entry)
      return void this.picksIn(target).set(place, [this.#upload(element, entry)]);
    const isExternal = element.type === 'external_select' || element.type === 'multi_external_select';
    const typed = entry === null ? [] : [entry].flat().map(String);
    const taken = isExternal ? await Promise.all(typed.map(text => this.#take(target, found, text))) : undefined;
    const value = taken ? taken.map(option => option.value) : entry;
    this.picksIn(target).set(place, entered(element, value, taken ?? offeredBy(element)));
  }

  /** What an `external_select` offers for typed text; the client does not ask about less than `min_query_length`. */
  async suggest(target: Message | View, { block, element }: Found, typed: string): Promise<Option[]> {
    const least = 'min_query_length' in element ? element.min_query_length : undefined;
    if (typed.length < (least ?? SHORTEST_QUERY)) return [];
    const ack = await this.interact('interactive', scene => suggestionPayload(scene, target, block, element, typed))
      .ack;
    if (!ack.ok) throw new Error(`Suggestions failed: ${ack.error}`);
    const offered = suggestions.parse(ack.body);
    return 'options' in offered ? offered.options : offered.option_groups.flatMap(({ options }) => options);
  }

  /** The client uploads a file as soon as it is chosen. */
  #upload(element: Element, { name, content }: LocalFile): Json {
    if (element.type !== 'file_input') throw new Error(`A file cannot be entered into a ${element.type}`);
    const { filetypes } = element;
    if (filetypes && !filetypes.some(type => name.endsWith(`.${type}`)))
      throw new Error(`Only ${filetypes.join(', ')} can be chosen here, not ${name}`);
    const { world, origin } = this.stage;
    return fileJson(keepFile(world, this.user.teamId, { name, content }), origin);
  }

  /** The suggestion of that name, else the first. */
  async #take(target: Message | View, found: Found, typed: string): Promise<Option> {
    const offered = await this.suggest(target, found, typed);
    const option = offered.find(({ text, value }) => [text.text, value].includes(typed)) ?? offered[0];
    if (!option) throw new Error(`Nothing is suggested for "${typed}"`);
    return option;
  }
}

function nameOf({ block, element }: Found): string {
  return element.type === 'button'
    ? `${element.text.text} (${element.action_id})`
    : `${block.block_id} (${element.action_id})`;
}
