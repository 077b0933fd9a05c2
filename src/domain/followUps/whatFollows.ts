import { isGood } from '../bucket/voices.ts';
import { worksAt } from '../bucket/where.ts';
import { capital } from '../words/sentences.ts';
import type { FollowFacts, FollowUpAction, JustLogged } from './followUpRules.ts';
import { followRules } from './followUpRules.ts';

/** `rule` names the row of the table that made it. */
export type WorthDoing = { rule: string; label: string; reason: string } & FollowUpAction;

/** More would be a list to read, at the end of a shift. */
const MOST = 2;

/** Which of the facts the rules look at after such an entry: the others need not be read. */
export function looksAt({ entry, history }: Pick<JustLogged, 'entry' | 'history'>) {
  const good = isGood(entry);
  return {
    looseEnds: good || entry.stance === 'warn' || entry.worry !== null,
    defenders: entry.stance === 'at-once',
    programs: good && history.length === 0,
  };
}

/** At most two things worth doing after an entry, the most useful first; often none. */
export function whatFollows(logged: JustLogged): WorthDoing[] {
  const { entry, contact, history, looseEnds, programs } = logged;
  const badly = history.some(({ stance }) => stance === 'treated-badly');
  const short = entry.stance === 'warn' || (entry.stance === 'little' && entry.worry !== null);
  const facts: FollowFacts = {
    ...logged,
    mistreated: entry.stance === 'treated-badly' || (short && badly),
    good: isGood(entry),
    concerns: short && !badly,
    openEnd: looseEnds.find(({ contactId, closedOn }) => contactId === contact.id && closedOn === null),
    program: programs.find(({ name }) => worksAt(contact, name)),
    name: contact.name,
    id: contact.id,
  };
  return followRules
    .filter(rule => rule.applies(facts))
    .slice(0, MOST)
    .map(({ id, label, reason, doing }) => ({ rule: id, label, reason: capital(reason(facts)), ...doing(facts) }));
}
