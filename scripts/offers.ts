import { offerTable, sayPair } from '../test/support/offerTable.ts';

/**
 * Prints what each card, nudge and draft says about an early offer, for every pair of applicant and program, as the
 * commands themselves answer: to be read line by line against the rules of the Match.
 */
for (const { pair, said } of await offerTable()) {
  const heading = sayPair(pair);
  console.log(`\n${'='.repeat(heading.length)}\n${heading}\n${'='.repeat(heading.length)}`);
  for (const { where, text } of said) console.log(`\n-- ${where}\n${text.trim()}`);
}
