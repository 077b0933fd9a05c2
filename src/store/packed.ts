/** How a value that JSON does not know is written: its kind in a key that no other value of ours has. */
const KIND = '$kind';

/** As JSON that keeps Temporal's days and instants and Dates what they are. */
export const pack = (value: unknown): string => JSON.stringify(toPlain(value));

/** Reads what {@link pack} wrote; the caller says what it was. */
export const unpack = <Value>(json: string): Value => JSON.parse(json, revive);

function toPlain(value: unknown): unknown {
  if (value instanceof Date) return { [KIND]: 'date', text: value.toISOString() };
  if (value instanceof Temporal.Instant) return { [KIND]: 'instant', text: value.toString() };
  if (value instanceof Temporal.PlainDate) return { [KIND]: 'day', text: value.toString() };
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toPlain(inner)]));
}

function revive(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !(KIND in value) || !('text' in value)) return value;
  const text = String(value.text);
  if (value[KIND] === 'date') return new Date(text);
  return value[KIND] === 'instant' ? Temporal.Instant.from(text) : Temporal.PlainDate.from(text);
}
