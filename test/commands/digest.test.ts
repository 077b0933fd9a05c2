import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { digestOf, type Reading } from '../../src/commands/sending/digest.ts';
import { shownCard } from '../../src/commands/sending/shownNudge.ts';
import { plainText } from '../../src/core/cards/plaintext.ts';
import type { RawOptions } from '../../src/core/commands/call.ts';
import { labelsOf, type Member, startCore, textOf } from '../support/member.ts';

const NOW = Temporal.Instant.from('2026-10-18T23:10:00Z');
const zone = 'America/Chicago';
let core: Awaited<ReturnType<typeof startCore>>;
let ana: Member;
let people = 0;

beforeAll(async () => {
  core = await startCore(commands, () => NOW);
});
afterAll(() => core.stop());
beforeEach(async () => {
  people += 1;
  ana = core.member(`ana-${people}`);
  await ana.say('settings', { zone, type: 'img' });
});

const log = (who: string, when: string, more: RawOptions = {}) =>
  ana.say('log', { who, they: 'good', role: 'nurse', when, ...more });
async function reading(): Promise<Reading> {
  const notebook = await ana.notebook();
  const today = NOW.toZonedDateTimeISO(zone).toPlainDate();
  const { content } = core;
  return { notebook, content, season: content.season, now: NOW, zone, today, user: await notebook.profile() };
}
const item = { kind: 'digest', subject: '', occurrence: '2026-10-18', dueAt: NOW, why: '' } as const;
const shown = async () => {
  const card = await shownCard('delivery', [item], await reading(), NOW);
  return { card, labels: card.blocks.flatMap(block => (block.type === 'buttons' ? block.buttons : [])) };
};

describe('the week’s message', () => {
  test('asks who saw the user work, with the last three names to tap', async () => {
    await log('Joy', '1 Oct');
    await log('Kim', '16 Oct');
    await log('Lou', '15 Oct');
    await log('Dr. Lee', '17 Oct', { they: 'treated-badly' });
    await log('May', '14 Oct');
    const { card, labels } = await shown();
    expect(card.answer).toBe('Who saw you work this week?');
    expect(labels.slice(0, 3).map(({ label }) => label)).toEqual(['Kim', 'Lou', 'May']);
    expect(labels.map(({ label }) => label)).toContain('Someone else');
    expect(plainText(card).split(/\s+/).length).toBeLessThanOrEqual(85);
  });

  test('takes two taps a person, and no word', async () => {
    await log('Kim', '16 Oct');
    const { more } = await digestOf(await reading());
    const [button] = more.flatMap(block => (block.type === 'buttons' ? block.buttons : []));
    if (!button || !('call' in button)) throw new Error('no name to tap');
    const asked = await ana.make(button.call);
    expect(asked.card.title).toBe('What would Kim say about you?');
    const logged = await ana.tap(asked, 'Would take me in a second');
    expect(logged.card.title).toBe('Logged');
    expect(labelsOf(logged)).toContain('Undo');
  });

  test('says the one thing to do, and one line of what comes', async () => {
    await log('Kim', '16 Oct', { where: 'Lakeside', role: 'chief' });
    await ana.say('loose-ends', { do: 'open', with: 'Kim', kind: 'apology' });
    await ana.say('programs', { do: 'interview', name: 'Lakeside', when: '20 Oct 9am', zone });
    const { card } = await shown();
    expect(plainText(card)).toContain(
      "One thing to do: close what is open. Kim: an apology, before Tuesday's interview there (Tue, Oct 20).",
    );
    expect(plainText(card)).toContain('Coming: interview at Lakeside, Tue, Oct 20, 9 AM CT.');
  });

  test('keeps the rest, and a practice case, behind More', async () => {
    await log('Kim', '16 Oct');
    const week = await ana.say('show', { what: 'week' });
    expect(textOf(week)).toContain('Logged: 1');
    expect(textOf(week)).toContain('This week’s practice case.');
    const practice = await ana.tap(week, 'Decide');
    expect(practice.card.answer).toBe('What would you do? Choose first, then see why.');
  });
});
