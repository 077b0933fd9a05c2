import { expect, test } from 'vitest';
import { codeBlock } from '../../../src/doors/discord/escape.ts';

test('text to copy stays as it is, and cannot end the block that it stands in', () => {
  expect(codeBlock('Dear *Dr. Patel*,\n<@1>')).toBe('```\nDear *Dr. Patel*,\n<@1>\n```');
  const fences = (text: string) => text.match(/```/g)?.length;
  for (const text of ['```\n@everyone', '````', '``````js']) expect([text, fences(codeBlock(text))]).toEqual([text, 2]);
});
