import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import type { Answer } from '../../src/core/ports/request.ts';
import { labelsOf, type Member, startCore, textOf } from '../support/member.ts';

let core: Awaited<ReturnType<typeof startCore>>;
let ana: Member;
let people = 0;

beforeAll(async () => {
  core = await startCore(commands);
});
afterAll(() => core.stop());
beforeEach(() => {
  people += 1;
  ana = core.member(`ana-${people}`);
});

const audit = () => ana.say('audit');
const answers = async () =>
  (await (await ana.notebook()).audit.all()).map(({ dimension, answer }) => [dimension, answer]);

/** Taps these answers one after the other, from the first question on. */
async function answerAll(...labels: string[]): Promise<Answer> {
  let reply = await ana.tap(await audit(), 'Begin');
  for (const label of labels) reply = await ana.tap(reply, label);
  return reply;
}

describe('the five questions', () => {
  test('are asked one at a time, each with the questions that directors ask', async () => {
    const first = await ana.tap(await audit(), 'Begin');
    expect(textOf(first)).toContain('Are you there, and on time, every shift?');
    expect(textOf(first)).toContain('1 of 5');
    expect(labelsOf(first)).toEqual(['Always', 'Mostly', 'Sometimes', 'Not yet', 'Skip']);
    const second = await ana.tap(first, 'Mostly');
    expect(textOf(second)).toContain('2 of 5');
    expect(await answers()).toEqual([['reliability', 'mostly']]);
  });

  test('lead to the weakest, why, and one thing for this week', async () => {
    const result = await answerAll('Always', 'Mostly', 'Always', 'Not yet', 'Always');
    expect(result.card.answer).toBe('Look at work ethic first. You said "not yet" yourself.');
    expect(textOf(result)).toContain('Work ethic (pulling your weight): you say not yet. Log: no word for it.');
    expect(textOf(result)).toContain('This week. Before you sit down, ask one person what you can take off them.');
  });

  test('may be skipped, and taken back', async () => {
    const second = await answerAll('Skip');
    expect(textOf(second)).toContain('2 of 5');
    const third = await ana.tap(second, 'Always');
    await ana.tap(third, 'Undo');
    expect(await answers()).toEqual([]);
  });

  test('are answered again one by one: the newer answer of a day takes the older one’s place', async () => {
    const result = await answerAll('Always', 'Always', 'Always', 'Always', 'Always');
    const again = await ana.choose(result, 'Answer one again', 'Team fit');
    const changed = await ana.tap(again, 'Sometimes');
    expect(changed.card.answer).toContain('Look at team fit first.');
    expect(await answers()).toHaveLength(5);
    await ana.tap(changed, 'Undo');
    expect(await answers()).toContainEqual(['team-fit', 'always']);
  });
});

describe('the log beside them', () => {
  test('weighs more than the own word: an open worry comes first, with its entry', async () => {
    await ana.say('log', { who: 'Kim', role: 'chief', they: 'little', worry: 'professionalism', when: '12 Oct' });
    expect(textOf(await audit())).toContain('By your log alone. Look at professionalism first.');
    const result = await answerAll('Always', 'Always', 'Always', 'Sometimes', 'Always');
    expect(result.card.answer).toContain('Look at professionalism first. One person has a worry');
    expect(textOf(result)).toContain('you say always. Log: no word for it, one open worry.');
    expect(textOf(result)).toContain("In your log. Kim, wouldn't say much, Mon, Oct 12, 2026 (still open).");
  });

  test('forgets a worry once the loose end with that person is closed', async () => {
    await ana.say('log', { who: 'Kim', role: 'chief', they: 'little', worry: 'professionalism', when: '12 Oct' });
    const [kim] = await (await ana.notebook()).people.all();
    const opened = await ana.say('loose-ends', {
      do: 'open',
      person: kim!.id,
      kind: 'apology',
      about: 'the late note',
    });
    const [end] = await (await ana.notebook()).looseEnds.all();
    expect(textOf(opened)).toContain('the late note');
    await ana.say('loose-ends', { do: 'close', id: end!.id });
    expect(textOf(await answerAll('Always', 'Always', 'Always', 'Sometimes', 'Always'))).toContain(
      'Look at work ethic first.',
    );
  });
});

describe('the evidence can be given', () => {
  test('by saying of somebody’s good words that they speak of the weakest', async () => {
    await ana.say('log', { who: 'Kim', role: 'chief', they: 'good', when: '12 Oct' });
    const result = await answerAll('Always', 'Always', 'Always', 'Not yet', 'Always');
    const given = await ana.choose(result, 'Who saw your work ethic?', 'Kim');
    expect(textOf(given)).toContain('Work ethic (pulling your weight): you say not yet. Log: one good word.');
    expect(textOf(given)).not.toContain('Who saw your');
    await ana.tap(given, 'Undo');
    expect(textOf(await audit())).toContain('you say not yet. Log: no word for it.');
  });

  test('by saying what a concern is about, which is asked', async () => {
    await ana.say('log', { who: 'Joy', role: 'nurse', they: 'warn', when: '12 Oct' });
    const result = await answerAll('Always', 'Always', 'Always', 'Always', 'Always');
    const given = await ana.choose(result, 'What is Joy’s concern about?', 'Team fit');
    expect(given.card.answer).toContain('Look at team fit first. One person has a worry');
  });

  test('by one tap after a log', async () => {
    const logged = await ana.say('log', { who: 'Kim', role: 'chief', they: 'at-once' });
    await ana.choose(logged, 'What does it speak of?', 'Reliability');
    const result = await answerAll('Always', 'Always', 'Always', 'Always', 'Always');
    expect(textOf(result)).toContain('you say always. Log: one good word.');
  });
});

test('the picture is in the reply', async () => {
  const result = await answerAll('Always', 'Mostly', 'Always', 'Not yet', 'Always');
  expect(result.card.blocks.find(({ type }) => type === 'picture')).toMatchObject({
    own: true,
    alt: expect.stringContaining('Work ethic: not yet; no word for it.'),
  });
});
