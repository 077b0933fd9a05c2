import type { Platform } from '../ports/notifier.ts';

/** A platform's own rate-limit domain: one a Slack workspace, one for the Discord bot, one for the playground. */
export const laneOf = (platform: Platform, scope: string): string =>
  platform === 'slack' ? `slack:${scope}` : platform;

export const platformOfLane = (lane: string): string => lane.split(':')[0] ?? '';
