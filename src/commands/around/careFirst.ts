import { toldOn } from '../../content/blocks.ts';
import type { Content } from '../../content/types.ts';
import { type Block, type Button, buttons, type Card, card } from '../../core/cards/card.ts';
import { type Call, call } from '../../core/commands/call.ts';
import type { Command } from '../../core/commands/command.ts';
import { optionSpecs } from '../../core/commands/options.ts';
import type { Ears } from '../../core/commands/screens.ts';
import type { Platform } from '../../core/ports/notifier.ts';
import type { Care, CareCard } from '../../domain/care/care.ts';
import { stances } from '../../domain/vocabulary.ts';
import { carePieces } from '../library/carePieces.ts';
import { actionCall, bodyBlocks, toPiece } from '../library/pieceCard.ts';

/** What somebody may look for on one of them, and find on the other. */
const others: Readonly<Record<CareCard, CareCard>> = { 'hard-week': 'mistreated', mistreated: 'hard-week' };

/** The whole piece at once, without another tap, and below it the way on with what was typed. */
export function careCard({ card: which }: Care, content: Content, platform: Platform, ...goOn: Block[]): Card {
  const piece = content.advice.get(carePieces[which]);
  const other = content.advice.get(carePieces[others[which]]);
  if (!piece) throw new Error(`there is no piece "${carePieces[which]}"`);
  return card(piece.title, {
    answer: piece.answer,
    blocks: [
      ...bodyBlocks(toldOn(platform, piece.body)),
      ...goOn,
      ...buttons({ label: piece.do.label, call: actionCall(piece.do) }, other && toPiece(other)),
    ],
    ...(piece.source && { footer: `Source: ${piece.source}` }),
  });
}

/** Below a card of care: nothing that was typed is lost. */
const keptWords = (...ways: (Button | false)[]): Block[] => [
  { type: 'text', text: 'What you typed is not lost, and nothing is saved yet. Come back to it when you want to.' },
  ...buttons(...ways),
];

/**
 * Before a call is run whose words ask for care: the card of care, with the call behind a button. Undefined where
 * nothing asks for it, and where somebody goes on after having seen it. The words are kept and counted nowhere.
 */
export async function careFirst(
  command: Command | undefined,
  made: Call,
  { listen, content, platform }: Ears,
  said?: string,
): Promise<Card | undefined> {
  if (made.cared) return undefined;
  const words = said ?? heardOf(command, made);
  if (words === '') return undefined;
  const care = await listen(words);
  if (!care) return undefined;
  const mistreated = care.card === 'mistreated';
  // It is where it belongs: the reply to it leads to the same piece.
  if (mistreated && command?.name === 'log' && made.options.they === MISTREATED) return undefined;
  const ways = keptWords(mistreated && asMistreated(told(made, said)), {
    label: 'Resume',
    call: { ...made, cared: true },
  });
  return careCard(care, content, platform, ...ways);
}

/** What somebody typed of a call; of one that no command takes, all of it. */
function heardOf(command: Command | undefined, { command: name, options }: Call): string {
  if (!command) return [name, ...Object.values(options)].join(' ');
  const heard = optionSpecs(command.options).filter(({ heard }) => heard);
  return heard.flatMap(({ name }) => options[name] ?? []).join('\n');
}

/** What was done to somebody is told whole: no name is taken out of it. */
const told = (made: Call, said?: string): Call =>
  said !== undefined && made.command === 'log' ? { ...made, options: { sentence: said.slice(0, LONGEST) } } : made;
/** As much as the log's sentence takes. */
const LONGEST = 1000;

const MISTREATED = 'treated-badly';

/** What was done to somebody is logged as that: it is nobody's voice, and no loose end of theirs. */
function asMistreated(made: Call): Button | false {
  const { command, options } = made;
  const label = `Log: ${stances[MISTREATED].label}`;
  if (command === 'log') return { label, call: { ...made, options: { ...options, they: MISTREATED }, cared: true } };
  if (command !== 'loose-ends') return false;
  const { with: who, about, outcome } = options;
  const sentence = about ?? outcome;
  const given = call('log', { they: MISTREATED, ...(who && { who }), ...(sentence && { sentence }) });
  return { label, call: { ...given, form: true, cared: true } };
}
