import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { withoutBold } from '../../src/core/cards/bold.ts';
import type { Card } from '../../src/core/cards/card.ts';
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

const network = (options: RawOptions = {}) => ana.say('network', options);
const log = (who: string, they: string, role: string, more: RawOptions = {}) =>
  ana.say('log', { who, they, role, when: '12 Oct', ...more });
const linesOf = ({ blocks }: Card) =>
  blocks.flatMap(block => (block.type === 'list' ? block.items.map(withoutBold) : []));

describe('the map', () => {
  test('invites where nobody is logged', async () =>
    expect(labelsOf(await network()).slice(0, 2)).toEqual(['Log the first', 'The four routes']));

  test('says for each route who could be called and what they saw last, or the way to fill the gap', async () => {
    await log('Dr. Osei', 'at-once', 'clerkship-director', { sentence: 'Runs toward the work' });
    await log('Kim', 'warn', 'chief');
    const { card } = await network();
    expect(card.answer).toBe('One of four routes carries a good word about you.');
    expect(linesOf(card)).toEqual([
      expect.stringMatching(/^Director to director\. Nobody yet\. Ask an attending/),
      'Dean or clerkship director. Dr. Osei would take you in a second (last met Mon, Oct 12, 2026). “Runs toward the work”',
      expect.stringMatching(/^Former residents and faculty\. Nobody yet\. Look for/),
      'Residents and chiefs. Kim might raise a concern (last met Mon, Oct 12, 2026). Close what is open with Kim, and log how it went.',
    ]);
  });

  test('of a program has those alone whom it could hear, and who knows somebody there', async () => {
    await ana.say('programs', { do: 'add', name: 'Lakeside', rotated: 'yes' });
    await log('Dr. Osei', 'good', 'dean');
    await log('Dr. Patel', 'good', 'attending');
    const patel = (await (await ana.notebook()).people.all()).find(({ name }) => name === 'Dr. Patel')!;
    expect((await network({ program: 'lake' })).card.answer).toBe('One of four routes reaches Lakeside.');
    await (await ana.notebook()).people.change(patel.id, { knownAt: ['Lakeside'] });
    const reply = await network({ program: 'Lakeside' });
    expect(reply.card.answer).toBe('Two of four routes reach Lakeside.');
    expect(textOf(reply)).toContain('Who knows whom. Dr. Patel knows somebody at Lakeside.');
    expect(textOf(reply)).toContain('You rotated at Lakeside. Name a chief');
    expect(labelsOf(reply)).toContain('My bucket there');
  });

  test('of a program that is not known offers to add it, or the whole map', async () => {
    await log('Dr. Osei', 'good', 'dean');
    const asked = await network({ program: 'Mercy' });
    expect(labelsOf(asked)).toEqual(['Add Mercy', 'Show all']);
    expect((await ana.tap(asked, 'Show all')).card.title).toBe('Who could be called');
    const added = await ana.tap(asked, 'Add Mercy');
    expect((await ana.tap(added, 'Who could be called')).card.answer).toBe('One of four routes reaches Mercy.');
  });

  test('changes from all over to a program by one tap', async () => {
    await ana.say('programs', { do: 'add', name: 'Lakeside' });
    await log('Dr. Osei', 'good', 'dean');
    const there = await ana.choose(await network(), 'For a program', 'Lakeside');
    expect(there.card.title).toBe('Who Lakeside could call');
  });

  test.each([
    ['with somebody whose worry is open', 'warn', 'Mend it with Kim', 'loose-ends'],
    ['with somebody who saw too little', 'little', 'Log Kim', 'log'],
  ])('leads by its main button to the widest gap: %s', async (_, they, label, command) => {
    for (const [who, role] of [
      ['Osei', 'dean'],
      ['Patel', 'attending'],
      ['Lee', 'former-resident'],
    ] as const)
      await log(who, 'good', role);
    await log('Kim', they, 'chief');
    const reply = await network();
    expect(labelsOf(reply)[0]).toBe(label);
    expect((await ana.open(reply, label)).command).toBe(command);
  });

  test('of a program that is not known says what can be done', async () =>
    expect(textOf((await log('Osei', 'good', 'dean')) && (await network({ program: 'Nowhere' })))).toContain(
      'No program of yours is called "Nowhere".',
    ));
});

describe('its picture', () => {
  test('is in the reply, and says the same in words', async () => {
    await log('Kim', 'warn', 'chief');
    const { card } = await network();
    const picture = card.blocks.find(({ type }) => type === 'picture');
    expect(picture).toMatchObject({
      name: 'network.png',
      own: true,
      alt: expect.stringContaining('Residents and chiefs: a concern: Kim.'),
    });
  });
});
