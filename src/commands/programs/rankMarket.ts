import { buttons, type Card, card } from '../../core/cards/card.ts';
import { clip } from '../../core/cards/clip.ts';
import { call } from '../../core/commands/call.ts';
import type { ProgramFacts } from '../../domain/notebook.ts';
import { itemCall } from './programItems.ts';

const rule = 'A rank list holds programs in the Match alone.';
const back = { label: 'My rank list', call: call('programs', { do: 'rank' }) };

/** The same of a program that is not in the notebook yet: nothing is added before the answer. */
export const askMarketOfNew = (name: string): Card =>
  card(`Is ${clip(name, 40)} in the Match?`, {
    answer: `${rule} It isn’t among your programs yet: your answer adds it.`,
    blocks: buttons(
      { label: 'In the Match', call: call('programs', { do: 'rank', name, market: 'inside' }) },
      { label: 'Outside', call: call('programs', { do: 'add', name, market: 'outside' }) },
      back,
    ),
    footer: 'Nothing was saved.',
  });

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
    answer: `${rule} Their website or NRMP’s directory says it.`,
    blocks: buttons(inside, { label: 'Outside', call: call('programs', { do: 'add', name, market: 'outside' }) }, back),
    footer: 'Your rank list is as it was.',
  });
}
