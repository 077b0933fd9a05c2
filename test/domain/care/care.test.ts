import dictionary from 'dictionary-en';
import nspell from 'nspell';
import { describe, expect, test } from 'vitest';
import { careFor } from '../../../src/domain/care/care.ts';
import { nearestCareWord } from '../../../src/domain/care/careSpelling.ts';
import { plainSpeech } from '../../../src/domain/care/plainSpeech.ts';
import fc from '../../support/properties.ts';

test.each([
  ['i want to kill myself', 'hard-week', 'self-harm'],
  ['cant do this anymore', 'hard-week', 'despair'],
  ['he grabbed my thigh', 'mistreated', 'assault'],
  ['she threatened to fail me', 'mistreated', 'threat'],
  ['he keeps asking me out on a date', 'mistreated', 'harassment'],
  ['told me to go back to my country', 'mistreated', 'discrimination'],
  ['she screamed at me', 'mistreated', 'humiliation'],
])('"%s" is heard as what it is', (said, card, because) => {
  expect(careFor(said)).toEqual({ card, because });
});

test('self-harm comes before everything else that the same words say', () => {
  for (const wrong of ['he touched me', 'she yelled at me in front of everyone', 'they called me a slur'])
    for (const said of [`${wrong}. i want to die`, `i want to die because ${wrong}`])
      expect(careFor(said)?.because).toBe('self-harm');
});

describe('what is typed in haste', () => {
  const typed = (said: string): fc.Arbitrary<string> =>
    fc.constantFrom(
      said,
      said.toUpperCase(),
      said.replaceAll(' ', '  '),
      `${said}!!!`,
      `${said}...`,
      `omg ${said}`,
      `hi. ${said} help`,
      said.replaceAll("'", '’'),
      said.replaceAll("'", ''),
      said.replaceAll(' ', '\n'),
    );
  const grave = ["i don't want to live", 'i want to die', 'kill myself', "i can't do this anymore", 'suicidal'];

  test('says the same', () => {
    fc.assert(
      fc.property(fc.constantFrom(...grave).chain(typed), said => {
        expect(careFor(said)?.card, said).toBe('hard-week');
      }),
    );
  });

  test.each([
    ['i wanna dieeee', 'i want to die'],
    ['I’m sooo done, u know', 'i am so done , you know'],
    ['k.m.s', 'kill myself'],
    ['su1c1de', 'suicide'],
    ['harrasment', 'harassment'],
  ])('"%s" is "%s" in full', (said, meant) => expect(plainSpeech(said)).toBe(meant));

  test('is never put right where it is a word of the dictionary', () => {
    const speller = nspell(Buffer.from(dictionary.aff), Buffer.from(dictionary.dic));
    const stems = Buffer.from(dictionary.dic).toString().split('\n').slice(1);
    const words = stems.map(line => line.split('/')[0]?.toLowerCase() ?? '');
    const endings = ['', 's', 'ed', 'd', 'ing', 'er', 'ers', 'ly', 'es'];
    const wrong = words
      .flatMap(word => endings.map(ending => word + ending))
      .filter(word => nearestCareWord(word) !== undefined && speller.correct(word));
    expect(wrong).toEqual([]);
  });
});

test('no text takes long, whatever it repeats', () => {
  careFor('warm');
  for (const part of ['a', '9', ' ', 'i am so ', 'he she me ', 'want to ', 'she said i was ', 'die ', 'and '])
    for (const [length, most] of [
      [1000, 50],
      [10_000, 500],
    ] as const) {
      const said = part.repeat(length / part.length);
      careFor(said);
      const before = process.cpuUsage();
      careFor(said);
      expect(process.cpuUsage(before).user / 1000, `${length} of "${part}"`).toBeLessThan(most);
    }
});

test('of any text it says something or nothing, and never fails', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), said => void careFor(said)));
});
