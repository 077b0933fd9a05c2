import type { InterviewKind } from '../../vocabulary.ts';
import { type Finder, finder } from './piece.ts';
import { hourWords, oneOf, partWords } from './vocabulary.ts';

/** What people call their meetings with a program. */
const meetings = new Map<string, InterviewKind>([
  ...['interview', 'interviews', 'iv', 'ivs', 'interview day', 'virtual interview'].map(
    word => [word, 'interview'] as const,
  ),
  ...['social', 'socials', 'dinner', 'happy hour', 'meet and greet', 'meet & greet'].map(
    word => [word, 'social'] as const,
  ),
  ...['pre-interview dinner', 'interview dinner', 'resident social'].map(word => [word, 'social'] as const),
  ...['second visit', 'second-visit', 'second look', '2nd look', 'second-look'].map(
    word => [word, 'second-visit'] as const,
  ),
]);

/** What people call the official dates, by the id of each in the rules of the season. */
const officials = new Map<string, string>([
  ...['match day', 'matchday'].map(word => [word, 'match-day'] as const),
  ...['match week', 'matchweek'].map(word => [word, 'match-week'] as const),
  ...['soap', 'soap week'].map(word => [word, 'soap'] as const),
  ...[
    'rank',
    'ranking',
    'rank list',
    'rank order list',
    'rol',
    'roi',
    'rank-list',
    'certification',
    'withdrawal',
    'nrmp',
  ]
    .flatMap(word => ['deadline', 'due date', 'certification deadline'].map(end => `${word} ${end}`))
    .map(word => [word, 'rank-deadline'] as const),
  ...['rank list is due', 'rol is due', 'rank lists are due', 'rank list due'].map(
    word => [word, 'rank-deadline'] as const,
  ),
  ...['ranking opens', 'rank list opens', 'rank lists open', 'ranking opening'].map(
    word => [word, 'ranking-opens'] as const,
  ),
  ...['eras opens', 'eras opening'].map(word => [word, 'eras-opens'] as const),
  ...['eras submission', 'submission opens', 'eras submission opens'].map(word => [word, 'submission-opens'] as const),
  ...['mspe release', 'applications are released', 'mspe is released'].map(word => [word, 'review-opens'] as const),
  ...['registration deadline', 'nrmp registration deadline'].map(word => [word, 'registration-deadline'] as const),
  ...['registration opens', 'nrmp registration opens'].map(word => [word, 'registration-opens'] as const),
  ...['residency starts', 'residency start', 'start of residency'].map(word => [word, 'residency-starts'] as const),
]);

export interface MeetingName {
  meeting: InterviewKind;
  /** As it was said; empty where it was not. */
  program: string;
}
export type EventName = MeetingName | { official: string };

const WORD = "[\\p{L}\\p{N}][\\p{L}\\p{N}.&'’/-]*";
/** A program's name goes on until an hour or a part of the day is said. */
const STOP = `(?:at|@|on|by) (?:\\d|${oneOf([...hourWords.keys(), ...partWords.keys()])}(?![a-z]))|in the |please|\\d`;
const NAME = `(?!${STOP})${WORD}(?: (?!${STOP})${WORD}){0,6}`;
const MY = '(?:my|the|our)';
const BEFORE = `(?!(?:before|after|from|of|my|next)(?![a-z]))${WORD}`;

/** The meetings of a notebook, and the official dates of the season. */
export const eventFinders: readonly Finder[] = [
  finder(
    `${MY}(?: (?:next|upcoming|first|coming))?(?: (?<before>${BEFORE}(?: ${BEFORE}){0,3}?))?? (?<meeting>${oneOf(meetings.keys())})(?: (?:at|with|@|for) (?<after>${NAME}))?`,
    ({ before, meeting = '', after }) => [
      { kind: 'event', event: { meeting: meetings.get(meeting) ?? 'interview', program: after ?? before ?? '' } },
    ],
  ),
  finder(`(?:${MY} )?(?<official>${oneOf(officials.keys())})`, ({ official = '' }) => [
    { kind: 'event', event: { official: officials.get(official) ?? '' } },
  ]),
];
