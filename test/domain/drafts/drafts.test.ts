import { describe, expect, test } from 'vitest';
import { type DraftTemplate, fillDraft, mayUseEarlyLine } from '../../../src/domain/drafts/drafts.ts';
import { applicantTypes, keysOf, markets } from '../../../src/domain/vocabulary.ts';

const ask = { label: 'Who it is', description: 'A name', from: 'contact' } as const;
const template: DraftTemplate = {
  asks: { person: { ...ask, required: true }, program: { ...ask, label: 'The Program', required: false } },
  body: 'Dear {person},\n\nThank you. I liked {program}. See you, {person}.\n\n{program} is good.',
};

describe('filling a draft', () => {
  test('puts what is known in its place and counts the words', () => {
    expect(fillDraft(template, { person: 'Dr. Rivera', program: 'Lakeside' })).toEqual({
      text: 'Dear Dr. Rivera,\n\nThank you. I liked Lakeside. See you, Dr. Rivera.\n\nLakeside is good.',
      words: 15,
      missing: [],
    });
  });

  test('leaves out a sentence, and a paragraph of nothing else, for which an optional answer is missing', () => {
    expect(fillDraft(template, { person: 'Ana', program: '  ' }).text).toBe('Dear Ana,\n\nThank you. See you, Ana.');
  });

  test('says what is missing, and shows it in brackets', () => {
    expect(fillDraft(template, { program: 'Lakeside' })).toMatchObject({
      text: expect.stringContaining('Dear [who it is],'),
      missing: ['person'],
    });
  });

  test('makes a sentence of an answer, with one period at its end and a capital at its start', () => {
    const body = '{person}. I am sorry.';
    expect(fillDraft({ ...template, body }, { person: 'i was late on Monday. ' }).text).toBe(
      'I was late on Monday. I am sorry.',
    );
  });

  test('does not read an answer as a template', () => {
    expect(fillDraft(template, { person: '{program} $& Smith', program: 'Lakeside' }).text).toContain(
      'Dear {program} $& Smith,',
    );
  });
});

test('the early-offer line is only for a program outside the Match and somebody who may accept', () => {
  const types = [undefined, null, ...keysOf(applicantTypes)];
  const places = [undefined, ...keysOf(markets)];
  const may = types.flatMap(type =>
    places.filter(market => mayUseEarlyLine(type, market).may).map(market => [type, market]),
  );
  expect(may).toEqual([
    ['img', 'outside'],
    ['graduate', 'outside'],
  ]);
});

test('the reason names what stands in the way, the program first', () => {
  expect(mayUseEarlyLine('us-md', 'inside').reason).toContain('a program in the Match');
  expect(mayUseEarlyLine('us-do', 'outside').reason).toContain('US senior');
  expect(mayUseEarlyLine('img', undefined).reason).toContain('known to fill its positions outside');
  expect(mayUseEarlyLine(null, 'outside').reason).toContain('your applicant type');
});
