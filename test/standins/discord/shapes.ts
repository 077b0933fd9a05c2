import type { PermissionsString } from 'discord.js';
import type { Embed } from './messages.ts';
import type { MessageComponent } from './walk.ts';

export interface User {
  id: string;
  username: string;
  global_name: string | null;
  discriminator: string;
  avatar: null;
  bot: boolean;
}

export interface Attachment {
  id: string;
  filename: string;
  description?: string;
  content_type: string;
  size: number;
  url: string;
  proxy_url: string;
}

/** A message in Discord's own words; edits change it in place, so that whoever holds it sees it as it is now. */
export interface Message {
  id: string;
  type: number;
  channel_id: string;
  author: User;
  content: string;
  timestamp: string;
  edited_timestamp: string | null;
  flags: number;
  embeds: Embed[];
  components: MessageComponent[];
  attachments: Attachment[];
  mentions: User[];
  mention_roles: string[];
  mention_everyone: boolean;
  pinned: boolean;
  tts: boolean;
  nonce?: string | number;
  webhook_id?: string;
  application_id?: string;
  interaction_metadata?: object;
}

export interface Role {
  id: string;
  name: string;
  permissions: bigint;
}

export interface Channel {
  id: string;
  name: string;
  guild?: Guild;
  /** The person at the other end, in a direct message channel. */
  recipient?: Account;
  /** The people in a group, which the bot is never in. */
  group?: Account[];
  /** What the bot is denied here, beyond its role. */
  denied: bigint;
  messages: Message[];
}

export interface Guild<C extends string = string, R extends string = string> {
  id: string;
  name: string;
  ownerId: string;
  hasBot: boolean;
  available: boolean;
  everyone: Role;
  botRole: Role;
  channels: Record<C, Channel>;
  roles: Record<R, Role>;
}

/** A person's account and what they allow. */
export interface Account {
  user: User;
  dmsOpen: boolean;
  /** The guilds they are in; all of them when absent. */
  guilds?: Guild[];
  permissions: PermissionsString[];
  /** They installed the app to their own account: it goes with them. */
  installs: boolean;
}
