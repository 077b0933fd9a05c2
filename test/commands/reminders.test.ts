import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { labelsOf, startCore, textOf } from '../support/member.ts';

const now = Temporal.ZonedDateTime.from('2026-10-14T14:00[America/Chicago]').toInstant();
let bot: Awaited<ReturnType<typeof startCore>>;
beforeAll(async () => {
  bot = await startCore(commands, () => now);
});
afterAll(() => bot.stop());

async function member(name: string) {
  const who = bot.member(name);
  await who.say('settings', { zone: 'America/Chicago', remind: 'eves' });
  return who;
}

describe('a reminder', () => {
  test('in plain words is echoed with its date, clock and zone', async () => {
    const ana = await member('Ana');
    const once = await ana.say('reminders', { what: 'Write to the coordinator', when: 'tomorrow 6 pm' });
    expect(textOf(once)).toContain('Thu, Oct 15, 2026, 6 PM CT: Write to the coordinator');
    const often = await ana.say('reminders', { what: 'Read the log', when: 'every second Friday at 7 am' });
    expect(textOf(often)).toContain('Every second Friday at 7 AM, next Fri, Oct 16, 2026, 7 AM CT');
    const list = textOf(await ana.say('reminders'));
    expect(list).toContain('2 reminders, the next first.');
    expect(list.indexOf('Write to')).toBeLessThan(list.indexOf('Read the log'));
  });

  test('F15: "15:00" said at two is today', async () => {
    const ben = await member('Ben');
    expect(textOf(await ben.say('reminders', { what: 'X', when: 'at 15:00' }))).toContain('Wed, Oct 14, 2026, 3 PM');
  });

  test('before an interview counts from that interview', async () => {
    const cyn = await member('Cyn');
    await cyn.say('programs', { name: 'Lakeside', do: 'interview', when: 'Tue 3 Nov 9am' });
    const set = await cyn.say('reminders', {
      what: 'Lay out the suit',
      when: 'two days before my interview at Lakeside',
    });
    expect(textOf(set)).toContain('Sun, Nov 1, 2026, 6 PM CT');
  });

  test('that cannot be read is refused in one sentence, and what was typed comes back', async () => {
    const dan = await member('Dan');
    const no = await dan.say('reminders', { what: 'Call', when: 'next Thrusday' });
    expect(textOf(no)).toContain('Try "tomorrow 6 pm"');
    const form = await dan.open(no, 'Try again');
    expect(form.values).toMatchObject({ what: 'Call', when: 'next Thrusday' });
    expect(textOf(await dan.submit(form, { when: 'tomorrow 6 pm' }))).toContain('I will remind you');
  });

  test('is opened, edited, done, cancelled, and brought back', async () => {
    const eve = await member('Eve');
    await eve.say('reminders', { what: 'Call', when: 'tomorrow 6 pm' });
    const one = await eve.choose(await eve.say('reminders'), 'Open one', 'Call');
    expect(labelsOf(one)).toEqual(['Done', 'Tomorrow instead', 'Edit', 'Cancel it', 'All']);
    const edited = await eve.submit(await eve.open(one, 'Edit'), { what: 'Call Ruth', when: 'Friday at 8 am' });
    expect(textOf(edited)).toContain('Fri, Oct 16, 2026, 8 AM CT: Call Ruth');
    const cancelled = await eve.tap(await eve.tap(edited, 'Open it'), 'Cancel it');
    expect(textOf(await eve.say('reminders'))).toContain('No reminders');
    expect(textOf(await eve.tap(cancelled, 'Undo'))).toContain('Taken back');
    expect(textOf(await eve.say('reminders'))).toContain('Call Ruth');
  });

  test('inside the quiet hours is asked about, and comes then where that is meant', async () => {
    const fay = await member('Fay');
    const asked = await fay.say('reminders', { what: 'Wake', when: 'tomorrow 5 am' });
    expect(textOf(asked)).toContain('That is inside your quiet hours. When shall it come?');
    expect(labelsOf(asked)).toEqual(['Thu, Oct 15, 2026, 5 AM', 'Thu, Oct 15, 2026, 7 AM', 'Say it otherwise']);
    const saved = textOf(await fay.tap(asked, 'Thu, Oct 15, 2026, 5 AM'));
    expect(saved).toContain('Thu, Oct 15, 2026, 5 AM CT: Wake');
    expect(saved).toContain('inside your quiet hours');
    const often = await fay.say('reminders', { what: 'Wake', when: 'every weekday at 6 am' });
    expect(textOf(await fay.tap(often, 'every weekday at 6 AM'))).toContain('Every weekday at 6 AM');
  });

  test('in a zone that is said comes on one’s own clock, and shows both', async () => {
    const jan = await member('Jan');
    const set = textOf(await jan.say('reminders', { what: 'Call', when: 'tomorrow 5 pm ET' }));
    expect(set).toContain('Thu, Oct 15, 2026, 4 PM CT: Call');
    expect(set).toContain('5 PM ET, 4 PM for you');
  });

  test('in one sentence is found in it, and the rest is what', async () => {
    const kim = await member('Kim');
    const typed = (words: string) => kim.say('reminders', { what: words });
    expect(textOf(await typed('email Dr. Patel tomorrow at 9am'))).toContain(
      'Thu, Oct 15, 2026, 9 AM CT: email Dr. Patel',
    );
    const asked = await typed('call Ruth tomorrow at 5 am');
    expect(textOf(await kim.tap(asked, 'Thu, Oct 15, 2026, 7 AM'))).toContain('7 AM CT: call Ruth');
    const half = await typed('call Ruth tomorrow 5 pm after rounds');
    expect(textOf(half)).toContain('I understood "tomorrow 5 pm", but not');
    expect((await kim.open(half, 'Try again')).values).toEqual({ what: 'call Ruth tomorrow 5 pm after rounds' });
  });

  test('in one sentence without a time opens its form with what was typed', async () => {
    const lee = await member('Lee');
    const form = await lee.typed('reminders', { what: 'email Dr. Patel' });
    expect(form).toMatchObject({ title: 'A reminder', values: { what: 'email Dr. Patel' } });
    expect(await lee.typed('reminders', { what: 'email Dr. Patel tomorrow' })).toBeUndefined();
  });

  test('that looks like a patient’s details is held back', async () => {
    const gus = await member('Gus');
    const held = await gus.say('reminders', {
      what: 'Check the patient in room 12, MRN 4471123',
      when: 'tomorrow 6 pm',
    });
    expect(textOf(held)).toContain('Is this about a patient?');
  });

  test('is nobody else’s', async () => {
    const [hal, ida] = [await member('Hal'), await member('Ida')];
    await hal.say('reminders', { what: 'Secret', when: 'tomorrow 6 pm' });
    const [mine] = await (await hal.notebook()).reminders.all();
    expect(textOf(await ida.say('reminders'))).toContain('No reminders');
    expect(textOf(await ida.say('reminders', { id: mine?.id ?? '' }))).toContain('not in your notebook');
  });
});
