import type { Platform } from '../../core/ports/notifier.ts';

/** Who, besides the members themselves, could get at what is kept or sent: as this platform has it, before "could". */
export const whoElse = (platform: Platform, runs: string): string =>
  platform === 'slack' ? `${runs}, and on some Slack plans the workspace’s owners,` : runs;

/** Where direct messages are opened; nothing where the platform has no such setting. */
export const howToOpen = (platform: Platform): string =>
  platform === 'discord' ? ' In Discord: server name, Privacy Settings, turn on Direct Messages.' : '';

/** Whom a platform itself lets set up the weekly tip. */
export const organizersOn: Readonly<Record<Platform, string>> = {
  slack: 'workspace admins and owners',
  discord: 'whoever may manage this server',
  playground: 'Kim, here',
};
