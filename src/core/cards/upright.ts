import type { Block, Card } from './card.ts';

/** What turns the direction of the text around it, and hides which way a name or an address reads. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

/** A text in which nothing is turned round. Scripts that run from right to left need none of these. */
export const uprightText = (text: string): string => text.replace(TURNS, '');

/** A card in which nothing that somebody wrote turns round what stands beside it. Its calls stay the same objects. */
export function upright(card: Card): Card {
  const given = JSON.stringify(card, (name, value) =>
    name === 'call' || ArrayBuffer.isView(value) ? undefined : value,
  );
  if (given.search(TURNS) < 0) return card;
  const { answer, footer } = card;
  return {
    ...card,
    title: uprightText(card.title),
    ...(answer !== undefined && { answer: uprightText(answer) }),
    ...(footer !== undefined && { footer: uprightText(footer) }),
    blocks: card.blocks.map(uprightBlock),
  };
}

function uprightBlock(block: Block): Block {
  switch (block.type) {
    case 'text':
    case 'quote':
    case 'copy':
      return { ...block, text: uprightText(block.text) };
    case 'list':
      return { ...block, items: block.items.map(uprightText) };
    case 'fields':
      return {
        ...block,
        fields: block.fields.map(({ label, value }) => ({ label: uprightText(label), value: uprightText(value) })),
      };
    case 'meter':
      return { ...block, label: uprightText(block.label) };
    case 'picture':
      return { ...block, alt: uprightText(block.alt) };
    case 'buttons':
      return { ...block, buttons: block.buttons.map(button => ({ ...button, label: uprightText(button.label) })) };
    case 'select':
      return {
        ...block,
        choices: block.choices.map(choice => ({
          ...choice,
          label: uprightText(choice.label),
          ...(choice.description && { description: uprightText(choice.description) }),
        })),
      };
    default:
      return block;
  }
}
