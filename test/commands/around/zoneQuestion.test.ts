import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../../src/commands/index.ts';
import { OWN_ZONE } from '../../../src/core/commands/ownZone.ts';
import { labelsOf, startCore, textOf } from '../../support/member.ts';

const now = Temporal.ZonedDateTime.from('2026-10-14T14:00[America/Chicago]').toInstant();
const QUESTION = 'Which city are you in?';
const REMINDER = { what: 'Write to Kim', when: 'tomorrow 6pm' };

let bot: Awaited<ReturnType<typeof startCore>>;
let people = 0;
beforeAll(async () => {
  bot = await startCore(commands, () => now);
});
afterAll(() => bot.stop());

/** Somebody of whom the platform tells no zone. */
const somebody = (channel?: string) => bot.member(`somebody-${people++}`, 'discord', false, channel);

describe('where nobody told a zone', () => {
  test('a reminder asks for it once, and goes on as it was typed', async () => {
    const ana = somebody();
    const asked = await ana.say('reminders', REMINDER);
    expect(asked.card.title).toBe(QUESTION);
    expect(labelsOf(asked)).toEqual([
      'Eastern (New York)',
      'Central (Chicago)',
      'Pacific (Los Angeles)',
      'Another city',
    ]);
    expect(textOf(await ana.tap(asked, 'Central (Chicago)'))).toContain('Thu, Oct 15, 2026, 6 PM CT: Write to Kim');
    expect(textOf(await ana.say('reminders', { ...REMINDER, what: 'Call Lou' }))).toContain('6 PM CT: Call Lou');
    const { reminders } = await ana.notebook();
    expect((await reminders.all()).map(({ text, zone }) => `${text}: ${zone}`).toSorted()).toEqual([
      'Call Lou: America/Chicago',
      'Write to Kim: America/Chicago',
    ]);
  });

  test('cities of the world are one choice away', async () => {
    const ana = somebody();
    const asked = await ana.say('reminders', REMINDER);
    const kept = await ana.choose(asked, 'Or choose one here', 'Kolkata (India time)');
    expect(textOf(kept)).toContain('6 PM India time');
  });

  test('any other city is typed, completed as one types, and asked again where it lies in two zones', async () => {
    const ana = somebody();
    const form = await ana.open(await ana.say('reminders', REMINDER), 'Another city');
    expect(form).toMatchObject({ title: 'Where are you?', fields: [{ name: OWN_ZONE }] });
    expect((await ana.suggest('reminders', OWN_ZONE, 'bos'))[0]).toEqual({
      label: 'Boston, Massachusetts (Eastern)',
      value: 'Boston, Massachusetts',
    });
    const portland = await ana.submit(form, { [OWN_ZONE]: 'Portland' });
    expect(portland.card.title).toBe(QUESTION);
    expect(portland.card.answer).toBe('Which "Portland" is it?');
    expect(textOf(await ana.tap(portland, 'Portland, Maine (Eastern)'))).toContain('6 PM ET: Write to Kim');
  });

  test('a city that nobody knows is said, with the question, and nothing is lost', async () => {
    const ana = somebody();
    const form = await ana.open(await ana.say('reminders', REMINDER), 'Another city');
    const again = await ana.submit(form, { [OWN_ZONE]: 'Qwertyville' });
    expect(again.card.answer).toContain('I don’t know the time zone "Qwertyville"');
    expect(textOf(await ana.tap(again, 'Eastern (New York)'))).toContain('6 PM ET: Write to Kim');
  });

  test('an interview asks where no zone is said and none is known of the program', async () => {
    const ana = somebody();
    const interview = { do: 'interview', name: 'Lakeside', when: 'Tue 3 Nov 9am' };
    const asked = await ana.say('programs', interview);
    expect(asked.card.title).toBe(QUESTION);
    const invited = { do: 'invitation', name: 'Elm', by: 'Fri 13 Nov 5pm' };
    expect((await ana.say('programs', invited)).card.title).toBe(QUESTION);
    expect((await ana.say('programs', { ...interview, zone: 'Boston' })).card.title).not.toBe(QUESTION);
    const known = await ana.say('programs', { ...interview, kind: 'social', when: 'Mon 2 Nov 6pm' });
    expect(known.card.title).not.toBe(QUESTION);
    expect(textOf(known)).toContain('6 PM ET');
  });

  test('the digest asks, since it has an hour, and other settings do not', async () => {
    const ana = somebody();
    expect((await ana.say('settings', { remind: 'eves' })).card.title).toBe('Saved');
    const asked = await ana.say('settings', { remind: 'weekly' });
    expect(asked.card.title).toBe(QUESTION);
    const saved = await ana.tap(asked, 'Pacific (Los Angeles)');
    expect(textOf(saved)).toContain('Time zone: Pacific (Los Angeles)');
    expect(textOf(saved)).toContain('Messages to you: Weekly digest too');
  });

  test('that of the community is a guess, and said to be one', async () => {
    const kim = bot.member('Kim', 'discord', true);
    await kim.say('setup', { channel: 'tips', hour: '9', zone: 'Denver' });
    const ana = somebody('tips');
    const asked = await ana.say('reminders', REMINDER);
    expect(textOf(asked)).toContain('This community is on Mountain (Denver). Yours may be another.');
    expect(labelsOf(asked)[0]).toBe('Mountain (Denver)');
    expect(textOf(await ana.say('settings'))).toContain('Time zone: Mountain (Denver), a guess');
    expect((await ana.typed('settings', {}, true))?.values.zone).toBeUndefined();
  });

  test('what needs no clock asks nothing', async () => {
    const ana = somebody();
    for (const [command, options] of [
      ['reminders', {}],
      ['reminders', { what: 'x', when: 'tomorrow 5 pm ET' }],
      ['programs', { do: 'offer', name: 'Elm', by: 'in 48 hours' }],
      ['programs', { do: 'interview', name: 'Oak', when: 'Tue 3 Nov 9am ET' }],
      ['log', { who: 'Kim', they: 'great' }],
    ] as const)
      expect((await ana.say(command, options)).card.title).not.toBe(QUESTION);
  });
});

test('who has said their zone is not asked again', async () => {
  const ana = somebody();
  await ana.say('settings', { zone: 'Chicago' });
  expect((await ana.say('reminders', REMINDER)).card.title).not.toBe(QUESTION);
});
