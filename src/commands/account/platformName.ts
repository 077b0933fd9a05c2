import type { Platform } from '../../core/ports/notifier.ts';

const names: Record<Platform, string> = { slack: 'Slack', discord: 'Discord', playground: 'the playground' };

/** A platform as it stands in a sentence. */
export const platformName = (platform: Platform): string => names[platform];
