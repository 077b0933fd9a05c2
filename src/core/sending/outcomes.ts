import type { Ledger, Outcome } from '../ports/ledger.ts';

interface RecordedOutcome {
  id: string;
  outcome: Outcome;
}

/** Records outcomes together with those that came while the last ones were being written. */
export function createOutcomes(ledger: Pick<Ledger, 'recordOutcomes'>) {
  let gathered: RecordedOutcome[] = [];
  let writing: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;

  function all(outcomes: RecordedOutcome[]): Promise<void> {
    if (outcomes.length === 0) return Promise.resolve();
    gathered.push(...outcomes);
    next ??= writing
      .catch(() => {})
      .then(() => {
        const batch = gathered;
        gathered = [];
        next = undefined;
        writing = ledger.recordOutcomes(batch);
        return writing;
      });
    return next;
  }
  return { all, settle: (id: string, outcome: Outcome) => all([{ id, outcome }]) };
}
