import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { movableClock } from '../support/bot.ts';
import { forwardedEvent, trackerBook } from '../support/sentFiles.ts';
import { type Doors, doorNames, startDoors } from './rigs/index.ts';
import { NotSent, type Seen, type Tester } from './rigs/tester.ts';

/** What every door keeps, whatever stands behind it. */
describe.each(doorNames)('the contract of doors: %s', name => {
  const clock = movableClock('2026-10-14T12:00[America/Chicago]');
  let doors: Doors;
  let ana: Tester;
  beforeAll(async () => {
    doors = await startDoors(clock, { LOG_LEVEL: 'silent' });
    ana = await doors.people[name]('Ana');
  });
  afterAll(() => doors.stop());

  /** What came of it at last: a form is sent on as it is. */
  const through = async (seen: Seen, values: Record<string, string> = {}) => (seen.form ? seen.submit(values) : seen);

  test('a command is answered, and what it saved is there', async () => {
    expect((await ana.types('log', { who: 'Dr. Osei', they: 'good' })).text).toContain('Osei');
    expect((await ana.types('people')).text).toContain('Osei');
  });

  test('a file that is no text is answered with what to do', async () => {
    const seen = await ana.gives({ name: 'people.csv', content: new Uint8Array([80, 75, 3, 4, 0, 0, 8, 0]) });
    expect(seen.text).toMatch(/damaged|I can’t read/i);
    expect(seen.text).toMatch(/CSV|Choose|once more/);
  });

  test.each([
    ['UTF-8', (csv: string) => new TextEncoder().encode(csv)],
    ['UTF-16', (csv: string) => new Uint8Array(Buffer.from(`\ufeff${csv}`, 'utf16le'))],
    ['Windows’ own letters', (csv: string) => new Uint8Array(Buffer.from(csv, 'latin1'))],
  ])('a file in %s is imported at a tap, and taken back at another', async (_, encoded) => {
    const ben = await doors.people[name]('Ben');
    const shown = await ben.gives({ name: 'log.csv', content: encoded('who,they,day\nJosé Núñez,good,2026-10-13\n') });
    expect(shown.buttons).toContain('Import it');
    const imported = await shown.tap('Import it');
    expect((await ben.types('history')).text).toContain('José Núñez');
    await imported.tap('Undo');
    expect((await ben.types('history')).text).not.toContain('José Núñez');
  });

  test('an Excel file is shown as it would be stored, and a forwarded invitation is an interview at a tap', async () => {
    const eve = await doors.people[name]('Eve');
    const book = await eve.gives(trackerBook);
    expect(book.text).toContain('one person, two programs and two interviews');
    expect((await book.tap('Import it')).text).toContain('two interviews');
    const event = await eve.gives(forwardedEvent);
    expect(event.text).toContain('Northfield Internal Medicine, interview, Tue');
    expect((await event.tap('Save it')).text).toContain('one interview');
  });

  test('a button whose call is kept no more says so, and nothing else happens', async () => {
    const held = await ana.types('log', { who: 'Kim', they: 'good', sentence: 'MRN 12345678 was kind' });
    expect(held.text).toContain('Is this about a patient?');
    clock.pass({ hours: 24 * 9 });
    const gone = await held.tap('Not a patient');
    expect(gone.text).toMatch(/expired|no longer kept/);
    expect((await ana.types('people')).text).not.toContain('Kim');
  });

  test('30 people of one first name: each is reached, and nothing that the platform refuses is sent', async () => {
    const cat = await doors.people[name]('Cat');
    const lines = ['name,role', ...Array.from({ length: 30 }, (_, index) => `Pat ${letters(index)},nurse`)];
    await (await cat.gives({ name: 'people.csv', content: lines.join('\n') })).tap('Import it');
    const offered = await cat.completes('log', 'who', 'Pat');
    expect(offered.length).toBeLessThanOrEqual(25);
    if (name !== 'slack') expect(offered.length).toBeGreaterThan(5);
    const asked = await cat.types('log', { who: 'Pat', they: 'good' });
    expect(asked.text).toContain('Pat');
    let page = await cat.types('people');
    let all = page.text;
    for (let turn = 0; turn < 10; turn += 1) {
      const next = page.buttons.find(label => /next|more|page/i.test(label));
      if (next === undefined) break;
      page = await page.tap(next);
      all += page.text;
    }
    expect(lines.slice(1).filter(line => !all.includes(line.split(',')[0] ?? ''))).toEqual([]);
  });

  test('an emoji at the limit of a label or a line is whole, or left out whole', async () => {
    const dee = await doors.people[name]('Dee');
    for (let length = 68; length <= 79; length += 1) {
      const who = `${'a'.repeat(length - 4).replace(/.{9}/g, '$& ')}🩺`;
      const seen = await through(await dee.types('log', { who, they: 'good', sentence: `${'x'.repeat(90)}👩‍⚕️` }));
      expect(seen.text.isWellFormed()).toBe(true);
    }
    for (const command of ['people', 'history', 'defenders', 'loose-ends']) {
      const seen = await dee.types(command);
      expect(seen.text.isWellFormed()).toBe(true);
      expect(seen.buttons.every(label => label.isWellFormed())).toBe(true);
    }
  });

  test('an organizer’s command is not for a member, and no card draws its button for one', async () => {
    const eve = await doors.people[name]('Eve');
    const refused = await eve.types('setup').catch((error: unknown) => {
      if (error instanceof NotSent) return undefined;
      throw error;
    });
    if (refused) expect(refused.text).toContain('for organizers');
    const help = await eve.types('backchannel');
    expect(help.buttons.join(' ')).not.toMatch(/set ?up/i);
    const ada = await doors.people[name]('Ada', true);
    expect((await ada.types('setup')).text).not.toContain('is for organizers');
  });

  test('what somebody wrote pings nobody, turns no text round, and stays what it was', async () => {
    const fay = await doors.people[name]('Fay');
    await fay.types('log', { who: 'Lee', they: 'good', sentence: '@everyone <!channel> **not bold** \u202Eesrever' });
    const seen = await fay.types('history');
    expect(seen.text).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
    expect(seen.text.replaceAll('\\', '')).toContain('not bold');
    expect(seen.text).toContain('esrever');
    for (const message of doors.general.messages) expect(message.pings).toEqual([]);
  });

  test('nobody sees what another wrote', async () => {
    const gil = await doors.people[name]('Gil');
    await gil.types('log', { who: 'Quillfeather', they: 'good' });
    const hal = await doors.people[name]('Hal');
    await hal.types('people');
    await hal.types('history');
    expect(hal.reads()).not.toContain('Quillfeather');
  });
});

/** Names without digits: those would be held back as what might point to a patient. */
const letters = (index: number): string =>
  `${'ABCDEFGHIJ'.charAt(index % 10)}${['olen', 'umar', 'irev'][Math.floor(index / 10)]}`;
