import type { Content, Tip } from '../../content/types.ts';
import { bold } from '../../core/cards/bold.ts';
import { type Block, buttons, type Card, card } from '../../core/cards/card.ts';
import { withDates } from '../../domain/season/officialDates.ts';
import type { SeasonRules } from '../../domain/season/season.ts';
import { tipOn } from '../../domain/season/tips.ts';
import { actionCall, bodyBlocks } from '../library/pieceCard.ts';

/** The tip for who posts on a local day, with its dates filled in, or why a community on this track gets none. */
export function tipOf(
  { tips }: Pick<Content, 'tips'>,
  day: Temporal.PlainDate,
  season: SeasonRules,
): { tip: Tip } | { skip: string } {
  const tip = tipOn(day, [...tips.values()], season)?.tip;
  if (!tip) return { skip: 'no tip for this week' };
  if (tip.match && season.official === false) return { skip: 'its tip is about the Match, which does not apply here' };
  return { tip: { ...tip, body: withDates(tip.body, day, season) } };
}

/** A line of the organizer's own, as everybody reads it. */
export const ownLineBlocks = (line: string | undefined): Block[] =>
  line === undefined ? [] : [{ type: 'text', text: `${bold('From your organizers:')} ${line}` }];

/** A tip as the whole community sees it; its button answers in private. */
export const tipCard = ({ title, body, do: action }: Tip, ownLine?: string): Card =>
  card(title, {
    blocks: [
      ...bodyBlocks(body),
      ...ownLineBlocks(ownLine),
      ...buttons({ label: action.label, call: actionCall(action) }),
    ],
    footer: 'The button answers you in private.',
  });
