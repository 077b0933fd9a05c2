import { type Block, buttons, type Card, card } from '../../core/cards/card.ts';
import type { Context } from '../../core/commands/command.ts';
import { OWN_ZONE } from '../../core/commands/ownZone.ts';
import { zoneLabel } from '../../domain/time/zoneNames.ts';
import { likelyZones } from '../../domain/time/zoneSuggestions.ts';
import type { Reading } from '../../domain/words/reading.ts';

/** One tap for most applicants; who is elsewhere finds the rest below. */
const NEAREST = ['America/New_York', 'America/Chicago', 'America/Los_Angeles'];
/**
 * Asks where somebody is whose platform does not say it, when it first matters: each answer goes on with the very call.
 * @param said what was answered before, if it could not be taken
 */
export function zoneQuestion(context: Context, said: Reading<string> | undefined): Card {
  const { community } = context;
  const inZone = (zone: string) => context.again({ [OWN_ZONE]: zone });
  const guess = community?.tips?.zone ?? community?.zone;
  const near = [...new Set([...(guess ? [guess] : []), ...NEAREST])].slice(0, NEAREST.length);
  const answers =
    said?.outcome === 'asked' ? said.answers : near.map(zone => ({ label: zoneLabel(zone), words: zone }));
  return card('Which city are you in?', {
    answer: sayWhy(said),
    tone: said ? 'careful' : 'neutral',
    blocks: [
      ...sayGuess(guess),
      ...buttons(...answers.map(({ label, words }) => ({ label, call: inZone(words) })), {
        label: 'Another city',
        call: { ...inZone(''), form: true },
      }),
      {
        type: 'select',
        placeholder: 'Or choose one here',
        call: { ...context.again({}), choose: OWN_ZONE },
        choices: likelyZones.map(zone => ({ value: zone, label: zoneLabel(zone) })),
      },
    ],
    footer: 'What you typed is kept.',
  });
}

function sayWhy(said: Reading<string> | undefined): string {
  if (said?.outcome === 'asked') return said.question;
  if (said?.outcome === 'refused') return said.because;
  return 'I need your clock for this, and I ask only once.';
}

const sayGuess = (guess: string | null | undefined): Block[] =>
  guess ? [{ type: 'text', text: `This community is on ${zoneLabel(guess)}. Yours may be another.` }] : [];
