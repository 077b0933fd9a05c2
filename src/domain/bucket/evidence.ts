import type { LogEntry } from '../notebook.ts';
import { formatDay } from '../time/localTime.ts';
import {
  dimensions,
  incidentKinds,
  incidentStates,
  keysOf,
  papers,
  roleWord,
  schools,
  stances,
} from '../vocabulary.ts';
import { list, parts } from '../words/sentences.ts';
import type { Answers, Program } from './selfCheck.ts';
import type { PersonVoice } from './voices.ts';
import { speaksAgainst } from './voices.ts';

/** One entry or answer that a result stands on. `id` is the entry's id, or the answer's name. */
export interface Evidence {
  kind: 'entry' | 'answer';
  id: string;
  text: string;
  /** Of an entry. */
  day?: Temporal.PlainDate;
}

/** What these people would say, each by the entry that decides it. */
export function byVoices(voices: readonly PersonVoice[]): Evidence[] {
  return voices.map(({ person, stance, entry }) =>
    byEntry(entry, `${nameAndRole(person)}, ${stances[stance].phrase}${stance === entry.stance ? '' : ' by now'}`),
  );
}

/** The concerns and worries that nothing has answered yet, each by its own entry. */
export function bySmoke(voices: readonly PersonVoice[]): Evidence[] {
  return voices.flatMap(({ person, smoke }) =>
    smoke.map(entry => byEntry(entry, `${nameAndRole(person)}, ${stances[entry.stance].phrase}${worryOf(entry)}`)),
  );
}

/** The words with little in them, each by its own entry. */
export function byVague(voices: readonly PersonVoice[]): Evidence[] {
  return voices.flatMap(({ person, vague }) =>
    vague ? [byEntry(vague, `${nameAndRole(person)}, ${stances.little.phrase}`)] : [],
  );
}

function byEntry(entry: LogEntry, text: string): Evidence {
  return { kind: 'entry', id: entry.id, text: `${text}, ${formatDay(entry.day)}`, day: entry.day };
}

/** What an entry speaks against, in words. */
export function worriesIn(entry: LogEntry): string {
  const about = keysOf(dimensions).filter(dimension => speaksAgainst(entry, dimension));
  return list(about.map(dimension => dimensions[dimension].label));
}

const worryOf = (entry: LogEntry): string => (worriesIn(entry) ? ` (${worriesIn(entry)})` : '');

function nameAndRole({ name, role }: PersonVoice['person']): string {
  return parts(name, roleWord(role));
}

export function byPaper({ paper }: Answers): Evidence {
  return byAnswer('paper', `Scores and CV: ${paper ? papers[paper].label : 'not answered'}`);
}

export function byIncidents({ incidents, incidentKind }: Answers): Evidence {
  const kind = incidentKind ? ` (${incidentKinds[incidentKind].label})` : '';
  return byAnswer('incidents', `Incidents: ${incidents ? incidentStates[incidents].label : 'not answered'}${kind}`);
}

export function bySchool(program: Program): Evidence {
  const school = program.school ? schools[program.school].label : 'not answered';
  return byAnswer('school', `Your school at ${program.name}: ${school}`);
}

function byAnswer(id: string, text: string): Evidence {
  return { kind: 'answer', id, text };
}
