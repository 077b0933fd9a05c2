import { buttons, type Card, card } from '../../core/cards/card.ts';
import { call, formCall } from '../../core/commands/call.ts';

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
