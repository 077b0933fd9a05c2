import { datesNamed, isGuess } from '../domain/season/officialDates.ts';
import { dayByRule, type Phase, type SeasonRules } from '../domain/season/season.ts';
import { parseAction } from './action.ts';
import type { Loaded } from './documents.ts';
import { WEEKS } from './limits.ts';
import type { Mistake } from './mistakes.ts';
import type { Action, Piece, Scenario, Tip } from './types.ts';

/** What the texts may point at. */
export interface Targets {
  pieces: ReadonlySet<string>;
  topics: ReadonlySet<string>;
  /** Names of the commands that a button may call; left out, names are not looked at. */
  commands?: readonly string[] | undefined;
}

type Wrong = (path: PropertyKey[], message: string) => Mistake;

const at =
  ({ file, lineOf }: Pick<Loaded<unknown>, 'file' | 'lineOf'>): Wrong =>
  (path, message) => ({ file, line: lineOf(path), field: path.join('.'), message });

/** A piece names its topic, other pieces that exist, and a call that leads somewhere. */
export function pieceMistakes(loaded: Loaded<Piece>, targets: Targets): Mistake[] {
  const { id, topic, related, do: action } = loaded.value;
  const wrong = at(loaded);
  return [
    ...(targets.topics.has(topic) ? [] : [wrong(['topic'], `there is no topic "${topic}"`)]),
    ...relatedMistakes(related, id, wrong, targets),
    ...actionMistakes(action, wrong, targets),
  ];
}

/** A tip's phase is one that its week touches, its dates are events of the season, and its call leads somewhere. */
export function tipMistakes(
  loaded: Loaded<Tip>,
  targets: Targets,
  { phases: byWeek, rules }: { phases: ReadonlyMap<number, ReadonlySet<Phase>>; rules: SeasonRules | undefined },
): Mistake[] {
  const { week, phase, body, match, do: action } = loaded.value;
  const wrong = at(loaded);
  const phases = byWeek.get(week);
  return [
    ...(!phases || phases.has(phase) ? [] : [wrong(['phase'], `week ${week} is in ${[...phases].join(' or ')}`)]),
    ...(rules ? dayMistakes(loaded.value, rules).map(message => wrong(['before'], message)) : []),
    ...(rules ? dateMistakes(body, rules).map(message => wrong(['body'], message)) : []),
    ...(datesNamed(body).length > 0 && !match ? [wrong(['match'], 'is true where a date of the Match is named')] : []),
    ...actionMistakes(action, wrong, targets),
  ];
}

function dayMistakes({ before }: Tip, rules: SeasonRules): string[] {
  try {
    if (before) dayByRule(before, ANY_CYCLE, rules);
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}
const ANY_CYCLE = 2027;

/** What a text asks for that is no event, or is a guess, whose day is never said. */
const dateMistakes = (text: string, { events }: SeasonRules): string[] =>
  datesNamed(text).flatMap(id => {
    const event = events.find(event => event.id === id);
    if (!event) return [`there is no event "${id}" in the season`];
    return isGuess({ ...event, label: 'expected' }) ? [`the day of "${id}" is a guess, and is never said`] : [];
  });

export const scenarioMistakes = (loaded: Loaded<Scenario>, targets: Targets): Mistake[] =>
  relatedMistakes(loaded.value.related, undefined, at(loaded), targets);

/** A practice case and a piece don't share a name, for both are found by it. */
export const sameNames = (scenarios: readonly Loaded<Scenario>[], pieces: ReadonlySet<string>): Mistake[] =>
  scenarios
    .filter(({ id }) => pieces.has(id))
    .map(({ id, file }) => ({ file, message: `there is a piece "${id}" too` }));

/** The weeks of the year that have no tip, by the names of the files there are. */
export function missingTips(names: ReadonlySet<string>): Mistake[] {
  const weeks = Array.from({ length: WEEKS }, (_, index) => String(index + 1).padStart(2, '0'));
  const missing = weeks.filter(week => !names.has(week));
  return missing.length === 0 ? [] : [{ file: 'tips', message: `no tip for week ${missing.join(', ')}` }];
}

function relatedMistakes(related: string[], own: string | undefined, wrong: Wrong, { pieces }: Targets): Mistake[] {
  return related.flatMap((id, index) => {
    if (id === own) return [wrong(['related', index], 'is the piece itself')];
    return pieces.has(id) ? [] : [wrong(['related', index], `there is no piece "${id}"`)];
  });
}

/** What a text's button may give a command: where it leads, and nothing that only the person can say. */
const mayGive: Readonly<Record<string, readonly string[]>> = {
  advice: ['piece', 'topic', 'case', 'search'],
  audit: ['about'],
  bucket: ['show'],
  draft: ['kind'],
  log: ['role'],
  'loose-ends': ['do', 'kind'],
  people: ['do', 'role'],
  programs: ['do', 'kind'],
  reminders: ['show'],
};

function actionMistakes(action: Action, wrong: Wrong, { pieces, topics, commands }: Targets): Mistake[] {
  const { command, options } = parseAction(action.call);
  const { piece, topic } = command === 'advice' ? options : {};
  const said = Object.keys(options).filter(name => !mayGive[command]?.includes(name));
  return [
    ...said.map(name => `a button of ${command} does not say ${name}= for the person`),
    ...(commands && !commands.includes(command) ? [`there is no command "${command}"`] : []),
    ...(piece !== undefined && !pieces.has(piece) ? [`there is no piece "${piece}"`] : []),
    ...(topic !== undefined && !topics.has(topic) ? [`there is no topic "${topic}"`] : []),
  ].map(message => wrong(['do', 'call'], message));
}
