import type { Command } from '../../core/commands/command.ts';
import { OWN_NAMES } from './text.ts';

/** The command whose form the global shortcut opens. */
export const SHORTCUT = 'log';

interface ManifestOptions {
  /** Goes before every command: `bc-` makes `/bc-log`. */
  prefix?: string;
  /** Every command by a name of its own, where else the four that are typed most are enough. */
  all?: boolean;
  /** Reached over HTTP at this address, in many workspaces if need be; left out: over Socket Mode. */
  http?: string;
  /** What one can live without is asked for as optional: whoever installs the app decides. */
  lean?: boolean;
}

/** Where Slack reaches the app over HTTP, below its public address. */
export const paths = { events: '/slack/events', install: '/slack/install', redirect: '/slack/oauth_redirect' } as const;

/** What each scope is for: what does not work without it. */
const scopes = {
  commands: 'commands and the shortcuts',
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
type Scope = keyof typeof scopes;
/** Every scope that the app asks for. */
export const SCOPES = Object.keys(scopes) as Scope[];
/** Imports, private channels, and the search after a crash: all else works without them. */
const OPTIONAL: readonly Scope[] = ['files:read', 'groups:read', 'channels:join', 'channels:history', 'groups:history'];

/** What an operator has to add, in one line; undefined where nothing is missing or Slack does not say. */
export function missingScopes(granted: readonly string[] | undefined): string | undefined {
  const missing = Object.entries(scopes).filter(([scope]) => granted && !granted.includes(scope));
  if (missing.length === 0) return undefined;
  const each = missing.map(([scope, what]) => `${scope} (${what})`).join(', ');
  return `the app lacks ${each}. Add ${missing.length === 1 ? 'it' : 'them'} under OAuth & Permissions, Bot Token Scopes, and install the app again.`;
}

/** The app's manifest, from the declarations of the commands: to be pasted at api.slack.com/apps. */
export function slackManifest(
  commands: readonly Command[],
  { prefix = '', all = false, http, lean = false }: ManifestOptions = {},
) {
  const named = commands.filter(({ name, internal }) => !internal && (all || OWN_NAMES.includes(name)));
  const url = http && new URL(paths.events, http).href;
  return {
    display_information: {
      name: 'Backchannel',
      description: 'Prepare for what is asked about residency applicants',
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
        ...commands.flatMap(({ name, fromMessage }) =>
          fromMessage
            ? [
                {
                  name: fromMessage.label,
                  type: 'message',
                  callback_id: name,
                  description: fromMessage.description,
                },
              ]
            : [],
        ),
      ],
      slash_commands: named.map(({ name, description, examples }) => {
        const hint = examples.find(example => example !== '');
        return {
          command: `/${prefix}${name}`,
          ...(url && { url }),
          description,
          ...(hint && { usage_hint: hint }),
          should_escape: false,
        };
      }),
    },
    oauth_config: {
      ...(http && { redirect_urls: [new URL(paths.redirect, http).href] }),
      scopes: lean
        ? { bot: SCOPES.filter(scope => !OPTIONAL.includes(scope)), bot_optional: [...OPTIONAL] }
        : { bot: SCOPES },
    },
    settings: {
      event_subscriptions: {
        ...(url && { request_url: url }),
        bot_events: ['app_home_opened', 'app_uninstalled', 'message.im', 'tokens_revoked'],
      },
      interactivity: { is_enabled: true, ...(url && { request_url: url, message_menu_options_url: url }) },
      org_deploy_enabled: http !== undefined,
      socket_mode_enabled: http === undefined,
      token_rotation_enabled: false,
    },
  };
}
