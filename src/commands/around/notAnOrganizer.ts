import type { Context } from '../../core/commands/command.ts';
import { organizersOn } from './platformWords.ts';

/** Said to whoever may not use an organizers' command, by its name as typed: who may, and how one becomes one of them. */
export function notAnOrganizer(name: string, { typed, rightsUnknown, account: { platform } }: Context): string {
  const claim = `${typed('setup')} claim:CODE`;
  if (rightsUnknown) return `${rightsUnknown} Whoever has the claim code can continue with ${claim}.`;
  // Slack alone has a claim code.
  const code = platform === 'slack' ? `, or whoever has the claim code (${claim})` : '';
  return `${name} is for organizers: ${organizersOn[platform]}${code}.`;
}
