/** Small helpers for sentences that a person reads. */

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** "two people", "one person", "no people"; figures above ten. */
export function count(amount: number, one: string, many: string): string {
  return `${numbers[amount] ?? amount} ${amount === 1 ? one : many}`;
}

/** "A", "A and B", "A, B and C"; above `most`, "A, B, C and four more". */
export function list(names: readonly string[], most = 4): string {
  if (names.length > most) {
    const shown = most - 1;
    const more = names.length - shown;
    return `${names.slice(0, shown).join(', ')} and ${numbers[more] ?? more} more`;
  }
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** The first letter large, as at the start of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** With a full stop, unless it has an end of its own: a title that asks stays a question. */
export const fullStop = (text: string): string => (/[.?!…]$/.test(text) ? text : `${text}.`);

type Part = string | false | null | undefined;

/** "Dr. Patel, attending, Lakeside": the parts that there are, with commas. */
export const parts = (...all: Part[]): string => all.filter(Boolean).join(', ');

/** " (attending, Lakeside)" behind a name; nothing where there is no part. */
export const aside = (...all: Part[]): string => (all.some(Boolean) ? ` (${parts(...all)})` : '');

/** The first letter small, as in the middle of one. */
export function uncapital(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
