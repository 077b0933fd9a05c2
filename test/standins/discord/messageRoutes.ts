import { PermissionFlagsBits, type PermissionsString } from 'discord.js';
import { z } from 'zod';
import { snowflake } from './components.ts';
import { Refusal, readForm } from './errors.ts';
import { blank, edit, type Incoming, place, remove, write } from './posting.ts';
import type { Channel, Message } from './shapes.ts';
import type { World } from './world.ts';

const NONCE_MS = 5 * 60 * 1000;

/** A channel that exists and that the bot can see. */
export function visible(world: World, id: string): Channel {
  const channel = world.channels.get(id);
  if (!channel) throw new Refusal('unknownChannel');
  const sees = world.botPermissions(channel) & PermissionFlagsBits.ViewChannel;
  if (!sees || channel.guild?.available === false) throw new Refusal('missingAccess');
  return channel;
}

function need(world: World, channel: Channel, permission: PermissionsString): void {
  if (!(world.botPermissions(channel) & PermissionFlagsBits[permission])) throw new Refusal('missingPermissions');
}

const find = (channel: Channel, world: World, id: string): Message => {
  const message = channel.messages.find(it => it.id === id && !world.viewers.has(id));
  if (!message) throw new Refusal('unknownMessage');
  return message;
};

/** POST /channels/{id}/messages. The same enforced nonce within minutes gives the first message back. */
export function post(world: World, channelId: string, body: Incoming): Message {
  const channel = visible(world, channelId);
  const { recipient } = channel;
  if (recipient && !world.mayWriteTo(recipient)) throw new Refusal('noMutualGuilds');
  if (recipient && !recipient.dmsOpen) throw new Refusal('closedDms');
  need(world, channel, 'SendMessages');
  if (body.files.length) need(world, channel, 'AttachFiles');

  const message = blank(world, channel, world.bot);
  const { nonce, enforce_nonce } = write(world, channel, message, body);
  if (message.embeds.length) need(world, channel, 'EmbedLinks');
  if (nonce != null && enforce_nonce) {
    const first = world.nonces.get(String(nonce));
    if (first && world.now() - Date.parse(first.timestamp) < NONCE_MS) return first;
    world.nonces.set(String(nonce), message);
  }
  return place(world, channel, nonce == null ? message : Object.assign(message, { nonce }));
}

const page = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  before: snowflake.optional(),
  after: snowflake.optional(),
});

/** A message as it is read back: without the nonce, which only its sender's answer carries. */
export const readBack = ({ nonce: _, ...message }: Message) => message;

/** GET /channels/{id}/messages, the newest first; nothing without Read Message History. */
export function list(world: World, channelId: string, query: Record<string, string>): object[] {
  const channel = visible(world, channelId);
  const { limit, before, after } = readForm(page, query);
  if (!(world.botPermissions(channel) & PermissionFlagsBits.ReadMessageHistory)) return [];
  const found = channel.messages
    .filter(it => !world.viewers.has(it.id))
    .filter(it => (!before || BigInt(it.id) < BigInt(before)) && (!after || BigInt(it.id) > BigInt(after)));
  return (after ? found.slice(0, limit) : found.slice(-limit)).toReversed().map(readBack);
}

export function read(world: World, channelId: string, id: string): object {
  const channel = visible(world, channelId);
  need(world, channel, 'ReadMessageHistory');
  return readBack(find(channel, world, id));
}

export function change(world: World, channelId: string, id: string, body: Incoming): object {
  const channel = visible(world, channelId);
  const message = find(channel, world, id);
  if (message.author.id !== world.bot.id) throw new Refusal('foreignMessage');
  return readBack(edit(world, channel, message, body));
}

export function erase(world: World, channelId: string, id: string): void {
  const channel = visible(world, channelId);
  const message = find(channel, world, id);
  if (message.author.id !== world.bot.id) need(world, channel, 'ManageMessages');
  remove(world, channel, message);
}
