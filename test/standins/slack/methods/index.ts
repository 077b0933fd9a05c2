import { chat } from './chat.ts';
import { conversations } from './conversations.ts';
import { files } from './files.ts';
import type { Method } from './method.ts';
import { people } from './people.ts';
import { views } from './views.ts';

/** Every Web API method that takes the bot token. */
export const METHODS: Record<string, Method> = { ...people, ...chat, ...conversations, ...views, ...files };

/** The scopes that these methods ask for: what an installed app has unless a test says otherwise. */
export const ALL_SCOPES = [
  'commands',
  'chat:write',
  'users:read',
  'team:read',
  'files:write',
  'files:read',
  'channels:join',
  'im:read',
  'im:write',
  'im:history',
  'channels:read',
  'channels:history',
  'groups:read',
  'groups:history',
];
