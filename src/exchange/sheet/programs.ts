import { clip } from '../../core/cards/clip.ts';
import { choicesOf, readChoice } from '../../core/commands/choices.ts';
import { readPeople } from '../../domain/people/people.ts';
import { interviewKinds, markets, type Role, schools, thankYous } from '../../domain/vocabulary.ts';
import { createInterviews } from './interviews.ts';
import { nameFrom } from './names.ts';
import { nothingRead, type Reading, type RowCells, type RowsRead, rowCells, tooLong } from './reading.ts';
import type { Shape } from './shape.ts';

/** Rows of programs, as applicants keep track of them: the interview there, and who runs it, come with them. */
export function readPrograms(shape: Shape, reading: Reading): RowsRead {
  const { ids } = reading;
  const interviews = createInterviews(shape, reading);
  const { questions, leftOut, days } = interviews;
  const read: RowsRead = { ...nothingRead(), questions, leftOut, days };
  for (const row of shape.rows) {
    const cells = rowCells(shape, row);
    const { where, text } = cells;
    const name = text('program');
    const wrong = tooLong(cells) ?? (name === '' ? 'no program is named' : undefined);
    if (wrong) {
      read.mistakes.push(`${where}: ${wrong}`);
      continue;
    }
    const noted = (why: string) => void read.noted.push(`${where}: ${why}`);
    const program = { id: ids.program(name), name, ...factsOf(cells, noted) };
    const found = interviews.of(cells, name);
    const kept = found.outcome === 'understood' && found.value;
    if (found.outcome === 'asked') read.waiting.push(`${where}: ${found.question}`);
    if (found.outcome === 'refused') read.mistakes.push(`${where}: ${found.because}`);
    const kind = kept ? (choice(interviewKinds, text('kind'), noted) ?? 'interview') : 'interview';
    const interview = { id: ids.other('interview', where), programId: program.id, kind, ...kept };
    read.pieces.push({ where, tables: { Program: [program], ...(kept && { Interview: [interview] }) } });
    const people = peopleOf(cells, name, reading);
    if (people.length > 0) read.pieces.push({ where, tables: { Contact: people } });
  }
  return read;
}

/** What a row says of its program beside its name; a word that is none of a list's is noted. */
function factsOf({ text }: RowCells, noted: (why: string) => void) {
  const rotated = text('rotated').toLowerCase();
  const isYes = YES.has(rotated);
  if (rotated !== '' && !isYes && !NO.has(rotated)) noted(`"${clip(rotated, 40)}" is neither yes nor no`);
  return {
    specialty: text('specialty') || null,
    market: choice(markets, text('market'), noted) ?? null,
    school: choice(schools, text('school'), noted) ?? null,
    rotated: isYes,
    thankYou: choice(thankYous, text('thankYou'), noted) ?? 'unknown',
    note: text('sentence') || null,
  };
}

const YES = new Set(['yes', 'y', 'true', 'x', '✓', '✔', 'checked', '1']);
const NO = new Set(['no', 'n', 'false', '-', 'unchecked', '0']);

function choice<Key extends string>(
  list: Record<Key, { label: string }>,
  text: string,
  noted: (why: string) => void,
): Key | undefined {
  if (text === '') return undefined;
  const choices = choicesOf(list);
  const found = readChoice({ choices }, text);
  if (found === undefined) noted(`"${clip(text, 40)}" is none of: ${choices.map(({ label }) => label).join(', ')}`);
  return choices.find(({ value }) => value === found)?.value;
}

/** The columns of a program that name somebody there. */
const OFFICES = { director: 'program-director', coordinator: 'coordinator', chief: 'chief' } as const satisfies Record<
  string,
  Role
>;
const NOBODY = /^(?:n\/?a|none|tb[ad]|unknown|[-–—?.]+)$/i;

function peopleOf({ text }: RowCells, place: string, { ids, clock }: Reading) {
  return Object.entries(OFFICES).flatMap(([column, role]) => {
    const said = text(column as keyof typeof OFFICES)
      .replace(/[<(]?\S{1,64}@\S{1,64}[>)]?/, '')
      .trim();
    if (said === '' || NOBODY.test(said)) return [];
    const named = readPeople(said.replaceAll('/', ' and '), clock);
    // What is no name for sure is kept as it stands.
    const people = named.outcome === 'understood' ? named.value.people : [{ name: said }];
    return people.map(({ name: one }) => {
      const { name } = nameFrom({ whole: one, prefix: '', first: '', middle: '', last: '', suffix: '' });
      return { id: ids.person(name, role, place), name, role, place, knownAt: [] };
    });
  });
}
