import { type Block, buttons, type Card } from '../../core/cards/card.ts';
import { rawCall } from '../../core/commands/call.ts';
import type { Answer } from '../../core/ports/request.ts';
import type { OutgoingFile } from './uploads.ts';

/** Stands for the request that made a card, in the button that asks for it again with its pictures. */
const again = rawCall('again');
const PICTURE = /^picture (\S+) (.+)$/;

/**
 * The id of a button that makes the same request again, its pictures with it: what it wrote is remembered by the
 * request's id and not written twice.
 */
export const pictureToken = (requestId: string, token: string): string => `picture ${requestId} ${token}`;

/** Reads what {@link pictureToken} writes. */
export function readPictureToken(actionId: string): { requestId: string; token: string } | undefined {
  const [, requestId, token] = PICTURE.exec(actionId) ?? [];
  return requestId && token ? { requestId, token } : undefined;
}

interface Bringing {
  /** Whether Slack took it. */
  bring(file: OutgoingFile): Promise<boolean>;
  /** Whether the pictures were asked for. */
  pictures: boolean;
  /** The token of the button that asks for them. */
  againToken(): Promise<string>;
}

/**
 * A card as a reply of Slack's can hold it: files go to the person's direct messages at once, pictures when they are
 * asked for, and where Slack takes neither the words stand alone.
 */
export async function withAttachments(answer: Answer, { bring, pictures, againToken }: Bringing): Promise<Answer> {
  const blocks: Block[] = [];
  for (const block of answer.card.blocks) {
    if (block.type === 'file') blocks.push(said(block.name, await bring({ ...block, brief: true }), true));
    else blocks.push(block);
    if (block.type === 'picture' && pictures)
      blocks.push(said('The picture', await bring(pictureFile(block)), block.own === true));
  }
  const unseen = blocks.filter(({ type }) => type === 'picture').length;
  if (unseen === 0 || pictures) return { ...answer, card: { ...answer.card, blocks } };
  const token = await againToken();
  const label = unseen === 1 ? 'Show the picture' : 'Show the pictures';
  return {
    ...answer,
    card: withButton({ ...answer.card, blocks }, label),
    tokenOf: made => (made === again ? token : answer.tokenOf(made)),
  };
}

const pictureFile = ({ png, name, alt, own }: Block & { type: 'picture' }): OutgoingFile => ({
  bytes: png,
  name,
  alt,
  brief: own === true,
});

const said = (what: string, taken: boolean, brief: boolean): Block => ({
  type: 'text',
  text: taken
    ? `${what} is in your direct messages with me${brief ? ', for ten minutes' : ''}.`
    : `Slack did not take ${what.replace(/^The /, 'the ')} just now. Try again in a minute.`,
});

/** The button at the end of the first row, of which it is never the main one, or in a row of its own. */
function withButton(card: Card, label: string): Card {
  const button = { label, call: again };
  const first = card.blocks.findIndex(({ type }) => type === 'buttons');
  if (first < 0) return { ...card, blocks: [...card.blocks, ...buttons(button)] };
  const blocks = card.blocks.map((block, index) =>
    index === first && block.type === 'buttons' ? { ...block, buttons: [...block.buttons, button] } : block,
  );
  return { ...card, blocks };
}
