import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { myData } from '../../src/commands/account/myData.ts';
import { commands } from '../../src/commands/index.ts';
import { optionSpecs } from '../../src/core/commands/options.ts';
import type { NotebookExport } from '../../src/core/ports/notebook.ts';
import type { Answer } from '../../src/core/ports/request.ts';
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
    name: 'Lakeside',
    specialty: 'IM',
    market: 'outside',
    school: null,
    rotated: true,
    thankYou: 'welcome',
    note: null,
  });
  const day = Temporal.PlainDate.from('2026-11-03');
  const zone = 'America/New_York';
  const time = Temporal.PlainTime.from('09:00');
  const ids = { programId: program.id, zone };
  await notebook.interviews.add({ ...ids, kind: 'interview', day, time, minutes: null, followUpSentOn: null });
  const replyBy = Temporal.Instant.from('2026-10-20T22:00:00Z');
  await notebook.offers.add({ ...ids, receivedOn: day, replyBy, state: 'open' });
  await notebook.defenders.add({ contactId: patel?.id ?? '', since: day, updatedOn: null });
  await notebook.audit.add({ dimension: 'reliability', answer: 'mostly', day });
  const at = Temporal.PlainDateTime.from('2026-10-23T09:00');
  await notebook.reminders.add({ text: 'Write', at, zone, rule: 'FREQ=WEEKLY;BYDAY=FR', state: 'open', about: null });
  await notebook.answer({ paper: 'solid' });
}

test('an empty notebook says so', async () =>
  expect(textOf(await ana.say('my-data'))).toContain('Nothing is kept of you beyond your settings.'));

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
    expect(text).toContain('Line 3: "fine" is none of');
    expect(text).toContain('Line 4: "pt John Smith" (a name or initials)');
    expect(labelsOf(shown)).toEqual(['Import the rest', 'None is a patient', 'Not now']);
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
    ['who,they,day\nLou,fine,yesterday', ['Not now'], 'Nothing of this file would be added.'],
    ['name\npt John Smith', ['None is a patient', 'Not now'], 'Nothing of this file would be added.'],
    ['name\n', ['Not now'], 'There is nothing new in this file.'],
  ])('is not offered where nothing is left of %j', async (file, labels, answer) => {
    const shown = await offer(file);
    expect(labelsOf(shown)).toEqual(labels);
    expect(textOf(shown)).toContain(answer);
  });

  test('leaves what is there already as it is', async () => {
    const file = 'name,role\nKim,nurse';
    await ana.tap(await offer(file), 'Import it now');
    const again = await offer(`${file}\nLou,chief`);
    expect(textOf(again)).toContain('One row is here already and would not change.');
    await ana.tap(again, 'Import it now');
    expect(await counts()).toEqual({ Contact: 2 });
  });

  test('of something else says in one sentence what can be read', async () => {
    expect(textOf(await offer('a,b\n1,2'))).toContain('I can read a notebook.json, or a CSV');
    expect(textOf(await offer('{"a":1}'))).toContain('That JSON is not a notebook of Backchannel');
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
    await ana.tap(await offer(before['notebook.json'] ?? ''), 'Import it now');
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
  expect(choices.map(({ value }) => value)).toEqual(['export', 'import', 'erase']);
  expect(textOf(await eve.say('my-data', { do: 'erase' }))).toContain('Erase everything?');
  expect(textOf(await eve.say('my-data', { do: 'import', file: '' }))).toContain('There is nothing in that file');
  expect((await eve.typed('my-data', { do: 'import' }))?.fields.map(({ name }) => name)).toEqual(['file']);
  expect(await (await eve.notebook()).countEntries()).toBe(1);
});
