import type { Address, Notifier, Platform, Sent } from '../../src/core/ports/notifier.ts';

/** A platform that takes everything, at once, and remembers it by its key. */
export function createSink(platform: Platform, atOnce: number) {
  const taken = new Map<string, number>();
  let answers: ((address: Address, key: string) => Sent | undefined)[] = [];
  const notifier: Notifier = {
    platform,
    atOnce,
    async send(address, _card, key, signal) {
      signal?.throwIfAborted();
      for (const answer of answers) {
        const said = answer(address, key);
        if (said) return said;
      }
      taken.set(key, (taken.get(key) ?? 0) + 1);
      return { status: 'delivered', messageId: key };
    },
    findByKey: async (_, key) => (taken.has(key) ? { status: 'found', messageId: key } : { status: 'absent' }),
  };
  return {
    notifier,
    /** How often each key was taken. */
    taken,
    /** From now on sends are answered so, and not taken, where it says anything. */
    answer(say: (address: Address, key: string) => Sent | undefined) {
      answers = [say];
    },
    works() {
      answers = [];
    },
  };
}
