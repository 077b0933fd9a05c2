import { describe, expect, test } from 'vitest';
import { log } from '../../../src/commands/log/log.ts';
import { optionSpecs } from '../../../src/core/commands/options.ts';
import { readWords } from '../../../src/core/commands/words.ts';

const specs = optionSpecs(log.options);
const read = (text: string) => readWords(text, specs);

describe('words after a command', () => {
  const cases: [string, Record<string, string>][] = [
    ['', {}],
    ['Dr. Patel', { who: 'Dr. Patel' }],
    ['Dr. Patel they:good', { who: 'Dr. Patel', they: 'good' }],
    ['they=good when="last Tue" Dr. Patel', { who: 'Dr. Patel', they: 'good', when: 'last Tue' }],
    ['who="night nurse, 4W" they:at-once', { who: 'night nurse, 4W', they: 'at-once' }],
    ['"Dr. Patel"', { who: 'Dr. Patel' }],
    ['Dr. Patel (ICU: nights)', { who: 'Dr. Patel (ICU: nights)' }],
    ['Kim http://a.example', { who: 'Kim http://a.example' }],
  ];
  for (const [text, options] of cases) test(text || 'nothing', () => expect(read(text)).toEqual(options));

  test('a name with = that is no option is told, with those there are', () => {
    expect(() => read('Dr. Patel mood=3')).toThrow('There is no option "mood" here. The options are: who, they, role');
  });
  test('words that belong nowhere are not lost in silence', () => {
    expect(() => read('who:Kim and somebody else')).toThrow('I couldn’t place "and somebody else"');
  });
});
