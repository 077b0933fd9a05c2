// npm run bench:understanding [kind] [--all]: how much of what people say is right, asked, refused and wrong.
import { type Measured, measure, type Verdict } from '../understanding/kind.ts';
import { kinds } from '../understanding/kinds/index.ts';

const [wanted, ...flags] = process.argv.slice(2);
const showsAll = [wanted, ...flags].includes('--all');
const verdicts: readonly Verdict[] = ['right', 'asked', 'refused', 'wrong', 'missed', 'false'];
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

const table: Record<string, Record<string, string | number>> = {};
const all: Measured[] = [];
for (const kind of kinds.filter(({ name }) => !wanted || wanted === '--all' || name === wanted)) {
  const started = performance.now();
  const measured = await measure(kind);
  const milliseconds = performance.now() - started;
  const count = (verdict: Verdict) => measured.filter(one => one.verdict === verdict).length;
  table[kind.name] = {
    inputs: measured.length,
    ...Object.fromEntries(verdicts.map(verdict => [verdict, count(verdict)])),
    share: percent(count('right'), measured.length),
    bar: percent(kind.bar, 1),
    'ms each': Number((milliseconds / measured.length).toFixed(2)),
  };
  all.push(...measured);
}
console.table(table);
console.log(`${all.length} inputs, ${all.filter(({ verdict }) => verdict === 'wrong').length} wrong`);
if (showsAll)
  for (const { one, outcome, verdict } of all.filter(one => one.verdict !== 'right'))
    console.log(`${verdict}: ${one.said} -> ${JSON.stringify(outcome)}, not ${one.is}`);
