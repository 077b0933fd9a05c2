import { call, encodeCall, formCall } from '../core/call.ts';
import { buttons, card } from '../core/card.ts';
import { type Rendered, renderBlocks, shorten } from './render.ts';
import { escapeText, messageWords } from './text.ts';

/** What a button of Slack can carry along. */
const VALUE = 2000;
/** Up to so many words on one line are somebody's name, more are a sentence. */
const NAME_WORDS = 4;

/**
 * The reply to words that somebody writes to the bot: a button that opens the log's form with them filled in.
 * The reply itself repeats nothing of them.
 */
export function offer(said: string): Rendered {
  const words = messageWords(said);
  const field = words.includes('\n') || words.split(/\s+/).length > NAME_WORDS ? 'sentence' : 'who';
  const logged = { ...formCall('log'), choose: field };
  const reply = card('Shall I log that?', {
    answer: 'The form opens with your words filled in. Nothing is saved until you send it.',
    blocks: buttons(words !== '' && { label: 'Log it', call: logged }, { label: 'Home', call: call('backchannel') }),
  });
  const { blocks } = renderBlocks(reply, made => encodeCall(made) ?? '');
  return { text: escapeText(reply.title), blocks: blocks.map(block => withValue(block, encodeCall(logged), words)) };
}

/** The words travel as the value of the button, which fills the option that its call leaves to be chosen. */
function withValue(
  block: Rendered['blocks'][number],
  token: string | undefined,
  words: string,
): Rendered['blocks'][number] {
  if (block.type !== 'actions') return block;
  const elements = block.elements.map(element =>
    element.type === 'button' && element.action_id === token ? { ...element, value: shorten(words, VALUE) } : element,
  );
  return { ...block, elements };
}
