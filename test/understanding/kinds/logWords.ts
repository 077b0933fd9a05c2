import { log } from '../../../src/commands/log/log.ts';
import type { Call } from '../../../src/core/commands/call.ts';
import { optionSpecs } from '../../../src/core/commands/options.ts';
import { readKind } from '../../../src/core/commands/parse.ts';
import { typedCall } from '../../../src/core/commands/typed.ts';
import { unplacedError } from '../../../src/core/commands/unplaced.ts';
import { readPeople } from '../../../src/domain/people/people.ts';
import { corpus, type Kind, type Outcome } from '../kind.ts';

const asking = { now: Temporal.Instant.from('2026-10-14T17:00:00Z'), zone: 'America/Chicago' };
const specs = optionSpecs(log.options);

/** With its keys in one order, whatever the order they were written in. */
const sorted = (value: Record<string, unknown>): string =>
  JSON.stringify(Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => one.localeCompare(other))));

/** What the form or the entry holds after a call of `/log`, or that it is asked about or refused. */
export function entryOf(call: Call): Outcome {
  if (call.unplaced !== undefined) return unplacedError(call, log).offers.length > 0 ? 'asked' : 'refused';
  const value: Record<string, unknown> = {};
  for (const spec of specs) {
    const words = call.options[spec.name];
    if (words === undefined) continue;
    if (spec.name === 'who') {
      const people = readPeople(words, asking);
      if (people.outcome !== 'understood') return people.outcome;
      const [only, ...others] = people.value.people;
      if (others.length === 0 && only?.role) value.role = only.role;
      const named = people.value.people.map(({ name, role }) =>
        role && others.length > 0 ? `${name} (${role})` : name,
      );
      value.who = others.length > 0 ? named : only?.name;
      if (people.value.place) value.where = people.value.place;
      continue;
    }
    const reading = readKind(spec, words, asking);
    if (reading.outcome !== 'understood') return reading.outcome;
    value[spec.name] = String(reading.value);
  }
  return { understood: sorted(value) };
}

export const logWords: Kind = {
  name: 'log words',
  cases: corpus('log words').map(one => ({ ...one, is: one.is.startsWith('{') ? sorted(JSON.parse(one.is)) : one.is })),
  bar: 0.85,
  read: ({ said }) => entryOf(typedCall(log, 'log', said, asking)),
};
