/** What a list of ours has under a word from outside; nothing for `constructor` and whatever else every object has. */
export const own = <Value>(list: Readonly<Record<string, Value>>, word: string): Value | undefined =>
  Object.hasOwn(list, word) ? list[word] : undefined;
