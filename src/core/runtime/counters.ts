/**
 * What is counted as it happens, by what, and how `/readyz` says it where it is a trouble. Labels are kinds: never
 * anybody's words, name or id.
 */
export const counted = {
  refusals: {
    help: 'What a platform said no to',
    labels: ['platform', 'call', 'kind'],
    trouble: (platform: string, call: string, kind: string) => `${platform} refused ${call}: ${kind}`,
  },
  strays: {
    help: 'Errors that nothing caught',
    labels: ['kind'],
    trouble: (kind: string) => `stray.${kind}`,
  },
  deliveries: {
    help: 'What became of messages that were due: sent, undelivered, skipped, or due, waiting or sending again',
    labels: ['platform', 'state'],
  },
} as const;

export type CountedEvent = keyof typeof counted;
type Strings<Labels extends readonly string[]> = { [Label in keyof Labels]: string };
type Values<Event extends CountedEvent> = Strings<(typeof counted)[Event]['labels']>;

/** How often what has happened since the start. */
export interface Counters {
  /**
   * @param values of the event's labels, in their order
   * @returns how often with this time
   */
  count<Event extends CountedEvent>(event: Event, ...values: Values<Event>): number;
  of(event: CountedEvent): readonly { values: readonly string[]; count: number }[];
  /** What went wrong, in words. */
  troubles(): Record<string, number>;
}

/** A platform's own word is a kind; what looks like an id, or a sentence, is none. */
const kindOf = (value: string): string => (value.length > 60 || /\d{6}/.test(value) ? 'other' : value);

export function createCounters(): Counters {
  const counts = new Map<string, { event: CountedEvent; values: readonly string[]; count: number }>();
  const of = (event: CountedEvent) => [...counts.values()].filter(one => one.event === event);
  return {
    count(event, ...given) {
      const values = given.map(kindOf);
      const key = JSON.stringify([event, ...values]);
      const count = (counts.get(key)?.count ?? 0) + 1;
      counts.set(key, { event, values, count });
      return count;
    },
    of,
    troubles: () =>
      Object.fromEntries([
        ...of('refusals').map(({ values: [platform = '', call = '', kind = ''], count }) => [
          counted.refusals.trouble(platform, call, kind),
          count,
        ]),
        ...of('strays').map(({ values: [kind = ''], count }) => [counted.strays.trouble(kind), count]),
      ]),
  };
}
