import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import type { RawOptions } from '../../src/core/commands/call.ts';
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

const log = (they: string, more: RawOptions = {}) =>
  ana.say('log', { who: 'Kim', they, role: 'chief', when: '12 Oct', ...more });
const keptOf = async () => ana.notebook();

describe('what follows an entry', () => {
  test('is a loose end after a warning: its form has the person and the kind, and closing comes with good words', async () => {
    const warned = await log('warn');
    expect(textOf(warned)).toContain('Kim may have a story to tell.');
    const form = await ana.open(warned, 'Open a loose end');
    expect(form).toMatchObject({ command: 'loose-ends', values: { kind: 'apology' } });
    await ana.submit(form, { about: 'the late note' });
    const closed = await ana.tap(await log('good', { when: '13 Oct' }), 'Close the loose end');
    expect((await (await keptOf()).looseEnds.all())[0]?.closedOn).not.toBeNull();
    await ana.tap(closed, 'Undo');
    expect((await (await keptOf()).looseEnds.all())[0]?.closedOn).toBeNull();
  });

  test('is a defender and a place after "at once", at most two things', async () => {
    const reply = await log('at-once');
    expect(labelsOf(reply)).toEqual(['Make them a defender', 'Say where they work', 'Log another', 'Undo']);
    await ana.tap(reply, 'Make them a defender');
    expect(await (await keptOf()).defenders.all()).toHaveLength(1);
    const place = await ana.open(reply, 'Say where they work');
    expect(place).toMatchObject({ command: 'logged', values: {} });
    await ana.submit(place, { place: 'Lakeside' });
    expect((await (await keptOf()).people.all())[0]?.place).toBe('Lakeside');
  });

  test('is help, and never a loose end, for somebody who was treated badly', async () => {
    const reply = await log('treated-badly');
    expect(labelsOf(reply)).toEqual(['Where to turn', 'If the week is hard', 'Log another', 'Undo']);
    expect(textOf(reply)).toContain('You owe nobody an apology');
  });

  test('is said once where several people lead to the same', async () => {
    const reply = await ana.say('log', { who: 'Kim and Lou', they: 'treated-badly', role: 'nurse', when: '12 Oct' });
    expect(labelsOf(reply).filter(label => label === 'Where to turn')).toHaveLength(1);
    expect(textOf(reply).match(/owe nobody an apology/g)).toHaveLength(1);

    const met = await ana.say('log', { who: 'May and Ned', they: 'good', role: 'nurse', where: 'Mercy' });
    expect(textOf(met).match(/You have not added Mercy/g)).toHaveLength(1);
    expect(labelsOf(met).filter(label => label === 'Add the program')).toHaveLength(1);
  });

  test('is nothing but the bucket where no rule holds', async () =>
    expect(labelsOf(await log('little'))).toEqual(['See your bucket', 'Log another', 'Undo']));
});

test('a place completes with one’s programs and the places of people, each once', async () => {
  await ana.say('programs', { do: 'add', name: 'Lakeside' });
  await log('good');
  const kept = await keptOf();
  await kept.people.change((await kept.people.all())[0]!.id, { place: 'Lakeside' });
  await ana.say('programs', { do: 'add', name: 'St. Mary' });
  expect((await ana.suggest('log', 'where', '')).map(({ value }) => value).toSorted()).toEqual([
    'Lakeside',
    'St. Mary',
  ]);
});
