import { type Picture, pictures } from '../../charts/index.ts';
import { parseAction } from '../../content/action.ts';
import { parseBlocks, toldOn } from '../../content/blocks.ts';
import type { Action, Piece } from '../../content/types.ts';
import { boldFromContent } from '../../core/cards/bold.ts';
import { type Block, type Button, buttons, type Card, card } from '../../core/cards/card.ts';
import { buttonLabel } from '../../core/cards/limits.ts';
import { type Call, call, rawCall } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import { isFor, mayRead } from './forWhom.ts';

/** A body as the blocks of a card. */
export const bodyBlocks = (body: string): Block[] =>
  parseBlocks(body).map(({ kind, lines }) => {
    if (kind === 'list') return { type: 'list', items: lines.map(boldFromContent) };
    return { type: kind === 'quote' ? 'quote' : 'text', text: boldFromContent(lines.join('\n')) };
  });

/** A call as content writes it; one that leaves a required option open opens its form too. */
export function actionCall({ call: text, form }: Action): Call {
  const { command, options } = parseAction(text);
  return { ...rawCall(command, options), ...(form && { form }) };
}

/** The pieces that say more with a picture. */
const picturesOf: Record<string, (user: Context['user']) => Promise<Picture>> = {
  'the-four-routes': pictures.routes,
  'the-five-questions': pictures.dimensions,
  'the-three-buckets': pictures.buckets,
  'the-three-phases': pictures.phases,
  'reputation-over-the-years': ({ stage }) => pictures.reputation(stage),
};

/** The picture that belongs to a piece, as the block of a card; nothing where there is none. */
export async function pictureBlocks({ id }: Piece, user: Context['user']): Promise<Block[]> {
  const picture = await picturesOf[id]?.(user);
  return picture ? [{ type: 'picture', ...picture }] : [];
}

/** One piece of advice: its answer, its body and picture, the button that does it, related pieces, the way back. */
export async function pieceCard(
  piece: Piece,
  { content, user, account }: Pick<Context, 'content' | 'user' | 'account'>,
): Promise<Card> {
  const related = relatedPieces(piece.related, { content, user }).slice(0, 3);
  return card(piece.title, {
    answer: piece.answer,
    blocks: [
      ...bodyBlocks(toldOn(account.platform, piece.body)),
      ...(await pictureBlocks(piece, user)),
      ...buttons({ label: piece.do.label, call: actionCall(piece.do) }, { label: 'All topics', call: call('advice') }),
      ...buttons(...related.map(toPiece)),
    ],
    ...(piece.source && { footer: `Source: ${piece.source}` }),
  });
}

/** Those of the pieces that are meant for this person. */
export const relatedPieces = (ids: readonly string[], { content, user }: Pick<Context, 'content' | 'user'>): Piece[] =>
  ids.flatMap(id => content.advice.get(id) ?? []).filter(piece => isFor(piece, user) && mayRead(piece, user));

export const toPiece = ({ id, title }: Piece): Button => ({
  label: buttonLabel(title),
  call: call('advice', { piece: id }),
});
