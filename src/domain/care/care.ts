import { matchesOf, phrasePattern } from '../words/phrases.ts';
import { type CareKind, type CareRule, careKinds, careRules } from './careRules.ts';
import { careWords } from './careWords.ts';
import { plainSpeech } from './plainSpeech.ts';

/** The two cards of care. */
export type CareCard = (typeof careKinds)[CareKind]['card'];

/** What somebody needs before anything else that they asked for. */
export interface Care {
  /** Which card comes first. */
  card: CareCard;
  /** What it was heard as. Told to nobody, and kept nowhere. */
  because: CareKind;
}

/** A text is listened to up to here, which is more than any field takes. */
const LONGEST = 10_000;

const order = Object.keys(careKinds);
const rules = careRules
  .map(({ kind, phrases, unless }: CareRule) => ({
    kind,
    patterns: phrases.map(phrase => phrasePattern(phrase, careWords)),
    // The words of `unless` may go on: "harass" is "harassment" too.
    unless: unless === undefined ? undefined : phrasePattern(`(?:${unless})\\w*`, careWords),
  }))
  .toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));

/**
 * Which card of care comes before anything else, for words that somebody typed anywhere; undefined where nothing in
 * them asks for it. Self-harm comes before all others. It is a help to listen, which can miss things.
 */
export function careFor(text: string): Care | undefined {
  const said = text.slice(0, LONGEST);
  // A line may end a thought, or break it anywhere.
  const spoken = [...new Set([said, said.replace(/\s+/g, ' ')].map(plainSpeech))];
  const found = rules.find(rule => spoken.some(plain => hears(rule, plain)));
  return found && { card: careKinds[found.kind].card, because: found.kind };
}

const hears = ({ patterns, unless }: (typeof rules)[number], plain: string): boolean =>
  patterns.some(pattern => matchesOf(pattern, plain).some(({ index }) => !unless || !isElse(plain, index, unless)));

/** Whether the sentence around this place has what makes it something else. */
function isElse(plain: string, at: number, unless: RegExp): boolean {
  const from = plain.lastIndexOf(' . ', at) + 1;
  const to = plain.indexOf(' .', at);
  return plain.slice(from, to < 0 ? undefined : to).search(unless) >= 0;
}
