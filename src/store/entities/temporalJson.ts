/** How a value that JSON does not know is written: its kind in a key that no other value of ours has. */
const KIND = '$kind';

/** What JSON does not know: all of them write themselves as text. */
const types: Record<string, { type: new (...parts: never[]) => { toJSON(): string }; from(text: string): unknown }> = {
  date: { type: Date, from: text => new Date(text) },
  instant: { type: Temporal.Instant, from: Temporal.Instant.from },
  day: { type: Temporal.PlainDate, from: Temporal.PlainDate.from },
  time: { type: Temporal.PlainTime, from: Temporal.PlainTime.from },
  'local-time': { type: Temporal.PlainDateTime, from: Temporal.PlainDateTime.from },
};

/** As JSON that keeps Temporal's days, times and instants and Dates what they are. */
export const toTemporalJson = (value: unknown): string => JSON.stringify(toPlain(value));

/** Reads what {@link toTemporalJson} wrote; the caller says what it was. */
export const fromTemporalJson = <Value>(json: string): Value => JSON.parse(json, revive);

function toPlain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value !== 'object' || value === null) return value;
  for (const [kind, { type }] of Object.entries(types))
    if (value instanceof type) return { [KIND]: kind, text: value.toJSON() };
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toPlain(inner)]));
}

function revive(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !(KIND in value) || !('text' in value)) return value;
  return types[String(value[KIND])]?.from(String(value.text)) ?? value;
}
