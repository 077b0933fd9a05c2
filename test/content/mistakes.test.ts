import { expect, test } from 'vitest';
import { loadContent } from '../../src/content/load.ts';
import { ContentError } from '../../src/content/mistakes.ts';
import { calls, contentFolder, friends, practice, tip } from './fixtures.ts';

/** What loading a folder complains about, a line each. */
async function mistakesOf(other: Record<string, string | Buffer | undefined>, commands?: string[]): Promise<string[]> {
  const shipped = await contentFolder(other);
  const error = await loadContent({ shipped, commands }).catch((error: unknown) => error);
  if (!(error instanceof ContentError)) throw new Error('nothing was wrong with it');
  return error.message.split('\n').slice(1);
}

test('every mistake is named at once, with its file, line and field', async () => {
  expect(
    await mistakesOf({
      'advice/calls.md': calls.replace('label: Log who saw you', `label: ${'x'.repeat(41)}`).replace('S2]', 'S250]'),
      'advice/friends.md': friends.replace('topic: network\n', ''),
    }),
  ).toEqual([
    'advice/calls.md:8 do.label: at most 40 characters',
    'advice/calls.md:9 covers.1: should be a number of the checklist, such as S42',
    'advice/friends.md:2 topic: missing',
  ]);
});

const broken: [string, Record<string, string | Buffer | undefined>, string][] = [
  ['no front matter', { 'advice/friends.md': 'Hello.\n' }, 'advice/friends.md:1: begins with front matter between'],
  [
    'front matter that is no YAML',
    { 'advice/friends.md': friends.replace('[calls]', '[calls') },
    'advice/friends.md:5: ',
  ],
  [
    'a field that is not known',
    { 'advice/friends.md': friends.replace('title:', 'titel:') },
    'advice/friends.md:2 titel: no such field',
  ],
  [
    'a title that is too long',
    { 'advice/friends.md': friends.replace('People', 'x'.repeat(60)) },
    'advice/friends.md:2 title: at most 60 characters',
  ],
  [
    'a stranger to a closed list',
    { 'advice/calls.md': calls.replace('[img]', '[imgs]') },
    'advice/calls.md:4 for.0: should be one of img, us-md',
  ],
  [
    'a list that is none',
    { 'advice/calls.md': calls.replace('[img]', 'img') },
    'advice/calls.md:4 for: should be a list',
  ],
  [
    'something twice',
    { 'advice/calls.md': calls.replace('S2', 'S1') },
    'advice/calls.md:9 covers: something is named twice',
  ],
  [
    'a topic that is not there',
    { 'advice/calls.md': calls.replace('topic: timing', 'topic: time') },
    'advice/calls.md:3 topic: there is no topic "time"',
  ],
  [
    'a related piece that is not there',
    { 'advice/calls.md': calls.replace('[friends]', '[friend]') },
    'advice/calls.md:6 related.0: there is no piece "friend"',
  ],
  [
    'a piece related to itself',
    { 'advice/calls.md': calls.replace('[friends]', '[calls]') },
    'advice/calls.md:6 related.0: is the piece itself',
  ],
  ['nothing related', { 'advice/calls.md': calls.replace('[friends]', '[]') }, 'advice/calls.md:6 related: at least 1'],
  [
    'a call that cannot be read',
    { 'advice/calls.md': calls.replace('call: log', 'call: log who') },
    'advice/calls.md:8 do.call: "who" is not an option',
  ],
  [
    'a call of a command that is not there',
    { 'advice/calls.md': calls.replace('call: log', 'call: logs') },
    'advice/calls.md:8 do.call: there is no command "logs"',
  ],
  [
    'a call of a piece that is not there',
    { 'advice/friends.md': friends.replace('piece=calls', 'piece=call') },
    'advice/friends.md:5 do.call: there is no piece "call"',
  ],
  [
    'a call of a topic that is not there',
    { 'advice/friends.md': friends.replace('piece=calls', 'topic=calls') },
    'advice/friends.md:5 do.call: there is no topic "calls"',
  ],
  ['a name that is no id', { 'advice/My_piece.md': friends }, 'advice/My_piece.md: a file name has lower-case words'],
  ['a file that is no text', { 'advice/notes.txt': 'x' }, 'advice/notes.txt: the texts here end in .md'],
  [
    'a folder that is named as a text',
    { 'advice/friends.md': undefined, 'advice/friends.md/x.md': friends },
    "advice/friends.md: the file can't be read (EISDIR)",
  ],
  ['bytes that are not UTF-8', { 'advice/friends.md': Buffer.from([0xff, 0xfe]) }, 'advice/friends.md: not in UTF-8'],
  [
    'an answer that is too long',
    { 'advice/friends.md': friends.replace('enough', 'x'.repeat(200)) },
    'advice/friends.md:7 body: the answer has 225 characters: at most 200',
  ],
  [
    'a body that begins with a list',
    { 'advice/friends.md': friends.replace('Two or', '- Two or') },
    'advice/friends.md:7 body: begins with the answer',
  ],
  ['a heading', { 'advice/friends.md': friends.replace('Ask', '# Ask') }, 'advice/friends.md:9 body: no headings'],
  [
    'a break in a piece',
    { 'advice/friends.md': friends.replace('Ask', '---\n\nAsk') },
    'advice/friends.md:7 body: has 1 breaks (a line of ---): there should be 0',
  ],
  ['a week without a tip', { 'tips/07.md': undefined }, 'tips: no tip for week 07'],
  [
    'a tip in the wrong file',
    { 'tips/07.md': tip(8) },
    'tips/07.md:7 body: is the tip of week 8, but the file is 07.md',
  ],
  [
    'a tip of another phase',
    { 'tips/07.md': tip(7).replace('preparation', 'late') },
    'tips/07.md:3 phase: week 7 is in preparation',
  ],
  [
    'a tip before a day that counts from nothing',
    { 'tips/07.md': tip(7).replace('title', 'before: { from: match-dya, days: 0 }\ntitle') },
    'tips/07.md:4 before: A rule of the season counts from match-dya, which is no event',
  ],
  [
    'a date that no event has',
    { 'tips/07.md': tip(7).replace('This week', 'On {match-dya}').replace('title', 'match: true\ntitle') },
    'tips/07.md:2 body: there is no event "match-dya" in the season',
  ],
  [
    'a date that is a guess',
    { 'tips/07.md': tip(7).replace('This week', 'On {soap-offers}').replace('title', 'match: true\ntitle') },
    'tips/07.md:2 body: the day of "soap-offers" is a guess, and is never said',
  ],
  [
    'a date of the Match in a tip that all communities get',
    { 'tips/07.md': tip(7).replace('This week', 'On {match-day}') },
    'tips/07.md:2 match: is true where a date of the Match is named',
  ],
  [
    'a button that says what someone would say',
    { 'tips/07.md': tip(7).replace('call: log', 'call: log they=good') },
    'tips/07.md:5 do.call: a button of log does not say they= for the person',
  ],
  [
    'a tip that is too long',
    { 'tips/07.md': tip(7).replace('name', 'x'.repeat(680)) },
    'tips/07.md:7 body: has 707 characters: at most 700',
  ],
  [
    'a tip of many paragraphs',
    { 'tips/07.md': `${tip(7)}\nA\n\nB\n\nC\n` },
    'tips/07.md:7 body: has 4 paragraphs: at most 3',
  ],
  ['a tip that says nothing', { 'tips/07.md': tip(7).replace(/This.*\n/, '') }, 'tips/07.md:7 body: empty'],
  [
    'two best choices',
    { 'scenarios/two.md': practice.replace('costly', 'best') },
    'scenarios/two.md:4 choices: one choice is the best',
  ],
  [
    'a route on which nothing was heard',
    { 'scenarios/two.md': practice.replace('  former: Nothing.\n', '') },
    'scenarios/two.md:7 heard.former: missing',
  ],
  [
    'a practice case that is not parted',
    { 'scenarios/two.md': practice.replace('\n---\n\nThe', '\nThe') },
    'scenarios/two.md:14 body: has 0 breaks (a line of ---): there should be 1',
  ],
  [
    'a practice case without an end',
    { 'scenarios/two.md': practice.replace('The second was known.\n', '') },
    'scenarios/two.md:14 body: has nothing on one side',
  ],
  [
    "a practice case with a piece's name",
    { 'scenarios/calls.md': practice },
    'scenarios/calls.md: there is a piece "calls" too',
  ],
  ['no topics', { 'topics.yaml': undefined }, 'topics.yaml: there is no such file'],
  [
    'a topic without a title',
    { 'topics.yaml': '- { id: timing, description: x }\n' },
    'topics.yaml:1 0.title: missing',
  ],
];

test.each(broken)('%s is a mistake', async (_, other, expected) => {
  const mistakes = await mistakesOf(other, ['log', 'advice']);
  expect(mistakes).toContainEqual(expect.stringContaining(expected));
});

test('one mistake in a piece causes none in those that point at it', async () => {
  expect(await mistakesOf({ 'advice/friends.md': friends.replace('title: People', 'titel: People') })).toEqual([
    'advice/friends.md:2 title: missing',
    'advice/friends.md:2 titel: no such field',
  ]);
});
