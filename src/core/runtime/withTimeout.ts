/** What the work gives, or `otherwise` where it fails or takes longer. */
export async function withTimeout<T, U>(milliseconds: number, work: Promise<T>, otherwise: U): Promise<T | U> {
  const { promise: late, resolve } = Promise.withResolvers<U>();
  const timer = setTimeout(resolve, milliseconds, otherwise);
  return Promise.race([work.catch(() => otherwise), late]).finally(() => clearTimeout(timer));
}
