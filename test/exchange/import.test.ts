import { describe, expect, test } from 'vitest';
import { encryptedIn } from '../../src/domain/entities/entity.ts';
import { entities } from '../../src/domain/notebook.ts';
import { csvFiles } from '../../src/exchange/csv.ts';
import { type How, readImport } from '../../src/exchange/import.ts';
import { nothing, program } from './notebook.ts';

const now = Temporal.Instant.from('2026-10-14T17:00:00Z');
const read = (file: string, more: Partial<How> = {}) =>
  readImport(file, { now, zone: 'America/Chicago', known: [], zones: {}, answers: {}, ...more });
const names = (rows: Record<string, unknown>[] | undefined) => rows?.map(({ name }) => name);

describe('a spreadsheet of interactions', () => {
  test('is read with heads of other names, days in plain words and labels for keys', async () => {
    const { rows, mistakes } = await read(
      'Date;Person;Tone;Title;About;Worry;Hospital;Notes\nlast Tue;Dr. Kim;good things;Chief resident;"Team fit, reliability";;Mercy;"calm\nand kind"',
    );
    expect(mistakes).toEqual([]);
    expect(rows.tables.Contact).toMatchObject([{ name: 'Dr. Kim', role: 'chief', place: 'Mercy' }]);
    expect(rows.tables.LogEntry).toMatchObject([
      {
        contactId: rows.tables.Contact?.[0]?.id,
        stance: 'good',
        dimensions: ['reliability', 'team-fit'],
        worry: null,
        day: '2026-10-13',
        sentence: 'calm\nand kind',
        place: 'Mercy',
      },
    ]);
  });

  test('names a wrong row by its line, and reads the others', async () => {
    const { rows, mistakes, waiting, questions } = await read(
      [
        'who,they,day,about,worry',
        'Kim,good,31 Nov,,',
        'Lou,fine,yesterday,,',
        ',good,yesterday,,',
        'Max,good,20 Oct 2026,,',
        'Nan,good,yesterday,kindness,',
        'Oz,good,yesterday,,gravity',
        'Pia,warn,yesterday,,work ethic',
      ].join('\n'),
    );
    expect(mistakes).toEqual([
      expect.stringContaining('Line 2: "31 Nov"'),
      'Line 4: nobody is named',
      'Line 5: "20 Oct 2026" has not come yet',
      'Line 6: "kindness" is none of: reliability, clinical-sense, team-fit, work-ethic, professionalism',
      'Line 7: "gravity" is none of: reliability, clinical-sense, team-fit, work-ethic, professionalism',
    ]);
    expect(waiting).toEqual(['Line 3: "fine" may mean several things']);
    expect(questions.map(({ key }) => key)).toEqual(['they:fine']);
    expect(rows.tables.LogEntry).toMatchObject([{ stance: 'warn', worry: 'work-ethic' }]);
    expect(names(rows.tables.Contact)).toEqual(['Pia']);
  });

  test('takes no more than a form does', async () => {
    const { mistakes } = await read(
      `who,they,day,sentence\n${'x'.repeat(81)},good,1 Oct,\nKim,good,1 Oct,${'y'.repeat(1001)}`,
    );
    expect(mistakes).toEqual([
      expect.stringMatching(/^Line 2: "x+…" has more than 80 characters$/),
      expect.stringMatching(/^Line 3: "y+…" has more than 1,000 characters$/),
    ]);
  });

  test('has a person once, however the name is typed', async () => {
    const { rows } = await read('who,they,day\nDr. Kim,good,1 Oct\nkim,warn,2 Oct');
    expect(names(rows.tables.Contact)).toEqual(['Dr. Kim']);
    expect(rows.tables.LogEntry?.map(({ contactId }) => contactId)).toEqual(
      Array(2).fill(rows.tables.Contact?.[0]?.id),
    );
  });
});

describe('a spreadsheet of interviews', () => {
  test('is read with its hour on either clock, and a zone by its city', async () => {
    const { rows } = await read(
      'Program,Day,Time,Time zone,Kind\nLakeside,3 Nov 2026,2:30 PM,New York,Social\nLakeside,4 Nov 2026,14:30,,\nMercy,2026-11-05,09:00:00,,',
    );
    expect(names(rows.tables.Program)).toEqual(['Lakeside', 'Mercy']);
    expect(rows.tables.Interview).toMatchObject([
      { day: '2026-11-03', time: '14:30:00', zone: 'America/New_York', kind: 'social' },
      { day: '2026-11-04', time: '14:30:00', zone: 'America/Chicago', kind: 'interview' },
      { day: '2026-11-05', time: '09:00:00' },
    ]);
  });

  test('takes a bare hour for one at which people are interviewed', async () =>
    expect(
      (await read('program,day,time\nLakeside,3 Nov 2026,2:30\nMercy,4 Nov 2026,9')).rows.tables.Interview,
    ).toMatchObject([{ time: '14:30:00' }, { time: '09:00:00' }]));
});

describe('letters and where people trained', () => {
  test.each([
    ['yes', true],
    ['Submitted', true],
    ['agreed', true],
    ['x', true],
    ['requested', false],
    ['no', false],
    ['', false],
    ['TBD', false],
  ])('a letter that is "%s" is %s', async (said, letter) => {
    const { rows, noted = [] } = await read(`Name,Role,LOR,Fellowship at\nDr. Patel,attending,${said},Hill; Emory`);
    expect(rows.tables.Contact).toMatchObject([{ name: 'Dr. Patel', letter, trainedAt: ['Hill', 'Emory'] }]);
    expect(noted).toEqual([]);
  });

  test('a word that is neither yes nor no is said, and the person comes in', async () => {
    const { rows, noted } = await read('Name,Role,LOR\nDr. Patel,attending,strongish');
    expect(rows.tables.Contact).toMatchObject([{ name: 'Dr. Patel', letter: false }]);
    expect(noted).toEqual(['Line 2: "strongish" is neither yes nor no']);
  });

  test('of somebody in two rows all of it is kept', async () => {
    const { rows } = await read(
      'Name,Role,Trained at,Letter\nDr. Patel,attending,Hill,\nDr. Patel,attending,Emory,yes',
    );
    expect(rows.tables.Contact).toMatchObject([{ trainedAt: ['Hill', 'Emory'], letter: true }]);
  });
});

describe('the spreadsheets of an export', () => {
  test('bring back what was sent to a program, and how it was', async () => {
    const told = { wish: 'maybe', mood: 'tired', redFlag: 'some', knewName: true, debrief: 'Kind chief' } as const;
    const sent = { applied: true, signal: 'gold' } as const;
    const files = csvFiles({
      ...nothing,
      programs: [
        { ...program('p', 'Lakeside'), ...told, ...sent, debriefedOn: Temporal.PlainDate.from('2026-10-20') },
        program('q', 'Mercy'),
      ],
    });
    const { rows, noted } = await read(files['programs.csv'] ?? '');
    expect(rows.tables.Program).toMatchObject([
      { name: 'Lakeside', ...told, ...sent },
      { name: 'Mercy', wish: null, debrief: null, debriefedOn: null, applied: false, signal: null },
    ]);
    expect(noted).toEqual([]);
  });

  test('are read again as what they are: programs are no people', async () => {
    const files = csvFiles({
      ...nothing,
      programs: [{ ...program('p', '=Lakeside'), market: 'outside', rotated: true, thankYou: 'welcome' }],
      people: [
        {
          id: 'c',
          name: '-Kim',
          role: 'nurse',
          place: 'Mercy',
          trainedAt: ['Hill', 'Emory'],
          knownAt: ['Lakeside', 'Rush'],
          letter: true,
          letterAskedOn: null,
        },
      ],
    });
    const [programs, people] = await Promise.all([read(files['programs.csv'] ?? ''), read(files['people.csv'] ?? '')]);
    expect(programs.rows.tables).toMatchObject({
      Program: [{ name: '=Lakeside', market: 'outside', school: null, rotated: true, thankYou: 'welcome' }],
    });
    expect(people.rows.tables).toMatchObject({
      Contact: [
        {
          name: '-Kim',
          role: 'nurse',
          place: 'Mercy',
          trainedAt: ['Hill', 'Emory'],
          knownAt: ['Lakeside', 'Rush'],
          letter: true,
        },
      ],
    });
  });

  test('that can’t be read are refused in one sentence', async () => {
    const files = csvFiles({ ...nothing, reminders: [] });
    await expect(read(files['reminders.csv'] ?? '')).rejects.toThrow('That file is empty');
    await expect(read('what,at,zone\nWrite,2026-11-03,UTC')).rejects.toThrow('I need a row of heads');
    const invitations = 'program,received at,answer by,zone,state,day,time,minutes';
    await expect(read(`${invitations}\nLakeside,2026-10-14,,UTC,open,2026-11-03,09:00,`)).rejects.toThrow(
      'the list of invitations out of an export',
    );
    await expect(read('{"version": 2}')).rejects.toThrow('That JSON is not a notebook');
  });
});

describe('a row that looks like a patient’s', () => {
  test('is left out of a spreadsheet with its line and what was noticed', async () => {
    const { rows, held, mistakes } = await read(
      'who,they,day,sentence\nKim,good,yesterday,Stayed with pt John Smith\nKim,good,yesterday,Stays calm\npt Mary Jones,good,yesterday,',
    );
    expect(mistakes).toEqual([]);
    expect(held).toEqual([
      'Line 2: "pt John Smith" (a name or initials)',
      'Line 4: "pt Mary Jones" (a name or initials)',
    ]);
    expect(names(rows.tables.Contact)).toEqual(['Kim']);
    expect(rows.tables.LogEntry).toMatchObject([{ sentence: 'Stays calm' }]);
  });

  test('is one whose name stands in the file as a patient’s only', async () => {
    const { held } = await read('name,place\npt John Smith,\nKim,with pt John Smith');
    expect(held).toHaveLength(2);
  });

  test('is none where its name is a colleague’s, of the notebook or of the file', async () => {
    const file = 'who,they,day,sentence\nKim,good,yesterday,Stayed with pt John Smith';
    expect((await read(file, { known: [{ name: 'John Smith', role: 'other', place: null }] })).held).toEqual([]);
    expect((await read(`${file}\nJohn Smith,good,yesterday,`)).held).toEqual([]);
  });

  test('is left out of a notebook.json with what hangs on it', async () => {
    const file = JSON.stringify({
      version: 1,
      exportedAt: now.toString(),
      tables: {
        Contact: [
          { id: 'a', name: 'pt John Smith' },
          { id: 'b', name: 'Kim', knownAt: ['MRN 1234567'] },
          { id: 'c', name: 'Lou' },
        ],
        LogEntry: [
          { id: 'a', contactId: 'a' },
          { id: 'c', contactId: 'c' },
        ],
        LooseEnd: [{ id: 'l', contactId: null, text: 'Call the daughter at 312-555-0199' }],
      },
    });
    const { rows, held } = await read(file);
    expect(held).toEqual([
      'People, row 1: "pt John Smith" (a name or initials)',
      expect.stringMatching(/^People, row 2: .*record/),
      expect.stringMatching(/^Loose ends, row 1: .*phone/),
    ]);
    expect(rows.tables).toMatchObject({ Contact: [{ id: 'c' }], LogEntry: [{ id: 'c' }] });
    expect((await read(file, { confirmed: true })).rows.tables.Contact).toHaveLength(3);
  });

  test('is looked for in every text that a notebook encrypts', async () => {
    for (const { name, columns } of Object.values(entities))
      for (const column of encryptedIn(columns)) {
        const tables = { [name]: [{ id: 'a', [column]: 'pt John Smith' }] };
        const { held } = await read(JSON.stringify({ version: 1, exportedAt: now.toString(), tables }));
        expect(held, `${name}.${column}`).toEqual([expect.stringContaining('row 1: "pt John Smith"')]);
      }
  });
});

test('what a self-check found is looked through, however its result is written down', async () => {
  const said = { bucket: 'rank-only', rules: ['R3', 'Stayed with pt John Smith'], fingerprint: '1f2e3d4c' };
  for (const result of [said, JSON.stringify(said), { deep: [[{ said: 'pt John Smith' }]] }]) {
    const tables = { BucketCheck: [{ id: 'a', programId: null, at: now.toString(), result }] };
    const { held } = await read(JSON.stringify({ version: 1, exportedAt: now.toString(), tables }));
    expect(held).toEqual([expect.stringContaining('row 1: "pt John Smith"')]);
  }
  const plain = { id: 'a', programId: null, at: now.toString(), result: { ...said, rules: ['R3'] } };
  const { held } = await read(
    JSON.stringify({ version: 1, exportedAt: now.toString(), tables: { BucketCheck: [plain] } }),
  );
  expect(held).toEqual([]);
});

test('what escapes in a notebook.json bring in that nobody sees is taken out, in every text', async () => {
  const unseen = ['\\u0000', '\\u001b', '\\u0085', '\\u202e', '\\u2066', '\\ue000', '\\ue001'].join('');
  const row = `{"id":"a","name":"Dr.${unseen} Kim","role":"chief","place":"Mer${unseen}cy"}`;
  const { rows } = await read(`{"version":1,"exportedAt":"now","tables":{"Contact":[${row}]}}`);
  expect(rows.tables.Contact).toMatchObject([{ name: 'Dr. Kim', place: 'Mercy' }]);
});
