import { expect, test } from 'vitest';
import { parseAction } from '../../src/content/action.ts';

test.each([
  ['log', { command: 'log', options: {} }],
  ['advice piece=the-four-routes', { command: 'advice', options: { piece: 'the-four-routes' } }],
  [
    'log they=at-once  where="Ward 4, nights"',
    { command: 'log', options: { they: 'at-once', where: 'Ward 4, nights' } },
  ],
  ['my-data note=""', { command: 'my-data', options: { note: '' } }],
])('%s is read', (text, expected) => {
  expect(parseAction(text)).toEqual(expected);
});

test.each([
  ['', '"" does not begin with a command, such as: log'],
  ['/log', '"/log" does not begin with a command, such as: log'],
  ['log who', '"who" is not an option, such as: topic=network'],
  ['log who=', '"who=" is not an option, such as: topic=network'],
  ['log who="Dr', '"who="Dr" is not an option, such as: topic=network'],
  ['log who=a who=b', '"who" is given twice'],
])('%j is no call, and the message says why', (text, message) => {
  expect(() => parseAction(text)).toThrow(message);
});
