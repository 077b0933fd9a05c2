import type { Content, Scenario } from '../../content/types.ts';
import { bold } from '../../core/cards/bold.ts';
import { type Block, buttons, type Card, card } from '../../core/cards/card.ts';
import { limits } from '../../core/cards/limits.ts';
import { call, selectCall } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import { keysOf, routes } from '../../domain/vocabulary.ts';
import { bodyBlocks, relatedPieces, toPiece } from './pieceCard.ts';

const VERDICTS = {
  best: 'That is what most people on the committee would hope for.',
  fine: 'That is fair, and something is left on the table.',
  costly: 'That one costs something.',
} as const;

/** The case: decide first. */
export const caseCard = ({ id, title, case: told, choices }: Scenario): Card =>
  card(title, {
    answer: 'What would you do? Choose first, then see why.',
    blocks: [
      ...bodyBlocks(told),
      ...buttons(
        ...choices.map(({ label }, index) => ({
          label,
          call: call('advice', { case: id, choice: String(index + 1) }),
        })),
      ),
    ],
    footer: 'A practice case. Your choice is not kept.',
  });

/** Then see why: what the choice is worth, what the director heard on each route, what happened. */
export function outcomeCard(
  { id, title, choices, heard, after, related }: Scenario,
  choice: number,
  context: Pick<Context, 'content' | 'user'>,
): Card {
  const { content } = context;
  const chosen = choices[choice - 1];
  const best = choices.find(({ verdict }) => verdict === 'best');
  const told: Block[] =
    chosen && best && chosen !== best ? [{ type: 'text', text: `${bold(`${best.label}.`)} ${best.why}` }] : [];
  const others = [...content.scenarios.values()];
  const next = others[(others.findIndex(other => other.id === id) + 1) % others.length];
  return card(title, {
    answer: chosen ? `${chosen.label}: ${VERDICTS[chosen.verdict]}` : 'That choice is no longer there.',
    tone: chosen?.verdict === 'best' ? 'good' : 'neutral',
    blocks: [
      ...(chosen ? [{ type: 'text', text: chosen.why } as const] : []),
      ...told,
      { type: 'text', text: bold('What the director heard') },
      { type: 'fields', fields: keysOf(routes).map(route => ({ label: routes[route].label, value: heard[route] })) },
      ...bodyBlocks(after),
      ...buttons(
        next && { label: 'Next case', call: call('advice', { case: next.id }) },
        ...relatedPieces(related, context).slice(0, 2).map(toPiece),
        { label: 'All cases', call: call('advice', { topic: 'practice' }) },
      ),
    ],
  });
}

/** All cases, to choose one. */
export const casesCard = ({ scenarios, advice }: Content): Card =>
  card('Practice cases', {
    answer: `${scenarios.size} short cases: decide first, then see what the director heard.`,
    blocks: [
      { type: 'list', items: [...scenarios.values()].map(({ title }) => title) },
      {
        type: 'select',
        placeholder: 'Open a case',
        call: selectCall('advice', 'case'),
        choices: [...scenarios.values()]
          .slice(0, limits.menuChoices)
          .map(({ id, title }) => ({ value: id, label: title })),
      },
      ...buttons(
        ...[...advice.values()]
          .filter(({ topic }) => topic === 'practice')
          .slice(0, 3)
          .map(toPiece),
        { label: 'All topics', call: call('advice') },
      ),
    ],
  });
