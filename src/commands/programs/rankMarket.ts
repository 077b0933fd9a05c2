import { buttons, type Card, card } from '../../core/cards/card.ts';
import { call } from '../../core/commands/call.ts';
import type { ProgramFacts } from '../../domain/notebook.ts';
import { itemCall } from './programItems.ts';

const back = { label: 'My rank list', call: call('programs', { do: 'rank' }) };

/** A rank list holds programs in the Match alone: asked where that is not known, and said where it is known not to be. */
export function askMarket({ id, name, market }: ProgramFacts): Card {
  const inside = { label: 'In the Match', call: itemCall('rank', id, 'inside') };
  if (market === 'outside')
    return card('Outside the Match', {
      answer: `You noted that ${name} fills its places outside the Match, so it can’t be ranked there.`,
      blocks: buttons({ ...inside, label: 'It is in the Match' }, back),
      footer: 'Your rank list is as it was.',
    });
  return card(`Is ${name} in the Match?`, {
    answer: 'A rank list holds programs in the Match alone. Their website or NRMP’s directory says it.',
    blocks: buttons(inside, { label: 'Outside', call: call('programs', { do: 'add', name, market: 'outside' }) }, back),
    footer: 'Your rank list is as it was.',
  });
}
