import { formatDay } from '../time/localTime.ts';
import { keysOf, routes } from '../vocabulary.ts';
import { count } from '../words/sentences.ts';
import type { Evidence } from './evidence.ts';
import { byIncidents, byPaper, byVoices, worriesIn } from './evidence.ts';
import { names, routesOf } from './rules/rule.ts';
import type { Known } from './selfCheck.ts';

/** Something in the user's favor. */
export interface ForYou {
  sentence: string;
  evidence: Evidence[];
}

export function speaksForYou({ good, strong, facts, check: { answers } }: Known): ForYou[] {
  const others = good.filter(voice => !strong.includes(voice));
  const reached = keysOf(routes).filter(route => facts[`good on ${route}`] > 0);
  const lines: (ForYou | false)[] = [
    strong.length > 0 && { sentence: `${names(strong)} would take you in a second.`, evidence: byVoices(strong) },
    others.length > 0 && { sentence: `${names(others)} would say good things.`, evidence: byVoices(others) },
    reached.length > 1 && {
      sentence: `Your name travels on ${count(reached.length, 'route', 'routes')}: ${reached.map(id => routes[id].label).join('; ')}.`,
      evidence: [],
    },
    answers.paper === 'solid' && { sentence: 'Your scores and CV are solid.', evidence: [byPaper(answers)] },
    answers.incidents === 'none' && {
      sentence: 'There is no incident to explain.',
      evidence: [byIncidents(answers)],
    },
  ];
  return lines.filter(line => line !== false);
}

/** Concerns and worries that something has answered: never "nothing speaks against you". */
export function answeredSince({ voices }: Known): string[] {
  return voices.flatMap(({ person, answered }) =>
    answered.map(entry => {
      const worries = worriesIn(entry);
      const what = entry.stance === 'warn' ? 'concern' : 'worry';
      return `${person.name}'s ${what}${worries ? ` about ${worries}` : ''} of ${formatDay(entry.day)} has been answered since.`;
    }),
  );
}

/** What a safe result still lacks, one sentence each. */
export function firmer({ facts, check }: Known): string[] {
  const missing = keysOf(routes).find(route => facts[`good on ${route}`] === 0);
  const lines = [
    check.program && facts.there === 0 && `A voice at ${check.program.name} itself.`,
    facts.strong === 0 && 'Someone who would take you in a second.',
    facts.strong === 1 && 'A second person who would take you in a second.',
    missing && routesOf(facts, 'good') < 3 && `A voice on another route: ${routes[missing].label}.`,
  ];
  return lines.filter(line => typeof line === 'string');
}
