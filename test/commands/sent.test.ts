import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import type { RawOptions } from '../../src/core/commands/call.ts';
import { movableClock } from '../support/bot.ts';
import { labelsOf, type Member, startCore, textOf } from '../support/member.ts';

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

const programs = (options: RawOptions = {}) => ana.say('programs', options);
const GAP = 'You signaled Mercy, and nobody there can speak for you yet.';

describe('what was sent to a program', () => {
  test('a signal is set against the map, with one button to change it', async () => {
    const noted = await programs({ name: 'Mercy', signal: 'gold' });
    expect(noted.card.answer).toBe(GAP);
    expect(textOf(noted)).toContain('Applied; gold signal.');
    expect(labelsOf(noted)[0]).toBe('Log someone there');
    await ana.say('log', { who: 'Kim', they: 'good', role: 'attending', where: 'Rush' });
    for (const shown of [
      await programs({ name: 'Mercy' }),
      await ana.say('network'),
      await ana.say('network', { program: 'Mercy' }),
    ])
      expect(textOf(shown)).toContain(GAP);
    await ana.say('log', { who: 'Lee', they: 'at-once', role: 'chief', where: 'Mercy' });
    for (const shown of [
      await programs({ name: 'Mercy' }),
      await ana.say('network'),
      await programs({ name: 'Mercy', signal: 'gold' }),
    ])
      expect(textOf(shown)).not.toContain(GAP);
  });

  test('stands on the program’s page with what came of it', async () => {
    await programs({ do: 'sent', name: 'Mercy', signal: 'silver', applied: 'yes' });
    await programs({ do: 'interview', name: 'Mercy', when: 'Tue 3 Nov 9am' });
    expect(textOf(await programs({ name: 'Mercy' }))).toContain('applied; silver signal; invited');
    clock.moveTo('2026-11-04T14:00[America/Chicago]');
    expect(textOf(await programs({ name: 'Mercy' }))).toContain('applied; silver signal; invited; interviewed');
  });

  test('is taken back, by undo or by saying that there was none', async () => {
    const noted = await programs({ do: 'sent', name: 'Mercy', signal: 'yes' });
    await ana.tap(noted, 'Undo');
    expect(textOf(await programs({ name: 'Mercy' }))).not.toContain('signaled');
    await programs({ do: 'sent', name: 'Mercy', signal: 'yes' });
    await programs({ do: 'sent', name: 'Mercy', signal: 'none' });
    expect((await (await ana.notebook()).programs.all())[0]?.signal).toBeNull();
  });

  test('what comes back is a clue: who types "signal" is offered both', async () => {
    const asked = await programs({ do: 'signal', name: 'Mercy' });
    expect(labelsOf(asked)).toEqual(expect.arrayContaining(['Note a clue', 'Note what I sent']));
  });
});
