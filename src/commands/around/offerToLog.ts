import type { Content } from '../../content/types.ts';
import { buttons, type Card, card } from '../../core/cards/card.ts';
import { call, formCall } from '../../core/commands/call.ts';
import type { Platform } from '../../core/ports/notifier.ts';
import type { Care } from '../../domain/care/care.ts';
import { careCard, keptWords } from './careFirst.ts';

/** Up to so many words on one line are somebody's name, more are a sentence. */
const NAME_WORDS = 4;
/** As much as the longest field of the log's form takes. */
const LONGEST = 1000;

/**
 * The reply to words that somebody writes to the bot by direct message: a button that opens the log's form with them
 * filled in. The reply itself repeats nothing of them.
 */
export function offerToLog(said: string): Card {
  const words = said.trim().slice(0, LONGEST);
  const isName = !words.includes('\n') && words.split(/\s+/).length <= NAME_WORDS;
  return card('Shall I log that?', {
    answer: 'The form opens with your words filled in. Nothing is saved until you send it.',
    blocks: buttons(
      words !== '' && { label: 'Log it', call: formCall('log', isName ? { who: words } : { sentence: words }) },
      {
        label: 'Home',
        call: call('backchannel'),
      },
    ),
  });
}

/** The reply to words by direct message that ask for care: the card of care first, the way to the log below it. */
export function careForWords(said: string, care: Care, content: Content, platform: Platform): Card {
  const sentence = said.trim().slice(0, LONGEST);
  const opened =
    care.card === 'mistreated' ? formCall('log', { they: 'treated-badly', sentence }) : formCall('log', { sentence });
  const ways = keptWords(
    { label: 'Log it', call: { ...opened, cared: true } },
    { label: 'Home', call: call('backchannel') },
  );
  return careCard(care, content, platform, ...ways);
}
