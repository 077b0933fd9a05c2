import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { shownCard } from '../../src/commands/sending/shownNudge.ts';
import { plainText } from '../../src/core/cards/plaintext.ts';
import { labelsOf, type Member, startCore, textOf } from '../support/member.ts';

const NOW = Temporal.Instant.from('2026-10-14T23:10:00Z');
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
});

async function shown(occurrence: string) {
  const notebook = await ana.notebook();
  const today = NOW.toZonedDateTimeISO(zone).toPlainDate();
  const { content } = core;
  const reading = { notebook, content, season: content.season, now: NOW, zone, today, user: await notebook.profile() };
  return shownCard('delivery', [{ kind: 'first-week', subject: '', occurrence, dueAt: NOW, why: '' }], reading, NOW);
}
const labels = (card: Awaited<ReturnType<typeof shown>>) =>
  card.blocks.flatMap(block => (block.type === 'buttons' ? block.buttons : [])).map(({ label }) => label);
const words = (text: string) => text.split(/\s+/).length;

describe('the first week', () => {
  test('its first day has one thing to do, and a tap that turns off what would follow', async () => {
    const set = await ana.say('settings', { remind: 'weekly', next: 'done', zone });
    expect(textOf(set)).toContain('One thing for today: log the last person who saw you work');
    expect(textOf(set)).toContain('On day 7');
    const off = await ana.tap(set, 'No first-week tips');
    expect(textOf(off)).toContain('tips for your first week');
    expect((await (await ana.notebook()).profile()).muted).toEqual(['first-week']);
    expect(labelsOf(off)).toContain('Undo');
  });

  test('who asked for less is told of none', async () => {
    for (const remind of ['eves', 'nothing']) {
      const set = await ana.say('settings', { remind, next: 'done', zone });
      expect(textOf(set)).not.toContain('day 7');
      expect(labelsOf(set)).not.toContain('No first-week tips');
    }
  });

  test('its third day is one question, its button, and the way out', async () => {
    const card = await shown('start');
    expect(card.answer).toContain('Who saw you work last?');
    expect(labels(card)).toEqual(['Log one person', 'Snooze', 'Done', 'Why this came', 'Mute these']);
    expect(words(plainText(card))).toBeLessThanOrEqual(85);
  });

  test('its seventh day says what there is by now', async () => {
    await ana.say('settings', { zone, type: 'img' });
    await ana.say('log', { who: 'Kim', they: 'good', role: 'nurse' });
    await ana.say('log', { who: 'Kim', they: 'at-once', role: 'nurse' });
    await ana.say('defenders', { name: 'Kim' });
    await ana.say('programs', { do: 'interview', name: 'Lakeside', when: '20 Oct 9am', zone });
    const card = await shown('have');
    expect(card.title).toBe('What you have now');
    expect(card.answer).toBe('After one week: one person, two log entries and one date.');
    expect(plainText(card)).toContain('Defenders: 1 of 3.');
    expect(plainText(card)).toContain('Next: interview at Lakeside, Tue, Oct 20, 9 AM CT');
    expect(labels(card)).toEqual(['See my map', 'See my bucket', 'Snooze', 'Done', 'Why this came', 'Mute these']);
    expect(words(plainText(card))).toBeLessThanOrEqual(85);
  });
});
