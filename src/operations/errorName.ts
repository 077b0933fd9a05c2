/** An error without its message, which may hold what somebody wrote. */
export const errorName = (error: unknown) => ({
  error: error instanceof Error ? error.name : typeof error,
  code: (error as { code?: unknown } | null)?.code,
  at: framesOf(error)
    .filter(line => line.includes('/src/'))
    .slice(0, 3),
});

/** Where it was thrown, innermost first. */
export const framesOf = (error: unknown): string[] =>
  error instanceof Error ? (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line)) : [];
