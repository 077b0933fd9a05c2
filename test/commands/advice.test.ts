import { afterAll, describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import type { Piece } from '../../src/content/types.ts';
import type { Answer } from '../../src/core/ports/request.ts';
import { content } from '../support/content.ts';
import { labelsOf, type Member, startCore, textOf } from '../support/member.ts';

const core = await startCore(commands);
const { advice, topics, scenarios } = content;
afterAll(core.stop);

/** What can be chosen or tapped on a card, by its label. */
const offered = (answer: Answer): string[] => [
  ...labelsOf(answer),
  ...answer.card.blocks.flatMap(block => (block.type === 'select' ? block.choices.map(({ label }) => label) : [])),
];
const titleOf = (id: string): string => advice.get(id)?.title ?? '';

async function applicant(type: string): Promise<Member> {
  const member = core.member(type);
  await member.say('settings', { type });
  return member;
}

test('every topic lists all its pieces, and every piece opens with its answer and its button', async () => {
  const img = await applicant('img');
  const listed = new Set<string>();
  for (const topic of topics) {
    const menu = await img.choose(await img.say('advice'), 'Browse by topic', topic.title);
    for (const label of offered(menu)) listed.add(label);
  }
  const practice = [...advice.values()].filter(({ topic }) => topic === 'practice');
  const pieces = [...advice.values()].filter(piece => !practice.includes(piece));
  expect(pieces.filter(({ title }) => !listed.has(title)).map(({ id }) => id)).toEqual([]);
  const wrong: string[] = [];
  for (const piece of advice.values()) {
    const shown = await img.say('advice', { piece: piece.id });
    const whole = textOf(shown).includes(piece.answer.replaceAll('**', '')) && labelsOf(shown).includes(piece.do.label);
    if (!whole) wrong.push(piece.id);
  }
  expect(wrong).toEqual([]);
});

test.each([
  ['thnak you noets', 'thank-you-notes'],
  ['nigth nurse', 'everyone-on-the-team-counts'],
  ['apologise', 'how-to-apologize'],
  ['harrasment', 'mistreated'],
  ['suicidal', 'a-hard-week'],
  ['visa', 'before-you-accept-an-offer'],
])('"%s" finds the right piece', async (search, id) => {
  const member = core.member('searcher');
  const found = await member.say('advice', { search });
  expect([found.card.title, ...offered(found)]).toContain(titleOf(id));
});

test('what nothing matches says so, leads to the two nearest topics, and is counted', async () => {
  const nothing = await core.member('searcher').say('advice', { search: 'where to buy a suit' });
  expect(nothing.card.title).toBe('Nothing on that yet');
  expect(labelsOf(nothing)).toHaveLength(3);
  const topic = await core.member('searcher').tap(nothing, labelsOf(nothing)[0] ?? '');
  expect(topics.map(({ title }) => title)).toContain(topic.card.title);
  await core.member('another').say('advice', { search: 'Where to buy a suit?' });
  expect(await core.store.questions.list()).toMatchObject([{ words: 'where to buy a suit', times: 2 }]);
});

test.each([
  'does okonkwo zzyzx',
  'dr zzyzx xqzzy',
  'zzyzx 216-555-0144',
  'pt john zzyzx',
  'xqzzy@example.com zzyzx',
  'zzyzx xqzzy '.repeat(8),
  'Pemberton zzyzx',
])('nothing is kept of "%s", which could lead to somebody', async search => {
  const member = core.member('keeper');
  await member.say('people', { do: 'save', name: 'Xu Pemberton', role: 'nurse' });
  const before = await core.store.questions.list();
  expect((await member.say('advice', { search: search.trim() })).card.title).toBe('Nothing on that yet');
  expect(await core.store.questions.list()).toEqual(before);
});

test('a title that asks keeps its question mark alone', async () => {
  const found = await core.member('searcher').say('advice', { topic: 'faq' });
  expect(textOf(found)).not.toContain('?.');
});

test('pieces and topics are suggested as one types', async () => {
  const member = core.member('typist');
  const suggested = await member.suggest('advice', 'search', 'apolo');
  expect(suggested.map(({ label }) => label)).toContain(titleOf('how-to-apologize'));
  expect(await member.suggest('advice', 'topic', 'hard')).toEqual([
    { label: 'Hard weeks and mistreatment', value: 'care' },
  ]);
});

describe('the line about an early offer', () => {
  const early = 'follow-up-outside-the-match';

  test.each(['us-md', 'us-do'])('is offered nowhere to somebody who is %s', async type => {
    const senior = await applicant(type);
    const seen: string[] = [];
    for (const id of advice.keys()) seen.push(...offered(await senior.say('advice', { piece: id })));
    for (const { id } of topics) seen.push(...offered(await senior.say('advice', { topic: id })));
    for (const search of ['early offer line', titleOf(early)])
      seen.push(...offered(await senior.say('advice', { search })));
    for (const text of ['', 'early offer'])
      seen.push(...(await senior.suggest('advice', 'search', text)).map(({ label }) => label));
    expect(seen).not.toContain(titleOf(early));
    const opened = await senior.say('advice', { piece: early });
    expect(textOf(opened)).toContain('only for IMGs and earlier US graduates');
    expect(textOf(opened)).not.toContain('seriously consider');
    expect(labelsOf(opened)).toContain(titleOf('follow-up-briefly'));
  });

  test('waits until it is known who asks', async () => {
    const opened = await core.member('nobody yet').say('advice', { piece: early });
    expect(textOf(opened)).not.toContain('seriously consider');
    expect(labelsOf(opened)).toContain('Say which applicant you are');
  });

  test('is there for those who may accept one', async () => {
    const graduate = await applicant('graduate');
    expect(textOf(await graduate.say('advice', { piece: early }))).toContain('seriously consider');
    expect(offered(await graduate.say('advice', { piece: 'follow-up-briefly' }))).toContain(titleOf(early));
  });
});

test('related pieces are those for this person', async () => {
  const img = await applicant('img');
  const isOther = ({ for: whom }: Piece) => whom.length > 0 && !whom.includes('img');
  const others = [...advice.values()].filter(isOther).map(({ title }) => title);
  expect(others.length).toBeGreaterThan(0);
  for (const { id } of advice.values()) {
    const shown = offered(await img.say('advice', { piece: id }));
    expect(shown.filter(label => others.includes(label))).toEqual([]);
  }
});

test('every practice case is decided first, and then says what the director heard on each route', async () => {
  const member = core.member('learner');
  expect(scenarios.size).toBeGreaterThanOrEqual(8);
  const cases = await member.say('advice', { topic: 'practice' });
  expect(offered(cases)).toEqual(expect.arrayContaining([...scenarios.values()].map(({ title }) => title)));
  for (const { id, title, choices, heard } of scenarios.values()) {
    const opened = await member.choose(cases, 'Open a case', title);
    expect(textOf(opened)).not.toContain(heard.directors);
    for (const { label, why } of choices) {
      const outcome = textOf(await member.tap(opened, label));
      expect(outcome, id).toContain(why);
      for (const sentence of Object.values(heard)) expect(outcome, id).toContain(sentence);
    }
  }
});

describe('where a card is hard, somebody to turn to is offered', () => {
  test('after a warning', async () => {
    const member = core.member('warned');
    const logged = await member.say('log', { who: 'Kim', role: 'nurse', they: 'warn' });
    expect((await member.tap(logged, 'If it weighs on you')).card.title).toBe(titleOf('a-hard-week'));
  });

  test('after being treated badly', async () => {
    const member = core.member('mistreated');
    const logged = await member.say('log', { who: 'Kim', role: 'attending', they: 'treated-badly' });
    expect((await member.tap(logged, 'Where to turn')).card.title).toBe(titleOf('mistreated'));
    expect(labelsOf(logged)).toContain('If the week is hard');
  });

  test('with a result that is too risky, and when the same is looked up again', async () => {
    const member = core.member('risky');
    for (const who of ['Kim', 'Lee'])
      await member.say('log', { who, role: 'chief', they: 'warn', worry: 'professionalism' });
    const skip = 'type,paper,incidents,incidentKind';
    const first = await member.say('bucket', { skip });
    expect(first.card.title).toBe('Something to fix first');
    expect(labelsOf(first)).toEqual(expect.arrayContaining(['Where to begin', 'A hard week']));
    expect(labelsOf(first)).not.toContain('When you keep checking');
    const again = await member.say('bucket', { skip });
    expect((await member.tap(again, 'When you keep checking')).card.title).toBe(titleOf('checking-again'));
  });

  test('and every piece of that kind is one that something leads to', () => {
    const care = [...advice.values()].filter(piece => piece.care).map(({ id }) => id);
    expect(care.toSorted()).toEqual(['a-hard-week', 'bucket-too-risky', 'checking-again', 'mistreated']);
  });
});
