import { clip } from '../../core/cards/clip.ts';
import type { InterviewKind } from '../../domain/vocabulary.ts';
import { type Component, componentsIn, propertyOf } from '../file/components.ts';
import type { Question } from '../questions.ts';
import { nothingRead, type Reading, type RowsRead } from '../sheet/reading.ts';
import { eventOf, ianaOf, type Start } from './event.ts';

/** The one event of a file, as far as it can be read: for the form of an interview. */
export interface EventRead {
  program: string;
  kind: InterviewKind;
  day?: string;
  time?: string;
  zone?: string;
}

const EVENTS_KEY = 'events';

/** Reads a calendar file: an interview for each event that may be one. */
export function readCalendar(text: string, { clock, answers, ids, zoneOf }: Reading): RowsRead & { event?: EventRead } {
  const components = componentsIn(text, 'VEVENT');
  const zones = componentsIn(text, 'VTIMEZONE');
  const isCalledOff = /^METHOD:CANCEL\s*$/im.test(text.slice(0, 2000));
  const calendarZone = /^X-WR-TIMEZONE:(\S{1,60})\s*$/im.exec(text.slice(0, 5000))?.[1];
  const all = components.map(component => eventOf(component, zones));
  const newest = new Map(all.map(event => [event.key, event]));
  const events = [...newest.values()];
  const isAlone = events.length === 1;
  const others = isAlone ? [] : events.filter(({ isLikely }) => !isLikely);
  const asksOthers = others.length > 0 && answers[EVENTS_KEY] === undefined;
  const takesAll = isAlone || answers[EVENTS_KEY] === 'all';
  const read: RowsRead = {
    ...nothingRead(),
    questions: asksOthers ? [othersQuestion(others.map(({ title }) => title))] : [],
    leftOut: leftOutOf(components),
    mistakes: all
      .filter(event => newest.get(event.key) !== event)
      .map(({ where, title }) => `${where}: "${clip(title, 40)}" stands there once more, as it was changed`),
  };

  for (const { where, title, program, kind, isLikely, state, start, minutes } of events) {
    const not = (why: string) => void read.mistakes.push(`${where}: ${why}`);
    const called = `"${clip(title, 40)}"`;
    if (!isLikely && !takesAll) {
      if (asksOthers) read.waiting.push(`${where}: ${called}`);
      else not(`${called} does not say that it is an interview`);
    } else if (isCalledOff || state === 'called off') not(`${called} was called off`);
    else if (state === 'repeats') not(`${called} repeats, and an interview is once: set a reminder for it instead`);
    else if (start.outcome !== 'understood')
      not(`${called}: ${start.outcome === 'refused' ? start.because : start.question}`);
    else if (program === '') not(`no program is named in ${called}`);
    else if (program.length > 80) not(`${called} has more than 80 characters`);
    else {
      const { day, time, zone } = placed(start.value, program);
      const id = ids.program(program);
      const interview = {
        id: ids.other('interview', where),
        programId: id,
        kind,
        day,
        time,
        zone,
        minutes,
        followUpSentOn: null,
      };
      read.pieces.push({ where, tables: { Program: [{ id, name: program }], Interview: [interview] } });
    }
  }
  const [only] = events;
  if (!isAlone || !only) return read;
  const { program, kind, start, day } = only;
  const said = start.outcome === 'understood' ? placed(start.value, program) : day ? { day } : {};
  return { ...read, event: { program, kind, ...said } };

  /** On the clock of its zone, or on that of the program, the calendar or the member where it names none. */
  function placed({ at, zone }: Start, program: string) {
    const own = calendarZone && ianaOf(calendarZone);
    const there = zone ?? zoneOf(program) ?? own ?? clock.zone;
    const local = at instanceof Temporal.Instant ? at.toZonedDateTimeISO(there).toPlainDateTime() : at;
    return { day: `${local.toPlainDate()}`, time: `${local.toPlainTime()}`, zone: there };
  }
}

const othersQuestion = (titles: readonly string[]): Question => ({
  key: EVENTS_KEY,
  ask: `${titles.length === 1 ? 'One event does' : `${titles.length} events do`} not say that they are interviews, such as "${clip(titles[0] ?? '', 40)}". Take them too?`,
  answers: [
    { value: 'none', label: 'Leave them out' },
    { value: 'all', label: 'Take them all' },
  ],
  waits: true,
});

const KEPT_NOWHERE: Readonly<Record<string, string>> = {
  LOCATION: 'the place or the link of a call: I keep neither',
  DESCRIPTION: 'what is written below: I keep no words of events',
  ATTENDEE: 'who is invited: I keep nobody of them',
};

function leftOutOf(components: readonly Component[]): RowsRead['leftOut'] {
  const names = new Set(components.flatMap(({ lines }) => lines.flatMap(line => propertyOf(line)?.name ?? [])));
  return Object.entries(KEPT_NOWHERE).flatMap(([head, why]) => (names.has(head) ? [{ head, why }] : []));
}
