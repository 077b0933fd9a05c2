import { buttons, type Card, card } from '../core/cards/card.ts';
import { call } from '../core/commands/call.ts';
import type { ChoiceProblem } from '../core/ports/notifier.ts';
import type { Community } from '../core/ports/users.ts';

/** What is in the way of a weekly tip, and what mends it. */
export const problems: Record<ChoiceProblem, { what: string; mend: string }> = {
  'channel-gone': {
    what: 'The channel is gone or archived, or I was never in it.',
    mend: 'Bring it back, or choose another channel.',
  },
  'not-invited': {
    what: 'I am not in that channel, or it is gone.',
    mend: 'If it is private, type /invite @Backchannel there. Then save this again.',
  },
  'no-permission': {
    what: 'I may not post in the channel.',
    mend: 'Add me to it, and let me see it, write in it and read its history.',
  },
};

/** To whoever set the tips up, once: they pause, why, and the way to mend it. */
export function problemCard({ name, problem }: Community): Card | undefined {
  if (!problem) return undefined;
  const { what, mend } = problems[problem];
  return card(`The weekly tip in ${name} is paused`, {
    answer: `${what} ${mend}`,
    tone: 'careful',
    blocks: [
      { type: 'text', text: 'Then use setup in that community once more. Until then no tip is posted there.' },
      ...buttons({ label: 'Home', call: call('backchannel') }),
    ],
    footer: 'You get this once, because you set the weekly tip up. Members see nothing of it.',
  });
}
