/** An error without its message, which may hold what somebody wrote. */
export const errorName = (error: unknown) => ({
  error: error instanceof Error ? error.name : typeof error,
  code: (error as { code?: unknown } | null)?.code,
  at: framesOf(error)
    .filter(line => line.includes('/src/'))
    .slice(0, 3),
});

/** Where it was thrown, innermost first: what stands in the stack below the message, whose lines may look like it. */
export function framesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const { stack = '', message } = error;
  const at = stack.indexOf(message);
  // A message that was changed since is not told from the frames.
  if (at < 0) return [];
  return stack
    .slice(at + message.length)
    .split('\n')
    .filter(line => /^\s+at /.test(line));
}
