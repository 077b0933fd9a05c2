import type { Ledger, Outcome } from '../ports/ledger.ts';

interface Settled {
  id: string;
  outcome: Outcome;
}

/** Records outcomes together with those that came while the last ones were being written. */
export function createSettling(ledger: Pick<Ledger, 'settle'>) {
  let gathered: Settled[] = [];
  let writing: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;

  function all(outcomes: Settled[]): Promise<void> {
    if (outcomes.length === 0) return Promise.resolve();
    gathered.push(...outcomes);
    next ??= writing
      .catch(() => {})
      .then(() => {
        const batch = gathered;
        gathered = [];
        next = undefined;
        writing = ledger.settle(batch);
        return writing;
      });
    return next;
  }
  return { all, settle: (id: string, outcome: Outcome) => all([{ id, outcome }]) };
}
