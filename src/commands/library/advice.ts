import { z } from 'zod';
import { CHOICES } from '../../content/limits.ts';
import type { Piece } from '../../content/types.ts';
import { bold } from '../../core/cards/bold.ts';
import { type Block, buttons, type Card, card } from '../../core/cards/card.ts';
import { clip } from '../../core/cards/clip.ts';
import { buttonLabel, limits } from '../../core/cards/limits.ts';
import { call, formCall, selectCall } from '../../core/commands/call.ts';
import { type Context, defineCommand } from '../../core/commands/command.ts';
import { option } from '../../core/commands/options.ts';
import { UserError } from '../../core/ports/errors.ts';
import { applicantTypes } from '../../domain/vocabulary.ts';
import { fullStop, list } from '../../domain/words/sentences.ts';
import { careCard } from '../around/careFirst.ts';
import { findPieces } from './findPieces.ts';
import { isFor, mayRead } from './forWhom.ts';
import { pictureBlocks, pieceCard, relatedPieces, toPiece } from './pieceCard.ts';
import { caseCard, casesCard, outcomeCard } from './scenarioCards.ts';

/** A list shows five; the menu below it holds the rest. */
const LISTED = 5;
/** Topics that are offered where nothing is found. */
const NEAR = 2;

export const advice = defineCommand({
  name: 'advice',
  description: 'Everything there is to know: search it, or browse by topic',
  audience: 'everyone',
  options: z.strictObject({
    search: option
      .text({
        label: 'Search',
        description: 'Words to look for: chief, thank-you note, offer',
        suggests: true,
        screened: false,
        heard: false,
      })
      .optional(),
    topic: option
      .text({ label: 'Topic', description: 'One of the topics', suggests: true, screened: false, heard: false })
      .optional(),
    piece: option.text({ label: 'Piece', description: 'A piece by its name', hidden: true }).optional(),
    case: option.text({ label: 'Case', description: 'A practice case by its name', hidden: true }).optional(),
    choice: option.integer({ label: 'Choice', description: 'What one would do', hidden: true }, 1, CHOICES).optional(),
  }),
  examples: ['', 'thank-you note', 'topic:network'],
  async run({ search, topic, piece, case: practice, choice }, context): Promise<Card> {
    if (practice) return oneCase(practice, choice, context);
    if (piece) return onePiece(piece, context);
    if (search) return found(search, context);
    if (topic) return inTopic(topic, context);
    return topics(context);
  },
  async suggest(name, text, { content, user, listen }) {
    if (name === 'topic') {
      const wanted = text.toLowerCase();
      const matching = content.topics.filter(({ title, id }) => `${title} ${id}`.toLowerCase().includes(wanted));
      return matching.map(({ id, title }) => ({ label: title, value: id }));
    }
    const pieces = text.trim() ? findPieces(text, await listen(text), content) : [...content.advice.values()];
    const readable = pieces.filter(piece => mayRead(piece, user)).slice(0, limits.menuChoices);
    return readable.map(({ title }) => ({ label: title, value: title }));
  },
});

const topics = ({ content }: Context): Card =>
  card('Advice', {
    answer: `${content.advice.size} short pieces on how programs ask around, and what to do about it.`,
    blocks: [
      {
        type: 'select',
        placeholder: 'Browse by topic',
        call: selectCall('advice', 'topic'),
        choices: content.topics.map(({ id, title, description }) => ({ value: id, label: title, description })),
      },
      ...buttons(
        { label: 'The four routes', call: call('advice', { piece: 'the-four-routes' }) },
        { label: 'What directors ask', call: call('advice', { piece: 'the-five-questions' }) },
        { label: 'The three buckets', call: call('advice', { piece: 'the-three-buckets' }) },
        { label: 'The season', call: call('timeline') },
      ),
    ],
    footer: 'First-hand account, with corrections where rules changed.',
  });

async function onePiece(id: string, context: Context): Promise<Card> {
  const { content, typed } = context;
  const piece = content.advice.get(id);
  if (!piece) throw new UserError(`There is no piece "${clip(id)}" any more. ${typed('advice')} shows all topics.`);
  return mayRead(piece, context.user) ? pieceCard(piece, context) : notForYou(piece, context);
}

/** A piece that would break a rule for this person, or might: whom it is for, and what there is instead. */
function notForYou({ title, for: whom, related }: Piece, context: Context): Card {
  const known = context.user.applicantType !== null;
  return card(title, {
    answer: `This one is only for ${list(
      whom.map(type => `${applicantTypes[type].label}s`),
      whom.length,
    )}. For others it goes against the rules of the Match.`,
    blocks: buttons(
      !known && { label: 'Set applicant type', call: formCall('settings') },
      ...relatedPieces(related, context).slice(0, 2).map(toPiece),
      { label: 'All topics', call: call('advice') },
    ),
  });
}

function oneCase(id: string, choice: number | undefined, context: Context): Card {
  const { content, typed } = context;
  const scenario = content.scenarios.get(id);
  if (!scenario) throw new UserError(`There is no case "${clip(id)}" any more. ${typed('advice')} shows all topics.`);
  return choice === undefined ? caseCard(scenario) : outcomeCard(scenario, choice, context);
}

async function inTopic(text: string, context: Context): Promise<Card> {
  const { content, user } = context;
  const wanted = text.toLowerCase();
  if (wanted === 'practice') return casesCard(content);
  const topic = content.topics.find(({ id, title }) => id === wanted || title.toLowerCase() === wanted);
  if (!topic) return found(text, context);
  const pieces = [...content.advice.values()].filter(piece => piece.topic === topic.id && mayRead(piece, user));
  const drawn = (await Promise.all(pieces.map(piece => pictureBlocks(piece, user)))).flat().slice(0, 1);
  const [others, fitting] = [false, true].map(fits => pieces.filter(piece => isFor(piece, user) === fits));
  return menu(topic.title, topic.description, [...(fitting ?? []), ...(others ?? [])], drawn);
}

async function found(search: string, context: Context): Promise<Card> {
  const { content, user } = context;
  const care = await context.listen(search);
  const pieces = findPieces(search, care, content).filter(piece => mayRead(piece, user));
  const [first, ...others] = pieces;
  if (care) return careCard(care, content, context.account.platform, ...alsoFound(others));
  const exact = pieces.find(({ title }) => title.toLowerCase() === search.toLowerCase());
  if (exact) return pieceCard(exact, context);
  if (first && others.length === 0) return pieceCard(first, context);
  if (first) return menu(`Found for "${clip(search, 40)}"`, `${pieces.length} pieces, best first.`, pieces);
  await context.countUnfound(search).catch(() => undefined);
  const near = content.nearestTopics(search, NEAR);
  return card('Nothing on that yet', {
    answer: `No piece speaks of "${clip(search, 40)}". What comes nearest:`,
    blocks: [
      {
        type: 'list',
        items: near.map(({ title, description }) => `${bold(fullStop(title))} ${fullStop(description)}`),
      },
      ...buttons(...near.map(({ id, title }) => ({ label: buttonLabel(title), call: call('advice', { topic: id }) })), {
        label: 'All topics',
        call: call('advice'),
      }),
    ],
    footer: 'The words are counted, without who asked, so that the library can grow.',
  });
}

/** Below a card of care: what else was found for the same words. */
const alsoFound = (pieces: readonly Piece[]): Block[] =>
  pieces.length === 0 ? [] : [readOne('Other pieces on this', pieces)];

/** Pieces to choose from, below the picture of their topic where it has one. */
const menu = (title: string, answer: string, pieces: Piece[], drawn: Block[] = []): Card =>
  card(title, {
    answer,
    blocks: [
      ...drawn,
      { type: 'list', items: pieces.slice(0, LISTED).map(piece => `${bold(fullStop(piece.title))} ${piece.answer}`) },
      readOne('Read one', pieces),
      ...buttons({ label: 'All topics', call: call('advice') }),
    ],
  });

const readOne = (placeholder: string, pieces: readonly Piece[]): Block => ({
  type: 'select',
  placeholder,
  call: selectCall('advice', 'piece'),
  choices: pieces.slice(0, limits.menuChoices).map(({ id, title }) => ({ value: id, label: title })),
});
