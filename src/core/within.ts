/** What the work gives, or `otherwise` where it fails or takes longer. */
export async function within<T, U>(milliseconds: number, work: Promise<T>, otherwise: U): Promise<T | U> {
  const { promise: late, resolve } = Promise.withResolvers<U>();
  const timer = setTimeout(resolve, milliseconds, otherwise);
  return Promise.race([work.catch(() => otherwise), late]).finally(() => clearTimeout(timer));
}

/** What the work gives, unless the signal aborts first. @throws signal.reason */
export async function unlessAborted<T>(signal: AbortSignal | undefined, work: Promise<T>): Promise<T> {
  if (!signal) return work;
  // Given up, it may still fail later: nobody waits for that.
  work.catch(() => {});
  signal.throwIfAborted();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const give = () => reject(signal.reason);
  signal.addEventListener('abort', give, { once: true });
  return Promise.race([work, aborted]).finally(() => signal.removeEventListener('abort', give));
}
