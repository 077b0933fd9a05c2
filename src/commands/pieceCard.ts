import { parseAction } from '../content/action.ts';
import { parseBlocks } from '../content/blocks.ts';
import type { Content, Piece } from '../content/types.ts';
import { type Call, call } from '../core/call.ts';
import { type Block, type Button, buttons, type Card, card } from '../core/card.ts';

/** A body as the blocks of a card. */
export const bodyBlocks = (body: string): Block[] =>
  parseBlocks(body).map(({ kind, lines }) => {
    if (kind === 'list') return { type: 'list', items: lines };
    return { type: kind === 'quote' ? 'quote' : 'text', text: lines.join('\n') };
  });

/** A call as content writes it; one that leaves a required option open opens its form. */
export function actionCall(text: string): Call {
  const action = parseAction(text);
  return call(action.command, action.options);
}

/** One piece of advice: its answer, its body, the button that does it, two related pieces, the way back. */
export function pieceCard(piece: Piece, content: Content): Card {
  const related = piece.related.flatMap(id => content.advice.get(id) ?? []).slice(0, 3);
  return card(piece.title, {
    answer: piece.answer,
    blocks: [
      ...bodyBlocks(piece.body),
      ...buttons(
        { label: piece.do.label, call: actionCall(piece.do.call) },
        { label: 'All topics', call: call('advice') },
      ),
      ...buttons(...related.map(toPiece)),
    ],
    ...(piece.source && { footer: `Source: ${piece.source}` }),
  });
}

export const toPiece = ({ id, title }: Piece): Button => ({
  label: clipLabel(title),
  call: call('advice', { piece: id }),
});

const clipLabel = (title: string): string => (title.length <= 40 ? title : `${title.slice(0, 39).trimEnd()}…`);
