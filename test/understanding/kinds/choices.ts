import { z } from 'zod';
import { option, optionSpecs } from '../../../src/core/commands/options.ts';
import { readKind } from '../../../src/core/commands/parse.ts';
import { applicantTypes, dimensions, stances } from '../../../src/domain/vocabulary.ts';
import { corpus, type Kind, outcomeOf } from '../kind.ts';

const words = { label: 'Which?', description: 'Which?' };
const asking = { now: Temporal.Instant.from('2026-10-14T17:00:00Z'), zone: 'UTC' };
const specs = optionSpecs(
  z.strictObject({
    stance: option.choice(words, stances),
    dimension: option.choice(words, dimensions),
    applicant: option.choice(words, applicantTypes),
    yes: option.boolean(words),
  }),
);

export const choices: Kind = {
  name: 'choices',
  cases: corpus('choices'),
  bar: 0.95,
  read({ said, where }) {
    const spec = specs.find(({ name }) => name === where?.of);
    if (!spec) throw new Error(`choices.yaml does not say of what "${said}" is`);
    return outcomeOf(readKind(spec, said, asking), String);
  },
};
