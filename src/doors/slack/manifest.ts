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

/**
 * What each scope is for: slash commands and the shortcut; posting; bringing an export or a picture and deleting it
 * again; reading a file that is imported; opening a direct message and finding a lost one in it; the zone and
 * whether somebody is an admin; a channel's name; joining the channel that an organiser chose; and finding a lost tip
 * in it, so that none is posted twice.
 */
const SCOPES = [
  'commands',
  'chat:write',
  'files:write',
  'files:read',
  'im:write',
  'im:history',
  'users:read',
  'channels:read',
  'groups:read',
  'channels:join',
  'channels:history',
  'groups:history',
];

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
