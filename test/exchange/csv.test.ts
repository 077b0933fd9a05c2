import { describe, expect, test } from 'vitest';
import type { Contact, HistoryItem } from '../../src/core/ports/notebook.ts';
import { csvFiles } from '../../src/exchange/csv.ts';
import { readCsv } from '../../src/exchange/readCsv.ts';
import fc from '../support/properties.ts';
import { nothing } from './notebook.ts';

const cellsOf = (csv: string) => readCsv(csv).rows.map(({ cells }) => cells);

describe('a spreadsheet', () => {
  test('is read with commas, semicolons or tabs, whatever its notes hold', () => {
    const row = { who: 'Kim', note: 'calm; kind, quick' };
    expect(cellsOf('who,note\nKim,"calm; kind, quick"')).toEqual([row]);
    expect(cellsOf('who;note\nKim;"calm; kind, quick"')).toEqual([row]);
    expect(cellsOf('who\tnote\nKim\tcalm; kind, quick')).toEqual([row]);
  });

  test('has its heads in small letters, without the mark that Excel puts first', () =>
    expect(readCsv('\uFEFFWHO; They \r\nKim;good\r\n').columns).toEqual(['who', 'they']));

  test('names the line on which each row begins, past blank lines and line breaks in notes', () => {
    const csv = 'who,note\r\n\r\nKim,"one\r\ntwo\nthree"\r\n,\r\nLou,x\r\nMax';
    expect(readCsv(csv).rows.map(({ line, cells }) => [line, cells.who])).toEqual([
      [3, 'Kim'],
      [7, 'Lou'],
      [8, 'Max'],
    ]);
    expect(cellsOf(csv)[0]?.note).toBe('one\r\ntwo\nthree');
    expect(cellsOf(csv)[2]?.note).toBe('');
  });

  test('may be empty', () => expect(readCsv('')).toEqual({ columns: [], rows: [] }));
});

const person = (name: string): Contact => ({ id: 'p', name, role: 'chief', place: null, knownAt: [] });
const written = (name: string) => csvFiles({ ...nothing, people: [person(name)] })['people.csv'] ?? '';

describe('a cell that a spreadsheet would run', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1'])('"%s" is written with a quote before it', cell =>
    expect(written(cell)).toContain(`'${cell}`),
  );

  const sign = fc.constantFrom('=', '+', '-', '@', '\t', "'", "'=", "''-", '');
  const text = fc.string({ unit: fc.constantFrom(...'ab=+-@\',;"\t\r\n é') }).map(each => `x${each}x`);
  test('comes back as it was, and none is left that would run', () =>
    fc.assert(
      fc.property(sign, text, (before, after) => {
        const csv = written(before + after);
        expect(cellsOf(csv)[0]?.name).toBe(before + after);
        expect(csv.split('\r\n').slice(1).join('\r\n')).not.toMatch(/^"?[=+\-@\t]/);
      }),
    ));
});

test('every kind has a file, and an entry says all that was logged', () => {
  const entry: HistoryItem = {
    id: 'e',
    contactId: 'p',
    contact: person('Kim'),
    stance: 'good',
    worry: 'reliability',
    dimensions: ['team-fit', 'work-ethic'],
    sentence: 'Calm',
    place: null,
    day: Temporal.PlainDate.from('2026-10-12'),
    loggedAt: Temporal.Instant.from('2026-10-12T12:00:00Z'),
  };
  const files = csvFiles({ ...nothing, entries: [entry] });
  expect(Object.keys(files)).toEqual([
    'people.csv',
    'interactions.csv',
    'programs.csv',
    'interviews.csv',
    'invitations.csv',
    'offers.csv',
    'clues.csv',
    'loose-ends.csv',
    'reminders.csv',
  ]);
  expect(cellsOf(files['interactions.csv'] ?? '')).toEqual([
    {
      day: '2026-10-12',
      who: 'Kim',
      role: 'chief',
      they: 'good',
      about: 'team-fit, work-ethic',
      worry: 'reliability',
      sentence: 'Calm',
      place: '',
    },
  ]);
});
