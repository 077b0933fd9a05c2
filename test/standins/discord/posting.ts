import { ChannelType, ComponentType, GatewayIntentBits, MessageFlags } from 'discord.js';
import { Refusal } from './errors.ts';
import { type AllowedMentions, type MessageForm, readMessage } from './messages.ts';
import type { Attachment, Channel, Message, User } from './shapes.ts';
import { all } from './walk.ts';
import type { World } from './world.ts';

const FILES = 10;
const FILE_BYTES = 10 * 1024 * 1024;

/** A file of a multipart request; `index` is the n of `files[n]`. */
export interface Upload {
  index: string;
  name: string;
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** A request's body: its JSON and the files that came with it. */
export interface Incoming {
  json: unknown;
  files: Upload[];
}

/** Keeps a file and gives the attachment that leads to it. */
export function storeFile(world: World, channelId: string, file: Omit<Upload, 'index'>): Attachment {
  if (file.bytes.length > FILE_BYTES) throw new Refusal('tooLarge');
  const id = world.id();
  world.files.set(id, file.bytes);
  const url = `${world.origin}/attachments/${channelId}/${id}/${encodeURIComponent(file.name)}`;
  return { id, filename: file.name, content_type: file.type, size: file.bytes.length, url, proxy_url: url };
}

/** The attachments after a create or an edit: those that are kept, then the new ones. */
function attachmentsAfter(world: World, message: Message, form: MessageForm, files: Upload[]): Attachment[] {
  const kept = form.attachments
    ? message.attachments.filter(it => form.attachments?.some(ref => ref.id === it.id))
    : message.attachments;
  if (kept.length + files.length > FILES) throw new Refusal('tooLarge');
  const added = files.map(file => {
    const said = form.attachments?.find(ref => ref.id === file.index);
    const stored = storeFile(world, message.channel_id, { ...file, name: said?.filename ?? file.name });
    return said?.description ? { ...stored, description: said.description } : stored;
  });
  return [...kept, ...added];
}

/** Who a text pings, given what the sender allows. */
function mentionsIn(world: World, channel: Channel, text: string, allowed: AllowedMentions | null | undefined) {
  const may = (kind: 'users' | 'roles', id: string) =>
    !allowed || allowed.parse?.includes(kind) || allowed[kind]?.includes(id);
  const ids = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, id]) => id ?? ''))];
  return {
    mentions: ids(/<@!?(\d+)>/g).flatMap(id => {
      const user = world.accounts.get(id)?.user;
      return user && may('users', id) ? [user] : [];
    }),
    mention_roles: ids(/<@&(\d+)>/g).filter(
      id => may('roles', id) && Object.values(channel.guild?.roles ?? {}).some(role => role.id === id),
    ),
    mention_everyone: /@everyone|@here/.test(text) && (!allowed || (allowed.parse?.includes('everyone') ?? false)),
  };
}

const SAYABLE = MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications;

/** Reads a body and makes the message what it says; throws a refusal and leaves the message alone where it may not be so. */
export function write(world: World, channel: Channel, message: Message, body: Incoming): MessageForm {
  const names = [...body.files.map(it => it.name), ...message.attachments.map(it => it.filename)];
  const form = readMessage(body.json, message.flags & MessageFlags.IsComponentsV2, names);
  const flags = (message.flags & ~MessageFlags.Loading) | ((form.flags ?? 0) & SAYABLE);
  const next = {
    content: (form.content === undefined ? message.content : form.content) ?? '',
    embeds: (form.embeds === undefined ? message.embeds : form.embeds) ?? [],
    components: (form.components === undefined ? message.components : form.components) ?? [],
    attachments: attachmentsAfter(world, message, form, body.files),
  };
  const v2 = (flags & MessageFlags.IsComponentsV2) !== 0;
  const shows = v2
    ? next.components.length
    : next.content.trim().length + next.embeds.length + next.attachments.length + next.components.length;
  if (!shows || (v2 && (next.content || next.embeds.length))) throw new Refusal('emptyMessage');
  const written = all(next.components).map(it => (it.type === ComponentType.TextDisplay ? it.content : ''));
  Object.assign(
    message,
    next,
    { flags },
    mentionsIn(world, channel, [next.content, ...written].join('\n'), form.allowed_mentions),
  );
  for (const embed of message.embeds)
    for (const it of [embed.image, embed.thumbnail]) if (it) it.url = resolved(message, it.url);
  for (const it of all(message.components)) {
    if (it.type === ComponentType.MediaGallery)
      for (const item of it.items) item.media.url = resolved(message, item.media.url);
    if (it.type === ComponentType.Thumbnail) it.media.url = resolved(message, it.media.url);
    if (it.type === ComponentType.File) it.file.url = resolved(message, it.file.url);
  }
  return form;
}

/** Where `attachment://name` really is. */
function resolved(message: Message, url: string): string {
  const name = url.startsWith('attachment://') ? decodeURIComponent(url.slice('attachment://'.length)) : undefined;
  return message.attachments.find(it => it.filename === name)?.url ?? url;
}

/** A message that says nothing yet, and stands nowhere yet. */
export const blank = (world: World, channel: Channel, author: User, flags = 0): Message => ({
  id: world.id(),
  type: 0,
  channel_id: channel.id,
  author,
  content: '',
  timestamp: new Date(world.now()).toISOString(),
  edited_timestamp: null,
  flags,
  embeds: [],
  components: [],
  attachments: [],
  mentions: [],
  mention_roles: [],
  mention_everyone: false,
  pinned: false,
  tts: false,
});

/** Changes a message that stands already. */
export function edit(world: World, channel: Channel, message: Message, body: Incoming): Message {
  write(world, channel, message, body);
  message.edited_timestamp = new Date(world.now()).toISOString();
  if (!world.viewers.has(message.id)) announce(world, channel, 'MESSAGE_UPDATE', message);
  return message;
}

/** Puts a new message into its channel, for everybody or for one person alone, and tells the gateway. */
export function place(world: World, channel: Channel, message: Message, viewer?: string): Message {
  channel.messages.push(message);
  if (viewer) world.viewers.set(message.id, viewer);
  else announce(world, channel, 'MESSAGE_CREATE', message);
  return message;
}

/** Takes a message away. */
export function remove(world: World, channel: Channel, message: Message): void {
  channel.messages.splice(channel.messages.indexOf(message), 1);
  if (!world.viewers.delete(message.id))
    announce(world, channel, 'MESSAGE_DELETE', { id: message.id, channel_id: channel.id });
}

/** The bot hears of what it is in: not of a group, nor of a server that has not invited it. */
function announce(world: World, { guild, group }: Channel, event: string, data: object): void {
  if (group || guild?.hasBot === false) return;
  const intent = guild ? GatewayIntentBits.GuildMessages : GatewayIntentBits.DirectMessages;
  world.dispatch(event, { ...data, ...(guild ? { guild_id: guild.id } : { channel_type: ChannelType.DM }) }, intent);
}
