import { parseBlocks } from '../../content/blocks.ts';
import type { Content, Tip } from '../../content/types.ts';
import { bold } from '../../core/cards/bold.ts';
import { type Block, buttons, type Card, card } from '../../core/cards/card.ts';
import { call } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import { withDates } from '../../domain/season/officialDates.ts';
import type { SeasonRules } from '../../domain/season/season.ts';
import { tipOn } from '../../domain/season/tips.ts';
import { actionCall, bodyBlocks } from '../library/pieceCard.ts';
import { gone } from '../people/find.ts';

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

/** A tip as the whole community sees it; its buttons answer in private. @param day the local day on which it is posted */
export const tipCard = ({ title, body, do: action }: Tip, day: Temporal.PlainDate, ownLine?: string): Card =>
  card(title, {
    blocks: [
      ...bodyBlocks(body),
      ...ownLineBlocks(ownLine),
      ...buttons(
        { label: action.label, call: actionCall(action) },
        { label: 'Copy for your group', call: call('show', { what: 'copy', tip: day.toString() }) },
      ),
    ],
    footer: 'The buttons answer you in private.',
  });

/** The tip of a day as plain text, for a group where no bot can go: its words and nothing of anybody's own. */
export function tipToCopy(day: Temporal.PlainDate, { content, season }: Pick<Context, 'content' | 'season'>): Card {
  const found = tipOf(content, day, season);
  if ('skip' in found) return gone('That tip is no longer kept.');
  const { title, body } = found.tip;
  const paragraphs = parseBlocks(body).map(({ kind, lines }) =>
    kind === 'list' ? lines.map(line => `• ${line}`).join('\n') : lines.join(' '),
  );
  return card('Copy for your group', {
    answer: 'Plain text for WhatsApp, Telegram, GroupMe or anywhere else. Paste it as it is.',
    blocks: [{ type: 'copy', text: withoutMarks([title, ...paragraphs].join('\n\n')) }],
    footer: 'Nothing of yours is in it.',
  });
}

const withoutMarks = (text: string): string => text.replaceAll('**', '').replaceAll('*', '');
