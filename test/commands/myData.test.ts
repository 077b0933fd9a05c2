import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { myData } from '../../src/commands/account/myData.ts';
import { commands } from '../../src/commands/index.ts';
import { optionSpecs } from '../../src/core/commands/options.ts';
import type { NotebookExport } from '../../src/core/ports/notebook.ts';
import type { Answer } from '../../src/core/ports/request.ts';
import { unknownProgram } from '../../src/domain/entities/programs.ts';
import { labelsOf, type Member, startCore, textOf } from '../support/member.ts';

/** It goes on with every look, so that what was written earlier is also older. */
let time = Temporal.Instant.from('2026-10-14T17:00:00Z');
const now = () => {
  time = time.add({ milliseconds: 20 });
  return time;
};
let core: Awaited<ReturnType<typeof startCore>>;
beforeAll(async () => {
  core = await startCore(commands, now);
});
afterAll(() => core.stop());

let ana: Member;
let people = 0;
beforeEach(() => {
  ana = core.member(`ana-${people++}`);
});

/** The files of the zip in a reply. */
function filesOf({ card }: Answer): Record<string, string> {
  const file = card.blocks.find(block => block.type === 'file');
  if (!file) throw new Error(`no file in "${card.title}"`);
  return Object.fromEntries(Object.entries(unzipSync(file.bytes)).map(([name, bytes]) => [name, strFromU8(bytes)]));
}
const exported = async () => filesOf(await ana.say('my-data', { do: 'export' }));
const offer = (file: string) => ana.say('my-data', { file });
const counts = async () =>
  Object.fromEntries(
    Object.entries(await (await ana.notebook()).counts()).filter(
      ([table, count]) => count > 0 && !['Request', 'Undo', 'PendingCall'].includes(table),
    ),
  );

/** Something of most kinds, said as a person says it. */
async function fill(): Promise<void> {
  await ana.say('log', {
    who: 'Dr. Patel',
    they: 'at-once',
    role: 'attending',
    where: '=Lakeside',
    when: '12 Oct',
    sentence: '-- calm, "kind"\nand quick',
    about: 'reliability, team fit',
  });
  await ana.say('log', { who: 'Kim', they: 'warn', when: '12 Oct', worry: 'work-ethic' });
  const notebook = await ana.notebook();
  const [patel] = await notebook.people.all();
  const { value: program } = await notebook.programs.add({
    ...unknownProgram,
    name: 'Lakeside',
    specialty: 'IM',
    market: 'outside',
    rotated: true,
    thankYou: 'welcome',
  });
  const day = Temporal.PlainDate.from('2026-11-03');
  const zone = 'America/New_York';
  const time = Temporal.PlainTime.from('09:00');
  const ids = { programId: program.id, zone };
  await notebook.interviews.add({ ...ids, kind: 'interview', day, time, minutes: null, followUpSentOn: null });
  const replyBy = Temporal.Instant.from('2026-10-20T22:00:00Z');
  await notebook.offers.add({ ...ids, receivedOn: day, replyBy, state: 'open' });
  await notebook.defenders.add({ contactId: patel?.id ?? '', since: day, updatedOn: null, everyDays: null });
  await notebook.audit.add({ dimension: 'reliability', answer: 'mostly', day });
  const at = Temporal.PlainDateTime.from('2026-10-23T09:00');
  await notebook.reminders.add({
    text: 'Write',
    at,
    zone,
    rule: 'FREQ=WEEKLY;BYDAY=FR',
    state: 'open',
    about: null,
    link: null,
  });
  await notebook.answer({ paper: 'solid' });
}

test('an empty notebook says so', async () =>
  expect(textOf(await ana.say('my-data'))).toContain('We keep only your settings.'));

test('the overview counts what is kept, by kind', async () => {
  await fill();
  expect(textOf(await ana.say('my-data'))).toContain(
    'Kept: two people, two interactions, one program, one defender, one interview, one offer, one reminder, one audit answer, one set of self-check answers.',
  );
});

test('an export is one zip with the notebook, a spreadsheet for each kind, and a calendar', async () => {
  await fill();
  const files = await exported();
  expect(Object.keys(files).toSorted()).toEqual([
    'README.txt',
    'calendar.ics',
    'clues.csv',
    'interactions.csv',
    'interviews.csv',
    'invitations.csv',
    'loose-ends.csv',
    'notebook.json',
    'offers.csv',
    'people.csv',
    'programs.csv',
    'reminders.csv',
  ]);
  expect(files['people.csv']).toContain("'=Lakeside");
  expect(files['calendar.ics']).toContain('RRULE:FREQ=WEEKLY;BYDAY=FR');
  expect(JSON.parse(files['notebook.json'] ?? '')).toMatchObject({
    version: 1,
    tables: { LogEntry: [{ dimensions: ['reliability', 'team-fit'] }, { worry: 'work-ethic' }] },
  });
});

describe('an import', () => {
  const csv =
    'who,they,day,sentence\nKim,good,yesterday,Calm\nLou,fine,yesterday,\nMax,good,yesterday,Sat with pt John Smith';

  test('is shown first, row by row, and writes nothing before the tap', async () => {
    const shown = await offer(csv);
    const text = textOf(shown);
    expect(text).toContain('one person');
    expect(text).toContain('one interaction');
    expect(text).toContain('"fine" (one row): what would they say about you?');
    expect(text).toContain('Line 3: "fine" may mean several things');
    expect(text).toContain('Kim, would say good things, Tue');
    expect(text).toContain('Line 4: "pt John Smith" (a name or initials)');
    expect(labelsOf(shown)).toEqual([
      'Good things',
      "Wouldn't say much",
      'Import the rest',
      'None is a patient',
      'Not now',
    ]);
    expect(await counts()).toEqual({});
  });

  test('adds what was shown, and one undo takes it back', async () => {
    const done = await ana.tap(await offer(csv), 'Import the rest');
    expect(textOf(done)).toContain('Added: one person, one interaction.');
    expect(await counts()).toEqual({ Contact: 1, LogEntry: 1 });
    expect(textOf(await ana.tap(done, 'Undo'))).toContain('What was imported is gone.');
    expect(await counts()).toEqual({});
  });

  test('takes what was held back once it is said to be about no patient', async () => {
    await ana.tap(await offer(csv), 'None is a patient');
    expect(await counts()).toEqual({ Contact: 2, LogEntry: 2 });
  });

  test.each([
    ['who,they,day\nLou,good,31 Nov', ['Not now'], 'Nothing of this file would be added.'],
    ['name\npt John Smith', ['None is a patient', 'Not now'], 'Nothing of this file would be added.'],
    ['name\n', ['Not now'], 'There is nothing new in this file.'],
  ])('is not offered where nothing is left of %j', async (file, labels, answer) => {
    const shown = await offer(file);
    expect(labelsOf(shown)).toEqual(labels);
    expect(textOf(shown)).toContain(answer);
  });

  test('leaves what is there already as it is', async () => {
    const file = 'name,role\nKim,nurse';
    await ana.tap(await offer(file), 'Import it');
    const again = await offer(`${file}\nLou,chief`);
    expect(textOf(again)).toContain('One row is here already and would not change.');
    await ana.tap(again, 'Import it');
    expect(await counts()).toEqual({ Contact: 2 });
  });

  test('of something else says in one sentence what can be read', async () => {
    expect(textOf(await offer('a,b\n1,2'))).toContain('I need a row of heads');
    expect(textOf(await offer('{"a":1}'))).toContain('That JSON is not a notebook of Backchannel');
  });

  test('of a file that cannot be read is begun anew, without the file', async () => {
    const shown = await offer('name,role\n"Lia Quist,Coordinator\nBo Rand,Nurse\n');
    expect(textOf(shown)).toContain('Line 2 has a quote (") that is not closed');
    const form = await ana.open(shown, 'Try again');
    expect(form.values).toEqual({});
  });
});

describe('what a file leaves open', () => {
  const people = async () => (await (await ana.notebook()).people.all()).map(({ name, role }) => `${name}: ${role}`);

  test('is one question with a tap for each answer, and its rows stay out until then', async () => {
    const shown = await offer('program,day,time\nLakeside,11/10/2026,9:00\nMercy,10/11/2026,9:00');
    expect(textOf(shown)).toContain('The days under "day" can be read two ways');
    expect(textOf(shown)).toContain('2 rows wait'.replace('2', 'Two'));
    const [first = '', second = ''] = labelsOf(shown);
    expect([first, second].every(label => /2026/.test(label))).toBe(true);
    const answered = await ana.tap(shown, second);
    expect(labelsOf(answered)).toContain('Import it');
    await ana.tap(answered, 'Import it');
    expect(await counts()).toEqual({ Program: 2, Interview: 2 });
  });

  test('may be a role that is not known: it comes in as someone else, or as what a menu says', async () => {
    const shown = await offer('name,role\nMara Ostrow,Zookeeper\nLia Quist,nurse');
    expect(textOf(shown)).toContain('What is "Zookeeper" (one row)? Until you say, it comes in as someone else.');
    expect(textOf(shown)).toContain('Mara Ostrow, someone else');
    await ana.tap(await ana.choose(shown, 'Choose', 'Attending'), 'Import it');
    expect((await people()).toSorted()).toEqual(['Lia Quist: nurse', 'Mara Ostrow: attending']);
  });

  const patels = 'name,role,hospital\nDr. Patel,attending,Lakeside\nDr. Patel,nurse,Mercy';
  test('may be who is meant: nobody is merged by a name alone', async () => {
    const shown = await offer(patels);
    expect(textOf(shown)).toContain('Two people called "Dr. Patel": attending, Lakeside; nurse, Mercy. Same person?');
    expect(labelsOf(shown)).not.toContain('Import it');
    await ana.tap(await ana.tap(shown, 'Different people'), 'Import it');
    expect((await people()).toSorted()).toEqual(['Dr. Patel (Lakeside): attending', 'Dr. Patel (Mercy): nurse']);
  });

  test('may be whether somebody of the file is somebody of the notebook', async () => {
    await ana.say('log', { who: 'Dr. Patel', they: 'good', role: 'attending', where: 'Lakeside' });
    const shown = await offer('name,role\nMaria Patel,attending');
    expect(textOf(shown)).toContain('"Maria Patel" may be "Dr. Patel" of your notebook. Same person?');
    expect(textOf(await ana.tap(shown, 'Same person'))).toContain('There is nothing new in this file.');
    await ana.tap(await ana.tap(shown, 'Different people'), 'Import it');
    expect(await counts()).toMatchObject({ Contact: 2 });
  });

  test('is asked one at a time, and no answer is lost on the way', async () => {
    const shown = await offer('name,role\nMara Ostrow,Zookeeper\nLia Quist,Juggler\nBo Rand,nurse');
    expect(textOf(shown)).toContain('And one more question after this.');
    const one = await ana.choose(shown, 'Choose', 'Attending');
    expect(textOf(one)).toContain('What is "Juggler"');
    await ana.tap(await ana.choose(one, 'Choose', 'Dean'), 'Import it');
    expect((await people()).toSorted()).toEqual(['Bo Rand: nurse', 'Lia Quist: dean', 'Mara Ostrow: attending']);
  });
});

describe('one event of a calendar', () => {
  const event = (...lines: string[]) =>
    ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');

  test('is an interview to save at a tap', async () => {
    const shown = await offer(event('SUMMARY:Lakeside IM Interview', 'DTSTART;TZID=America/New_York:20261103T090000'));
    expect(textOf(shown)).toContain('Lakeside IM, interview, Tue');
    expect(labelsOf(shown)).toEqual(['Save it', 'Change it first', 'Not now']);
    await ana.tap(shown, 'Save it');
    const [interview] = await (await ana.notebook()).interviews.all();
    expect(`${interview?.day} ${interview?.time} ${interview?.zone}`).toBe('2026-11-03 09:00:00 America/New_York');
  });

  test('fills the form of an interview', async () => {
    const shown = await offer(event('SUMMARY:Mercy social', 'DTSTART:20261103T230000Z'));
    const form = await ana.open(shown, 'Change it first');
    expect(form.values).toMatchObject({ name: 'Mercy', kind: 'social', when: '2026-11-03 23:00', zone: 'UTC' });
    await ana.submit(form);
    expect(await counts()).toMatchObject({ Program: 1, Interview: 1 });
  });

  test.each([
    [['SUMMARY:Interview: Lakeside', 'DTSTART;VALUE=DATE:20261103'], 'it is all day, and an interview needs an hour'],
    [['SUMMARY:Interview', 'DTSTART:20261103T140000Z'], 'No program is named in "Interview"'],
    [
      ['SUMMARY:Interview: Lakeside', 'DTSTART:20261103T140000Z', 'RRULE:FREQ=WEEKLY'],
      'repeats, and an interview is once',
    ],
    [['SUMMARY:Interview: Lakeside', 'DTSTART:20261103T140000Z', 'STATUS:CANCELLED'], 'was called off'],
  ])('that is none says why: %j', async (lines, why) => {
    const shown = await offer(event(...lines));
    expect(textOf(shown)).toContain(why);
    expect(labelsOf(shown)).toEqual(['Fill it in', 'Not now']);
  });
});

/** An export without what another import may make anew: ids, except for what they point at, and its moment. */
function contentOf(json = ''): unknown {
  const { profile, tables }: NotebookExport = JSON.parse(json);
  const names = new Map(
    ['Contact', 'Program'].flatMap(table => (tables[table] ?? []).map(({ id, name }) => [id, name] as const)),
  );
  const rows = Object.entries(tables).map(([table, all]) => [
    table,
    all
      .map(({ id, contactId, programId, ...row }) =>
        JSON.stringify({ ...row, contact: names.get(contactId), program: names.get(programId) }),
      )
      .toSorted(),
  ]);
  return { profile, rows };
}

describe('an erasure', () => {
  test('asks first, and says how much of each kind went; nothing is left', async () => {
    await fill();
    const before = await counts();
    const asked = await ana.say('my-data', { do: 'erase' });
    expect(await counts()).toEqual(before);
    const done = await ana.tap(asked, 'Erase it now');
    expect(textOf(done)).toContain('and none is left.');
    expect(textOf(done)).toContain('two interactions');
    expect(await counts()).toEqual({});
  });

  test('leaves everybody else’s', async () => {
    await fill();
    const lou = core.member(`lou-${people}`);
    await lou.say('log', { who: 'Kim', they: 'good', when: '12 Oct' });
    await ana.tap(await ana.say('my-data', { do: 'erase' }), 'Erase it now');
    expect(await (await lou.notebook()).countEntries()).toBe(1);
  });

  test('is made good by the export: the same content, and the same spreadsheets', async () => {
    await fill();
    const before = await exported();
    await ana.tap(await ana.say('my-data', { do: 'erase' }), 'Erase it now');
    expect(contentOf((await exported())['notebook.json'])).not.toEqual(contentOf(before['notebook.json']));
    await ana.tap(await offer(before['notebook.json'] ?? ''), 'Import it');
    const after = await exported();
    expect(contentOf(after['notebook.json'])).toEqual(contentOf(before['notebook.json']));
    expect(after['interactions.csv']).toBe(before['interactions.csv']);
    expect(after['people.csv']).toBe(before['people.csv']);
  });
});

test('nothing typed alone erases or imports, and an empty file is said to be one', async () => {
  const eve = core.member('eve');
  await eve.say('log', { who: 'Kim', they: 'good', role: 'nurse' });
  const choices = optionSpecs(myData.options).find(({ name }) => name === 'do')?.choices ?? [];
  expect(choices.map(({ value }) => value)).toEqual(['export', 'import', 'calendar', 'erase']);
  expect(textOf(await eve.say('my-data', { do: 'erase' }))).toContain('Erase everything?');
  expect(textOf(await eve.say('my-data', { do: 'import', file: '' }))).toContain('There is nothing in that file');
  expect((await eve.typed('my-data', { do: 'import' }))?.fields.map(({ name }) => name)).toEqual(['file']);
  expect(await (await eve.notebook()).countEntries()).toBe(1);
});
