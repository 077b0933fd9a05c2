import { memberWire, roleWire } from './guildWire.ts';
import { storeFile } from './posting.ts';
import type { Attachment, Channel } from './shapes.ts';
import type { World } from './world.ts';

/** A file that a person attaches. */
export interface PersonsFile {
  name: string;
  /** Bytes where it is in other letters than UTF-8. */
  content: string | Uint8Array;
  type?: string;
}

/** What a person gives for an option or a field; people, roles and channels by their id. */
export type Value = string | number | boolean | string[] | PersonsFile | PersonsFile[];

/** Where a person is when they act. */
export interface Scene {
  world: World;
  channel: Channel;
}

export interface Resolved {
  users: Record<string, object>;
  members: Record<string, object>;
  roles: Record<string, object>;
  channels: Record<string, object>;
  attachments: Record<string, object>;
}
export const nothingResolved = (): Resolved => ({ users: {}, members: {}, roles: {}, channels: {}, attachments: {} });

/** Adds what an id stands for to an interaction's resolved data; throws when it stands for nothing here. */
export function resolve(id: string, { world, channel }: Scene, into: Resolved): string {
  const { guild } = channel;
  const account = world.accounts.get(id);
  const role = Object.values(guild?.roles ?? {}).find(it => it.id === id);
  const mentioned = world.channels.get(id);
  if (account) {
    into.users[id] = account.user;
    if (guild) into.members[id] = memberWire(world, account, guild);
  } else if (role) into.roles[id] = roleWire(role, 1);
  else if (mentioned && mentioned.guild === guild)
    into.channels[id] = { ...world.channelWire(mentioned), permissions: String(world.botPermissions(mentioned)) };
  else throw new Error(`Nobody here can pick ${id}`);
  return id;
}

/** Uploads a file as a person does. */
export function attached({ name, content, type = 'text/plain' }: PersonsFile, { world, channel }: Scene): Attachment {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  return storeFile(world, channel.id, { name, type, bytes });
}

/** The same for an option or a field; gives its id. */
export function attach(file: PersonsFile, scene: Scene, into: Resolved): string {
  const stored = attached(file, scene);
  into.attachments[stored.id] = stored;
  return stored.id;
}

export const isFile = (value: unknown): value is PersonsFile =>
  typeof value === 'object' && value !== null && 'content' in value;

/** Refuses more or fewer values than a field takes. */
export function checkCount(
  name: string,
  it: { min_values?: number | null | undefined; max_values?: number | null | undefined },
  values: unknown[],
  required: boolean,
): void {
  const least = required ? (it.min_values ?? 1) : 0;
  const most = it.max_values ?? 1;
  if (values.length < least || values.length > most)
    throw new Error(`${name} takes ${least} to ${most} values, not ${values.length}`);
}

/** The values of the options that are wanted, each named by its value or its label. */
export const pick = (name: string, options: { label: string; value: string }[], wanted: string[]): string[] =>
  wanted.map(one => {
    const option = options.find(it => it.value === one) ?? options.find(it => it.label === one);
    if (!option) throw new Error(`${name} has no option ${one}`);
    return option.value;
  });
