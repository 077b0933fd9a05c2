// node test/bench/times.ts: how long the reader of time takes for 1,000 characters, the worst that are known among them.
import { findTime } from '../../src/domain/time/findTime.ts';
import { readWhen } from '../../src/domain/time/readWhen.ts';

const asking = { now: Temporal.Instant.from('2026-10-14T19:00:00Z'), zone: 'America/Chicago' };
const LENGTH = 1000;
/** A reading is to take less, in milliseconds. */
const MOST = 5;

const repeated = [
  '1 ',
  '1-',
  '1/1/',
  'nov ',
  '12 nov - ',
  'in ',
  'every second ',
  'the first of ',
  'twenty-one ',
  'half past ',
  '1 hour and ',
  'a couple of ',
  'my a ',
  'the night before my interview at a ',
  '9:00-',
  'utc-',
  '(',
  '😀',
  '\u0301',
  'email Dr. Patel tomorrow at 9am, ',
];

/** The best of several runs, in milliseconds: what other work takes is not counted. */
function best(run: () => unknown): number {
  const times = Array.from({ length: 9 }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
  return Math.min(...times);
}

const texts = repeated.map(part => part.repeat(Math.ceil(LENGTH / part.length)).slice(0, LENGTH));
for (const text of texts) findTime(text, asking);
const usual = best(() => readWhen('tomorrow 5 pm ET', asking));
const rows = texts.map(text => {
  const milliseconds = best(() => findTime(text, asking));
  return { text: text.slice(0, 24), milliseconds, ratio: milliseconds / usual };
});
const round = (value: number): number => Number(value.toFixed(2));
console.table(
  rows.map(({ text, milliseconds, ratio }) => ({ text, milliseconds: round(milliseconds), ratio: Math.round(ratio) })),
);
const worst = Math.max(...rows.map(({ milliseconds }) => milliseconds));
console.log(
  `"tomorrow 5 pm ET" takes ${round(usual)} ms; the worst of ${LENGTH} characters ${round(worst)} ms, of ${MOST} at most`,
);
