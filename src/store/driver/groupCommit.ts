/** What is done waits no longer than this for others to be committed with it. */
const LONGEST_MS = 5;

/**
 * Transactions that stand in line anyway are committed together: one flush to the disk for all of them, where one for
 * each would let a slow disk answer no more people than it flushes in a second. Each is a savepoint of its own, which
 * is rolled back alone, and none is acknowledged before the disk has all of them.
 *
 * Only who has the turn at the connection calls this.
 * @param run runs a statement on the connection
 * @param othersWait whether somebody stands in line for the connection
 */
export function createGroupCommit(run: (sql: string) => Promise<unknown>, othersWait: () => boolean) {
  let open: { since: number; ended: PromiseWithResolvers<void> } | undefined;

  /** Commits what is open. Where that fails, everybody in it is told. */
  async function close(): Promise<void> {
    const closing = open;
    open = undefined;
    if (!closing) return;
    try {
      await run('COMMIT');
      closing.ended.resolve();
    } catch (error) {
      await run('ROLLBACK').catch(() => undefined); // SQLite may have rolled back by itself.
      closing.ended.reject(error);
    }
  }

  return {
    close,
    /** Begins a group where none is open. */
    async begin(): Promise<void> {
      if (open) return;
      await run('BEGIN IMMEDIATE');
      const ended = Promise.withResolvers<void>();
      // Each who waits for it is told; where nobody is left, nobody is.
      ended.promise.catch(() => undefined);
      open = { since: performance.now(), ended };
    },
    /** Resolves once what was done up to now is on the disk; rejects where it never will be. */
    ended: (): Promise<void> | undefined => open?.ended.promise,
    /** To be called at the end of each turn. */
    async settle(): Promise<void> {
      if (open && !(othersWait() && performance.now() - open.since < LONGEST_MS)) await close();
    },
  };
}
