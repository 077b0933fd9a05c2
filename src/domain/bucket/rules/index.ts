import type { Bucket } from '../../vocabulary.ts';
import type { Facts } from '../facts.ts';
import { againstRules, honestRule, storyRule } from './against.ts';
import { ageRule, knownRules, safeRule } from './known.ts';
import { type BucketRule, hasStrongCover } from './rule.ts';

/** In the order of their numbers. Every row that holds is shown; the worst bucket among them is the result. */
export const bucketRules: readonly BucketRule[] = [
  ...againstRules,
  ...knownRules,
  storyRule,
  ageRule,
  honestRule,
  safeRule,
];

/** A row that holds, with the bucket that it leads to: a better one where strong cover carries it. */
export interface Holding {
  rule: BucketRule;
  bucket: Bucket;
  carried: boolean;
}

/** The rows that hold; the last one where no other does. */
export function rowsFor(facts: Facts): Holding[] {
  const holding = bucketRules.filter(rule => rule !== safeRule && rule.holds(facts));
  const [risky, ...others] = holding.filter(({ bucket }) => bucket === 'too-risky');
  const isCarried = others.length === 0 && risky?.carried?.(facts) === true && hasStrongCover(facts);
  return (holding.length > 0 ? holding : [safeRule]).map(rule =>
    rule === risky && isCarried
      ? { rule, bucket: 'rank-only', carried: true }
      : { rule, bucket: rule.bucket, carried: false },
  );
}

/** The worst bucket among the rows that hold. The search for moves asks this thousands of times. */
export function bucketOf(facts: Facts): Bucket {
  let risky: BucketRule | undefined;
  let worst: Bucket = 'safe';
  for (const rule of bucketRules) {
    if (rule === safeRule || !rule.holds(facts)) continue;
    if (rule.bucket !== 'too-risky') worst = 'rank-only';
    else if (risky) return 'too-risky';
    else risky = rule;
  }
  if (!risky) return worst;
  return risky.carried?.(facts) === true && hasStrongCover(facts) ? 'rank-only' : 'too-risky';
}
