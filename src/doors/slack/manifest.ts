import type { Command } from '../../core/commands/command.ts';
import { OWN_NAMES } from './text.ts';

/** The command whose form the global shortcut opens. */
export const SHORTCUT = 'log';

interface ManifestOptions {
  /** Goes before every command: `bc-` makes `/bc-log`. */
  prefix?: string;
  /** Every command by a name of its own, where else the four that are typed most are enough. */
  all?: boolean;
}

/** What each scope is for: what does not work without it. */
const scopes = {
  commands: 'commands and the shortcut',
  'chat:write': 'every message',
  'files:write': 'exports and pictures',
  'files:read': 'imports',
  'im:write': 'direct messages',
  'im:history': 'finding a direct message again after a crash',
  'users:read': 'time zones, and who is an admin',
  'channels:read': 'the names of channels, and whether a tip can be posted there',
  'groups:read': 'the same for private channels',
  'channels:join': 'tips in a channel that I was not invited to',
  'channels:history': 'finding a tip again after a crash',
  'groups:history': 'the same in private channels',
} as const;
const SCOPES = Object.keys(scopes);

/** What an operator has to add, in one line; undefined where nothing is missing or Slack does not say. */
export function missingScopes(granted: readonly string[] | undefined): string | undefined {
  const missing = Object.entries(scopes).filter(([scope]) => granted && !granted.includes(scope));
  if (missing.length === 0) return undefined;
  const each = missing.map(([scope, what]) => `${scope} (${what})`).join(', ');
  return `the app lacks ${each}. Add ${missing.length === 1 ? 'it' : 'them'} under OAuth & Permissions, Bot Token Scopes, and install the app again.`;
}

/** The app's manifest, from the declarations of the commands: to be pasted at api.slack.com/apps. */
export function slackManifest(commands: readonly Command[], { prefix = '', all = false }: ManifestOptions = {}) {
  const named = commands.filter(({ name, internal }) => !internal && (all || OWN_NAMES.includes(name)));
  return {
    display_information: {
      name: 'Backchannel',
      description:
        'A companion for people applying to medical residency: who would speak for you, and what to do next.',
      background_color: '#3d5366',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'Backchannel', always_online: true },
      shortcuts: [
        {
          name: 'Log an interaction',
          type: 'global',
          callback_id: SHORTCUT,
          description: 'Who saw you work, and what they would say about you',
        },
      ],
      slash_commands: named.map(({ name, description, examples }) => ({
        command: `/${prefix}${name}`,
        description,
        usage_hint: examples.find(example => example !== '') ?? '',
        should_escape: false,
      })),
    },
    oauth_config: { scopes: { bot: SCOPES } },
    settings: {
      event_subscriptions: { bot_events: ['app_home_opened', 'app_uninstalled', 'message.im', 'tokens_revoked'] },
      interactivity: { is_enabled: true },
      org_deploy_enabled: false,
      socket_mode_enabled: true,
      token_rotation_enabled: false,
    },
  };
}
