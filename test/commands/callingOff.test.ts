import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import type { RawOptions } from '../../src/core/commands/call.ts';
import type { Answer } from '../../src/core/ports/request.ts';
import { movableClock } from '../support/bot.ts';
import { labelsOf, type Member, startCore, textOf } from '../support/member.ts';

// Wed, Oct 28, 2026, 2 PM in Chicago.
const clock = movableClock('2026-10-28T14:00[America/Chicago]');
let core: Awaited<ReturnType<typeof startCore>>;
let ana: Member;
let people = 0;

beforeAll(async () => {
  core = await startCore(commands, clock);
});
afterAll(() => core.stop());
beforeEach(async () => {
  people += 1;
  ana = core.member(`ana-${people}`);
  await ana.say('settings', { zone: 'America/Chicago', type: 'img', next: 'done' });
});

const programs = (options: RawOptions) => ana.say('programs', options);
const plan = (kind: string, when = 'Tue 3 Nov 9am') => programs({ do: 'interview', name: 'Lakeside', when, kind });
const days = async () => (await (await ana.notebook()).interviews.all()).map(({ day }) => day.toString());
/** The message that the form behind a button writes. */
async function written(card: Answer, label = 'Write it'): Promise<string> {
  const reply = await ana.submit(await ana.open(card, label), { to: 'Ms. Ortiz' });
  return reply.card.blocks.flatMap(block => (block.type === 'copy' ? [block.text] : [])).join();
}

describe('calling off', () => {
  test.for([
    ['interview', 'I need to cancel my interview at Lakeside', 'Your application there stays as it is.'],
    ['social', 'inviting me to the social at Lakeside', 'Your interview and your application stay as they are.'],
    ['second-visit', 'a second visit at Lakeside', 'Your application there stays as it is.'],
  ] as const)('a %s drafts exactly that', async ([kind, said, stays]) => {
    const asked = await ana.tap(await plan(kind), 'Cancel it');
    expect(textOf(asked)).toContain(stays);
    const message = await written(asked);
    expect(message).toContain(said);
    expect(message).not.toMatch(/withdraw/i);
    for (const [other, words] of [
      ['interview', /my interview/i],
      ['social', /social/i],
      ['second-visit', /second visit/i],
    ] as const)
      expect(words.test(message)).toBe(other === kind);
  });

  test('takes nothing off until that is tapped, and comes back by undo', async () => {
    const asked = await ana.tap(await plan('interview'), 'Cancel it');
    expect(labelsOf(asked)).toEqual(['Write it', 'Take it off', 'Move it instead', 'Keep it']);
    expect(await days()).toEqual(['2026-11-03']);
    const removed = await ana.tap(asked, 'Take it off');
    expect(removed.card.answer).toBe('Interview at Lakeside: off your list, with its reminders.');
    expect(await days()).toEqual([]);
    await ana.tap(removed, 'Undo');
    expect(await days()).toEqual(['2026-11-03']);
  });

  test('a social is not moved by a mail: its form is opened', async () => {
    expect(labelsOf(await plan('social'))).toEqual(['What to watch', 'Change', 'Cancel it', 'Undo']);
    expect(labelsOf(await ana.tap(await plan('social'), 'Cancel it'))).not.toContain('Move it instead');
  });
});

describe('moving', () => {
  test.for(['interview', 'second-visit'])('a %s asks for other days, and then the new date is set', async kind => {
    const asked = await ana.tap(await plan(kind), 'Move it');
    expect(asked.card.answer).toBe('Ask Lakeside for other days first. Once they answer, set the new one here.');
    const message = await written(asked);
    expect(message).toContain('Would another day be possible?');
    expect(message).not.toMatch(/withdraw|cancel/i);
    const moved = await ana.submit(await ana.open(asked, 'Set the new date'), { when: 'Wed 4 Nov 10am' });
    expect(moved.card.answer).toContain('Wed, Nov 4, 2026, 10 AM');
    expect(await days()).toEqual(['2026-11-04']);
    await ana.tap(moved, 'Undo');
    expect(await days()).toEqual(['2026-11-03']);
  });

  test('names the days that were given', async () => {
    const form = await ana.open(await ana.tap(await plan('interview'), 'Move it'), 'Write it');
    expect(textOf(await ana.submit(form, { to: 'Ms. Ortiz', detail: 'Nov 10 or any Friday' }))).toContain(
      'I could come on Nov 10 or any Friday.',
    );
  });
});

describe('withdrawing an application', () => {
  const withdraw = async () => ana.tap(await programs({ name: 'Lakeside' }), 'Withdraw');

  test('is a thing of its own, with its own words', async () => {
    await programs({ do: 'add', name: 'Lakeside' });
    const asked = await withdraw();
    expect(asked.card.answer).toBe('This ends your application at Lakeside, and nothing else. Write to them first.');
    expect(await written(asked)).toContain("I'm withdrawing my application to Lakeside.");
  });

  test('takes what is planned there off by a tap for each, and nothing by itself', async () => {
    await plan('social', 'Mon 2 Nov 7pm');
    await plan('interview');
    await programs({ do: 'interview', name: 'Mercy', when: 'Wed 4 Nov 9am' });
    const asked = await withdraw();
    expect(await days()).toHaveLength(3);
    const removed = await ana.choose(asked, 'Take off your list', 'Interview, Tue, Nov 3');
    expect((await days()).sort()).toEqual(['2026-11-02', '2026-11-04']);
    await ana.tap(removed, 'Undo');
    expect(await days()).toHaveLength(3);
    await ana.tap(asked, 'Keep my application');
    expect(await days()).toHaveLength(3);
  });
});
