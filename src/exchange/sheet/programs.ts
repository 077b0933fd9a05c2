import { clip } from '../../core/cards/clip.ts';
import { readChoice, spokenOf } from '../../core/commands/choices.ts';
import { readPeople } from '../../domain/people/people.ts';
import { moods, rankWishes, redFlags, signals } from '../../domain/programs/programWords.ts';
import { interviewKinds, keysOf, markets, type Role, schools, thankYous } from '../../domain/vocabulary.ts';
import { type ReadSummary, readSummary } from '../events/summary.ts';
import { createInterviews } from './interviews.ts';
import { createInvitations } from './invitations.ts';
import { nameFrom } from './names.ts';
import { readProgramDays } from './programDays.ts';
import { nothingRead, type Reading, type RowCells, type RowsRead, rowCells, tooLong } from './reading.ts';
import type { Shape } from './shape.ts';
import { isUnsaid, NO, YES } from './words.ts';

/** Rows of programs, as applicants keep track of them: the interview there, and who runs it, come with them. */
export function readPrograms(shape: Shape, reading: Reading): RowsRead {
  const { ids } = reading;
  const dated = readProgramDays(shape, reading);
  const interviews = createInterviews(shape, reading, dated);
  const invitations = createInvitations(shape, reading, dated);
  const { leftOut, days } = dated;
  const questions = [...dated.questions, ...interviews.questions];
  const read: RowsRead = { ...nothingRead(), questions, leftOut, days };
  for (const row of shape.rows) {
    const cells = rowCells(shape, row);
    const { where, text } = cells;
    const event = text('program') === '' && text('subject') !== '' ? readSummary(text('subject')) : undefined;
    const name = event?.program ?? text('program');
    const wrong =
      tooLong(cells) ?? (event && notAnInterview(event)) ?? (name === '' ? 'no program is named' : undefined);
    if (wrong) {
      read.mistakes.push(`${where}: ${wrong}`);
      continue;
    }
    const noted = (why: string) => void read.noted.push(`${where}: ${why}`);
    const program = { id: ids.program(name), name, ...factsOf(cells, noted), ...debriefOf(cells, reading, noted) };
    const found = interviews.of(cells, name);
    const invited = invitations.of(cells, name, found.outcome === 'understood' && found.value !== null);
    for (const one of [found, invited]) {
      if (one.outcome === 'asked') read.waiting.push(`${where}: ${one.question}`);
      if (one.outcome === 'refused') read.mistakes.push(`${where}: ${one.because}`);
    }
    const planned = found.outcome === 'understood' && found.value;
    const invitation = invited.outcome === 'understood' && invited.value;
    const of = (kind: string) => ({ id: ids.other(kind, where), programId: program.id });
    const kind = (planned && choice(interviewKinds, text('kind'), noted)) || (event?.kind ?? 'interview');
    read.pieces.push({
      where,
      tables: {
        Program: [program],
        ...(planned && { Interview: [{ ...of('interview'), kind, ...planned }] }),
        ...(invitation && { Invitation: [{ ...of('invitation'), ...invitation }] }),
      },
    });
    const people = peopleOf(cells, name, reading);
    if (people.length > 0) read.pieces.push({ where, tables: { Contact: people } });
  }
  return read;
}

const notAnInterview = ({ isLikely }: ReadSummary): string | undefined =>
  isLikely ? undefined : 'it does not say that it is an interview';

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

/** What was sent, and how it was; a debrief that has no day is of the day on which it comes in. */
function debriefOf({ text }: RowCells, { clock }: Reading, noted: (why: string) => void) {
  const applied = text('applied').toLowerCase();
  const said = {
    wish: choice(rankWishes, text('wish'), noted) ?? null,
    mood: choice(moods, text('mood'), noted) ?? null,
    redFlag: choice(redFlags, text('redFlag'), noted) ?? null,
    knewName: text('knewName') === '' ? null : YES.has(text('knewName').toLowerCase()),
    debrief: text('debrief') || null,
  };
  const isSaid = Object.values(said).some(value => value !== null);
  const today = clock.now.toZonedDateTimeISO(clock.zone).toPlainDate();
  return {
    ...said,
    debriefedOn: isSaid ? today.toString() : null,
    // A day on which somebody applied says that they did.
    applied: applied !== '' && !NO.has(applied),
    signal: NO.has(text('signal').toLowerCase()) ? null : (choice(signals, text('signal'), noted) ?? null),
  };
}

function choice<Key extends string>(
  list: Record<Key, { label: string }>,
  text: string,
  noted: (why: string) => void,
): Key | undefined {
  if (text === '') return undefined;
  const choices = spokenOf(list);
  const found = readChoice({ choices }, text);
  if (found === undefined) noted(`"${clip(text, 40)}" is none of: ${choices.map(({ label }) => label).join(', ')}`);
  return keysOf(list).find(key => key === found);
}

/** The columns of a program that name somebody there. */
const OFFICES = { director: 'program-director', coordinator: 'coordinator', chief: 'chief' } as const satisfies Record<
  string,
  Role
>;

function peopleOf({ text }: RowCells, place: string, { ids, clock }: Reading) {
  return Object.entries(OFFICES).flatMap(([column, role]) => {
    const said = text(column as keyof typeof OFFICES)
      .replace(/[<(]?\S{1,64}@\S{1,64}[>)]?/, '')
      .trim();
    if (isUnsaid(said)) return [];
    const named = readPeople(said.replaceAll('/', ' and '), clock);
    // What is no name for sure is kept as it stands.
    const people = named.outcome === 'understood' ? named.value.people : [{ name: said }];
    return people.map(({ name: one }) => {
      const { name } = nameFrom({ whole: one, prefix: '', first: '', middle: '', last: '', suffix: '' });
      return { id: ids.person(name, role, place), name, role, place, knownAt: [], trainedAt: [] };
    });
  });
}
