import { z } from 'zod';
import { sayLog } from '../../charts/audit.ts';
import { ownPictures } from '../../charts/index.ts';
import { bold } from '../../core/cards/bold.ts';
import { type Block, buttons, type Card, card } from '../../core/cards/card.ts';
import { clip } from '../../core/cards/clip.ts';
import { limits, menuLine } from '../../core/cards/limits.ts';
import { call, formCall, selectCall } from '../../core/commands/call.ts';
import { choicesOf } from '../../core/commands/choices.ts';
import { type Context, defineCommand } from '../../core/commands/command.ts';
import { option } from '../../core/commands/options.ts';
import type { HistoryItem } from '../../core/ports/notebook.ts';
import { type Audit, type AuditLine, auditOf } from '../../domain/audit/audit.ts';
import { auditQuestions } from '../../domain/audit/auditQuestions.ts';
import { isGood } from '../../domain/bucket/voices.ts';
import { formatShortDay } from '../../domain/time/localTime.ts';
import { auditAnswers, type Dimension, dimensions, keysOf, type OwnAnswer, stances } from '../../domain/vocabulary.ts';
import { capital } from '../../domain/words/sentences.ts';
import { loggedFacts } from '../facts.ts';
import { undoButton } from '../lists.ts';

const all = keysOf(dimensions);
const hidden = (label: string) => ({ label, description: label, hidden: true });

export const audit = defineCommand({
  name: 'audit',
  description: 'The five things directors ask about: your own answers against what your log shows',
  audience: 'everyone',
  options: z.strictObject({
    about: option.choice({ label: 'About', description: 'One of the five, to answer it again' }, dimensions).optional(),
    answer: option.choice({ label: 'Answer', description: 'How often it holds' }, auditAnswers).optional(),
    on: option.boolean(hidden('Next question')).optional(),
    seen: option.text(hidden('An entry that speaks of it')).optional(),
  }),
  examples: ['', 'reliability', 'team-fit answer:mostly'],
  async run({ about, answer, on = false, seen }, context): Promise<Card> {
    if (about && seen) return result(context, await tell(seen, about, context));
    if (!about) return (await hasAnswers(context)) ? result(context) : beginning(context);
    if (!answer) return question(about, on);
    const undoId = await keep(about, answer, context);
    const next = on ? all[all.indexOf(about) + 1] : undefined;
    return next ? question(next, on, undoId) : result(context, undoId);
  },
});

/** Says of an entry what it speaks of: a concern of what it is about. */
async function tell(entryId: string, about: Dimension, { notebook }: Context): Promise<string> {
  const entry = (await notebook.history({ limit: 5000 })).find(({ id }) => id === entryId);
  const told = entry?.stance === 'warn' ? { worry: about } : { dimension: about };
  return (await notebook.tellEntries([entryId], told)).undoId;
}

const hasAnswers = async ({ notebook }: Context): Promise<boolean> => (await notebook.audit.all()).length > 0;

/** Keeps an answer; a second one on the same day takes the first one's place. */
async function keep(dimension: Dimension, answer: OwnAnswer, { notebook, today }: Context): Promise<string> {
  const kept = (await notebook.audit.all()).find(other => other.dimension === dimension && other.day.equals(today));
  const { undoId } = kept
    ? await notebook.audit.change(kept.id, { answer })
    : await notebook.audit.add({ dimension, answer, day: today });
  return undoId;
}

async function beginning(context: Context): Promise<Card> {
  const { answer } = await auditFor(context);
  return card('Five things directors ask about', {
    answer: 'Answer each for yourself, in five taps. Then see it beside what your log shows.',
    blocks: [
      {
        type: 'list',
        items: all.map(one => `${bold(`${capital(dimensions[one].label)}.`)} ${auditQuestions[one].questions[0]}`),
      },
      { type: 'text', text: `${bold('By your log alone.')} ${answer}` },
      ...buttons(
        { label: 'Begin', call: call('audit', { about: all[0], on: 'yes' }) },
        { label: 'What directors ask', call: call('advice', { piece: 'the-five-questions' }) },
      ),
    ],
    footer: 'Only you see this.',
  });
}

/** One of the five, answered by one tap. `on`: the next one follows. */
function question(about: Dimension, on: boolean, undoId?: string): Card {
  const { theme, questions } = auditQuestions[about];
  const going = on ? ({ on: 'yes' } as const) : {};
  const next = on ? all[all.indexOf(about) + 1] : undefined;
  return card(`${capital(dimensions[about].label)}: ${theme}`, {
    answer: questions.join(' '),
    blocks: [
      ...buttons(
        ...keysOf(auditAnswers)
          .toReversed()
          .map(answer => ({
            label: capital(auditAnswers[answer].label),
            call: call('audit', { about, answer, ...going }),
          })),
      ),
      ...buttons(
        next && { label: 'Skip', call: call('audit', { about: next, ...going }) },
        undoId !== undefined && undoButton(undoId),
      ),
    ],
    footer: on ? `${all.indexOf(about) + 1} of ${all.length}. Only you see this.` : 'Only you see this.',
  });
}

async function auditFor({ notebook }: Context): Promise<Audit & { entries: HistoryItem[] }> {
  const [answers, { people, entries, mended }] = await Promise.all([notebook.audit.all(), loggedFacts(notebook)]);
  return { ...auditOf(answers, people, entries, mended), entries };
}

/** The entries that say nothing of the five yet, the newest first: a concern's question, and who saw the weakest. */
function evidenceToGive(entries: readonly HistoryItem[], { dimension }: AuditLine): Block[] {
  const open = entries.filter(({ worry, dimensions: about }) => worry === null && about.length === 0).toReversed();
  const concern = open.find(({ stance }) => stance === 'warn');
  const good = open.filter(isGood).slice(0, limits.menuChoices);
  return [
    ...(concern
      ? [
          {
            type: 'select',
            placeholder: clip(`What is ${concern.contact.name}’s concern about?`, limits.placeholder),
            call: selectCall('audit', 'about', { seen: concern.id }),
            choices: choicesOf(dimensions),
          } as const,
        ]
      : []),
    ...(good.length > 0
      ? [
          {
            type: 'select',
            placeholder: `Who saw your ${dimensions[dimension].label}?`,
            call: selectCall('audit', 'seen', { about: dimension }),
            choices: good.map(({ id, contact, stance, day }) => ({
              value: id,
              label: menuLine(contact.name),
              description: menuLine(`${stances[stance].label}, ${formatShortDay(day)}`),
            })),
          } as const,
        ]
      : []),
  ];
}

/** The weakest first, five lines, where it is seen in the log, and one thing for this week. */
async function result(context: Context, undoId?: string): Promise<Card> {
  const { answer, weakest, lines, entries } = await auditFor(context);
  return card('Audit', {
    answer,
    blocks: [
      { type: 'list', items: lines.map(sayLine) },
      ...grounds(weakest),
      { type: 'text', text: `${bold('This week.')} ${weakest.practice}` },
      {
        type: 'picture',
        ...(await ownPictures.audit({
          weakest: weakest.dimension,
          lines: lines.map(line => ({ ...counted(line), dimension: line.dimension, own: line.own })),
        })),
      },
      ...buttons(
        { label: 'How to practice it', call: call('advice', { piece: weakest.advice }) },
        { label: 'Answer all again', call: call('audit', { about: all[0], on: 'yes' }) },
        { label: 'Log someone', call: formCall('log') },
        undoId !== undefined && undoButton(undoId),
      ),
      ...evidenceToGive(entries, weakest),
      {
        type: 'select',
        placeholder: 'Answer one again',
        call: selectCall('audit', 'about'),
        choices: all.map(value => ({
          value,
          label: capital(dimensions[value].label),
          description: auditQuestions[value].theme,
        })),
      },
    ],
    footer: 'Only you see this. Your own mirror, no score.',
  });
}

const counted = (line: AuditLine) => ({ good: line.for.length, worries: line.openWorries });

const sayLine = (line: AuditLine): string => {
  const { good, worries } = counted(line);
  const own = line.own ? `you say ${auditAnswers[line.own].label}` : 'not answered yet';
  return `${bold(capital(dimensions[line.dimension].label))} (${line.theme}): ${own}. Log: ${sayLog(good, worries)}.`;
};

/** The entries behind the weakest, the worries first. */
function grounds({ against, for: good }: AuditLine): Block[] {
  const texts = [...against.toReversed(), ...good.toReversed()].slice(0, 2).map(({ text }) => text);
  return texts.length === 0 ? [] : [{ type: 'text', text: `${bold('In your log.')} ${texts.join('; ')}.` }];
}
