import { type Block, type Button, buttons, type Card, card } from '../core/cards/card.ts';
import { menuLine } from '../core/cards/limits.ts';
import { type Call, call } from '../core/commands/call.ts';

/** Lists show five and page. */
const PAGE = 5;

export interface Listing<Item> {
  title: string;
  answer: string;
  items: readonly Item[];
  /** One line in the list. */
  line(item: Item): string;
  /** Opens one of them: what the menu says, and the call whose `choose` gets the item's value. */
  open?: { placeholder: string; call: Call; label(item: Item): string; value(item: Item): string };
  /** The call that shows this list, and which of its pages this is. */
  call: Call;
  page: number;
  rows?: (Button | false | undefined)[];
  footer?: string;
}

/** A list card: five lines, a menu to open one of them, the ways to the other pages. */
export function listCard<Item>({
  title,
  answer,
  items,
  line,
  open,
  call,
  page,
  rows = [],
  footer,
}: Listing<Item>): Card {
  const pages = Math.max(1, Math.ceil(items.length / PAGE));
  const number = Math.min(page, pages);
  const shown = items.slice((number - 1) * PAGE, number * PAGE);
  const menu: Block[] = open
    ? [
        {
          type: 'select',
          placeholder: open.placeholder,
          call: open.call,
          choices: shown.map(item => ({ value: open.value(item), label: menuLine(open.label(item)) })),
        },
      ]
    : [];
  return card(title, {
    answer,
    blocks: [
      { type: 'list', items: shown.map(line) },
      ...menu,
      ...buttons(
        ...rows,
        number > 1 && { label: 'Back', call: { ...call, page: number - 1 } },
        number < pages && { label: 'More', call: { ...call, page: number + 1 } },
      ),
    ],
    footer: [pages > 1 && `Page ${number} of ${pages}.`, footer ?? 'Only you see this.'].filter(Boolean).join(' '),
  });
}

/** The button that takes a change back for ten minutes. */
export const undoButton = (undoId: string): Button => ({
  label: 'Undo',
  call: call('history', { undo: undoId }),
});
