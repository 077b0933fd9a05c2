import type { InterviewKind } from '../../vocabulary.ts';
import type { Placed } from './roles.ts';

/** A day, with its hour and zone where they are said. */
export interface Timed {
  day: Temporal.PlainDate;
  time: Temporal.PlainTime | null;
  zone: string | null;
}
export interface Meeting extends Timed {
  kind: InterviewKind;
  /** How long it takes. */
  minutes: number | null;
}

/** A moment whose day may be one of several. */
export interface OpenDay {
  words: string;
  choices: readonly Meeting[];
}

export interface MeetingsFound {
  meetings: readonly Meeting[];
  open: readonly OpenDay[];
  /** Words about a time that say no day, or no zone that could be told. */
  unread: readonly string[];
}

const kinds = { meeting: 'interview', social: 'social', 'second-visit': 'second-visit' } as const;
const kindFor = ({ role }: Placed): InterviewKind | undefined =>
  role in kinds ? kinds[role as keyof typeof kinds] : undefined;

/** How many statements may stand between a day and its hour: "Date: ..." and, below it, "Time: ...". */
const APART = 3;

/** The meetings that the moments of a mail amount to, each said once. @param ofAll the zone that all its hours are in */
export function meetingsIn(placed: readonly Placed[], ofAll: string | null): MeetingsFound {
  const moments = joined(placed.filter(moment => kindFor(moment)));
  const meetings: Meeting[] = [];
  const open: OpenDay[] = [];
  const unread: string[] = [];
  for (const moment of moments) {
    const { day, either, words } = moment;
    if (moment.zone === null) unread.push(words);
    if (day) meetings.push(meetingOn(day, moment, ofAll));
    else if (either.length > 1) open.push({ words, choices: either.map(one => meetingOn(one, moment, ofAll)) });
    else if (day === null) unread.push(words);
  }
  return { meetings: once(meetings), open, unread };
}

function meetingOn(day: Temporal.PlainDate, moment: Placed, ofAll: string | null): Meeting {
  const { from, to, zone } = moment;
  const minutes = from && to ? from.until(to).total('minutes') : 0;
  return {
    kind: kindFor(moment) ?? 'interview',
    day,
    time: from ?? null,
    zone: zone ?? ofAll,
    minutes: minutes > 0 ? minutes : null,
  };
}

/** A day that stands alone with the hour that stands alone nearest to it; other hours are of the day's course. */
function joined(moments: readonly Placed[]): Placed[] {
  const free = moments.filter(({ day, from, isEnd }) => day === undefined && from && !isEnd);
  const ends = moments.filter(({ isEnd }) => isEnd);
  const used = new Set<Placed>();
  return moments.flatMap(moment => {
    if (moment.day === undefined) return [];
    if (moment.from) return [until(moment, ends)];
    const near = free
      .filter(one => !used.has(one) && one.role === moment.role && Math.abs(one.at - moment.at) <= APART)
      .toSorted((one, other) => Number(one.at < moment.at) - Number(other.at < moment.at) || one.at - other.at)[0];
    if (!near) return [moment];
    used.add(near);
    return [until({ ...near, day: moment.day, either: moment.either, words: `${moment.words}, ${near.words}` }, ends)];
  });
}

/** With the hour at which it ends, where that is said apart from its start. */
function until(moment: Placed, ends: readonly Placed[]): Placed {
  const end = ends.find(({ role, at }) => role === moment.role && at >= moment.at && at - moment.at <= APART);
  return moment.to || !end?.from ? moment : { ...moment, to: end.from };
}

/** Without a day that is said again without its hour. */
function once(meetings: readonly Meeting[]): Meeting[] {
  const key = ({ kind, day, time }: Meeting) => `${kind} ${day} ${time}`;
  const hasHour = ({ kind, day }: Meeting) =>
    meetings.some(one => one.kind === kind && one.day.equals(day) && one.time);
  const kept = meetings.filter(one => one.time !== null || !hasHour(one));
  return [...new Map(kept.map(one => [key(one), one])).values()];
}
