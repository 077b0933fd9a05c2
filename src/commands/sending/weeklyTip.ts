import type { Content, Tip } from '../../content/types.ts';
import { buttons, type Card, card } from '../../core/cards/card.ts';
import { type SeasonRules, weekOfSeason } from '../../domain/season/season.ts';
import { actionCall, bodyBlocks } from '../library/pieceCard.ts';

/** The tip of the week that a local day lies in, or why a community on this track gets none. */
export function tipOf(
  { tips }: Pick<Content, 'tips'>,
  day: Temporal.PlainDate,
  season: SeasonRules,
): { tip: Tip } | { skip: string } {
  // A cycle of 53 weeks ends on the last tip once more.
  const tip = tips.get(Math.min(weekOfSeason(day, season), tips.size));
  if (!tip) return { skip: 'no tip for this week' };
  if (tip.match && season.official === false) return { skip: 'its tip is about the Match, which does not apply here' };
  return { tip };
}

/** A tip as the whole community sees it; its button answers in private. */
export const tipCard = ({ title, body, do: action }: Tip): Card =>
  card(title, {
    blocks: [...bodyBlocks(body), ...buttons({ label: action.label, call: actionCall(action.call) })],
    footer: 'The button answers you in private.',
  });
