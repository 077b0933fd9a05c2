import { expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { parseAction } from '../../src/content/action.ts';
import { content } from '../support/content.ts';
import { banned, bannedIn, gradeOf, isWord, misspelledIn, textsOf, tooLongToPage, wordCount } from './prose.ts';

// The texts that ship with the bot. That each check can fail is shown in prose.test.ts and load.test.ts.
const { advice, tips, topics, search } = content;
const texts = textsOf(content);

test('every text is read at or below grade 10', () => {
  const grades = texts.map(({ name, text }) => ({ name, grade: gradeOf(text) }));
  expect(grades.filter(({ grade }) => grade > 10)).toEqual([]);
});

test('no text says what is banned', () => {
  expect(texts.flatMap(text => bannedIn(text, banned).map(found => `${text.name}: ${found}`))).toEqual([]);
});

test('every text is spelled as in the US', () => {
  expect(texts.flatMap(text => misspelledIn(text, isWord).map(word => `${text.name}: ${word}`))).toEqual([]);
});

test('every piece has 60 to 280 words', () => {
  const counts = [...advice.values()].map(({ id, answer, body }) => ({ id, words: wordCount(`${answer} ${body}`) }));
  expect(counts.filter(({ words }) => words < 60 || words > 280)).toEqual([]);
});

test('every text can be paged between its paragraphs', () => {
  expect(texts.flatMap(({ name, text }) => tooLongToPage(text).map(start => `${name}: ${start}`))).toEqual([]);
});

test('every topic has a piece', () => {
  const used = new Set([...advice.values()].map(({ topic }) => topic));
  expect(topics.filter(({ id }) => !used.has(id)).map(({ id }) => id)).toEqual([]);
});

test('the options that a text gives a command are options of it', () => {
  const byName = new Map(commands.map(command => [command.name, command]));
  const wrong = [...advice.values(), ...tips.values()].flatMap(text => {
    const { command, options } = parseAction(text.do.call);
    const shape = byName.get(command)?.options.shape ?? {};
    return Object.keys(options)
      .filter(name => !(name in shape))
      .map(name => `${text.title}: ${command} ${name}=`);
  });
  expect(wrong).toEqual([]);
});

test('a title finds its piece', () => {
  const lost = [...advice.values()].filter(({ id, title }) => !search(title, 3).some(found => found.id === id));
  expect(lost.map(({ id }) => id)).toEqual([]);
});
