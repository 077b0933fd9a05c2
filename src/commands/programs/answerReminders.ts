import type { Block } from '../../core/cards/card.ts';
import type { Context } from '../../core/commands/command.ts';
import { recipientOf } from '../../core/sending/recipient.ts';
import { type NotebookFacts, noFacts } from '../../domain/nudges/nudgeFacts.ts';
import { sayAtOnce, wants } from '../../domain/nudges/nudges.ts';
import { momentsOf } from '../../domain/nudges/rules/index.ts';
import { formatMoment } from '../../domain/time/localTime.ts';
import { list } from '../../domain/words/sentences.ts';

/**
 * When what is to be answered will be spoken of again, so that nobody waits for a word whose moment has passed.
 * @param held it alone, as the facts about a notebook hold it
 */
export function answerReminders(
  { id }: { id: string },
  held: Partial<NotebookFacts>,
  { user, zone, now, season }: Context,
): Block[] {
  const member = recipientOf(user, zone);
  const facts = { ...noFacts, ...held };
  const own = momentsOf(member, facts, { from: now, now }, season).filter(({ subject }) => subject === id);
  const ahead = own.filter(({ dueAt }) => Temporal.Instant.compare(dueAt, now) > 0);
  const passed = sayAtOnce(id, member, facts, now, season);
  const [first] = own;
  if (!first || (ahead.length === 0 && passed.length === 0)) return [];
  if (!wants(member, first.kind)) return text('Messages to you are off, so I will not remind you of it.');
  if (ahead.length === 0) return text('My reminders would have been before now, so this is the word about it.');
  return text(`I will remind you ${list(ahead.map(({ dueAt }) => formatMoment(dueAt, zone)))}.`);
}

const text = (words: string): Block[] => [{ type: 'text', text: words }];
