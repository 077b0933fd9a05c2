import Papa from 'papaparse';
import { type NotebookData, namer } from './notebookData.ts';
import { FORMULA } from './readCsv.ts';

type CsvRow = Record<string, string>;
const text = (value: { toString(): string } | null | undefined): string => value?.toString() ?? '';

/** The rows of each spreadsheet, in the words that an import reads back. */
const sheets: Record<string, (data: NotebookData) => CsvRow[]> = {
  people: ({ people }) =>
    people.map(({ name, role, place, knownAt }) => ({
      name,
      role,
      place: text(place),
      'knows somebody at': knownAt.join('; '),
    })),
  interactions: ({ entries }) =>
    entries.map(({ day, contact, stance, worry, dimensions, sentence, place }) => ({
      day: text(day),
      who: contact.name,
      role: contact.role,
      they: stance,
      about: dimensions.join(', '),
      worry: text(worry),
      sentence: text(sentence),
      place: text(place),
    })),
  programs: ({ programs }) =>
    programs.map(({ name, specialty, market, school, rotated, thankYou }) => ({
      name,
      specialty: text(specialty),
      market: text(market),
      school: text(school),
      rotated: rotated ? 'yes' : 'no',
      'thank-you notes': thankYou,
    })),
  interviews: ({ interviews, programs }) => {
    const name = namer(programs);
    return interviews.map(({ programId, kind, day, time, zone }) => ({
      program: name(programId),
      kind,
      day: text(day),
      time: time.toString({ smallestUnit: 'minute' }),
      zone,
    }));
  },
  offers: ({ offers, programs }) => {
    const name = namer(programs);
    return offers.map(({ programId, receivedOn, replyBy, zone, state }) => ({
      program: name(programId),
      'received on': text(receivedOn),
      'answer by': text(replyBy?.toZonedDateTimeISO(zone).toPlainDateTime()),
      zone,
      state,
    }));
  },
  signals: ({ signals, programs }) => {
    const name = namer(programs);
    return signals.map(({ programId, kind, note, day }) => ({
      program: name(programId),
      day: text(day),
      kind,
      note: text(note),
    }));
  },
  'loose-ends': ({ looseEnds, people }) => {
    const name = namer(people);
    return looseEnds.map(({ contactId, kind, text: what, openedOn, dueOn, closedOn, outcome }) => ({
      with: name(contactId),
      kind,
      what,
      'opened on': text(openedOn),
      'due on': text(dueOn),
      'closed on': text(closedOn),
      outcome: text(outcome),
    }));
  },
  reminders: ({ reminders }) =>
    reminders.map(({ text: what, at, zone, rule, state }) => ({
      what,
      at: text(at),
      zone,
      repeats: text(rule),
      state,
    })),
};

/** One file a kind; a cell that a spreadsheet would run as a formula is defused with a quote before it. */
export const csvFiles = (data: NotebookData): Record<string, string> =>
  Object.fromEntries(
    Object.entries(sheets).map(([name, rowsOf]) => [
      `${name}.csv`,
      Papa.unparse(rowsOf(data), { escapeFormulae: FORMULA, newline: '\r\n' }),
    ]),
  );
