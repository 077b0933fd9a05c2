import { z } from 'zod';
import { clip } from '../core/cards/clip.ts';
import { oneOf } from '../domain/entities/columns.ts';
import { nameWords, normalizeName } from '../domain/people/names.ts';
import { placeKey } from '../domain/people/places.ts';
import { recognize } from '../domain/people/recognize.ts';
import { type Role, roles, roleWord } from '../domain/vocabulary.ts';
import { capital, count, parts } from '../domain/words/sentences.ts';
import type { Answers, Question } from './questions.ts';
import type { Piece, Tables } from './screenRows.ts';

/** Somebody of a file or of the notebook, as far as it matters who is the same. */
export interface Somebody {
  name: string;
  role: Role;
  place: string | null;
}
const mentionedShape = z.object({
  id: z.string(),
  name: z.string(),
  role: oneOf(roles),
  place: z.string().nullable(),
  knownAt: z.array(z.string()),
  trainedAt: z.array(z.string()).default([]),
  letter: z.boolean().default(false),
  letterAskedOn: z.string().nullable().default(null),
});
type Mentioned = z.output<typeof mentionedShape>;

interface Resolved {
  pieces: Piece[];
  /** What stays out until it is said who is meant. */
  waiting: string[];
  questions: Question[];
}

const SAME = [
  { value: 'same', label: 'Same person' },
  { value: 'apart', label: 'Different people' },
];
/** So many likely doubles are asked about; of more people than this none is looked for. */
const MOST_ASKED = 10;
const MOST_PEOPLE = 600;

/**
 * Says who of a file is one person: those of one name, unless their roles or places differ, which is asked. Nobody is
 * merged by a surname alone; who may be somebody else is asked too, and comes in as they are until it is answered.
 */
export function resolveDoubles(pieces: readonly Piece[], known: readonly Somebody[], answers: Answers): Resolved {
  const mentioned = mentionedIn(pieces);
  const groups = Map.groupBy(mentioned, ({ name }) => normalizeName(name));
  const kept = new Map(known.map(somebody => [normalizeName(somebody.name), somebody]));
  const become = new Map<string, Mentioned | null>();
  const questions: Question[] = [];
  for (const [key, same] of groups) {
    const own = kept.get(key);
    const answer = answers[`same:${key}`];
    const clusters = clustersOf(same, own);
    if (clusters.length > 1 && answer !== 'same' && answer !== 'apart') {
      questions.push({ key: `same:${key}`, ask: whoIs(clusters, own), answers: SAME, waits: true });
      for (const { id } of same) become.set(id, null);
    } else if (clusters.length > 1 && answer === 'apart')
      for (const cluster of clusters)
        for (const { id } of cluster.mentions) become.set(id, { ...merged(cluster.mentions), name: nameOf(cluster) });
    else for (const { id } of same) become.set(id, merged(same));
  }
  const likely = groups.size > MOST_PEOPLE ? [] : likelyDoubles(become, known, answers);
  for (const { from, into } of likely.filter(({ answer }) => answer === 'same')) join(become, from, into);
  const open = likely.filter(({ answer }) => answer === undefined).slice(0, MOST_ASKED);
  return {
    ...rewritten(pieces, become),
    questions: [...questions, ...open.map(({ key, ask }) => ({ key, ask, answers: SAME, waits: false }))],
  };
}

/** One person of the file becomes another, of the file or of the notebook. */
function join(become: Map<string, Mentioned | null>, from: Somebody, into: Somebody): void {
  const both = [...become].flatMap(([id, one]) =>
    one && [from.name, into.name].includes(one.name) ? [{ id, one }] : [],
  );
  const one = { ...merged(both.map(each => each.one)), name: into.name };
  for (const { id } of both) become.set(id, one);
}

function mentionedIn(pieces: readonly Piece[]): Mentioned[] {
  const rows = pieces.flatMap(({ tables }) => tables.Contact ?? []);
  const mentions = rows.map(row => mentionedShape.parse(row));
  return [...Map.groupBy(mentions, ({ id }) => id).values()].map(merged);
}

/** People of one name of whom each may be one. */
interface Cluster {
  mentions: Mentioned[];
  /** The one of the notebook is among them. */
  isKnown: boolean;
}

function clustersOf(same: readonly Mentioned[], own: Somebody | undefined): Cluster[] {
  const clusters: (Cluster & { all: Somebody[] })[] = own ? [{ mentions: [], isKnown: true, all: [own] }] : [];
  // Those of whom more is said first: the others may be any of them.
  for (const one of same.toSorted((a, b) => said(b) - said(a))) {
    const fitting = clusters.filter(({ all }) => all.every(other => isCompatible(one, other)));
    const [found] = fitting;
    if (found) {
      found.mentions.push(one);
      found.all.push(one);
    } else clusters.push({ mentions: [one], isKnown: false, all: [one] });
  }
  return clusters.filter(({ mentions }, _, all) => mentions.length > 0 || all.length > 1);
}

const said = ({ role, place }: Somebody): number => Number(role !== 'other') + Number(place !== null);
const isCompatible = (one: Somebody, other: Somebody): boolean =>
  (one.role === other.role || one.role === 'other' || other.role === 'other') &&
  (one.place === null || other.place === null || placeKey(one.place) === placeKey(other.place));

/** All that is said of one person; of what differs, what is said first. */
function merged(mentions: readonly Mentioned[]): Mentioned {
  const [first] = mentions;
  if (!first) throw new Error('nobody is no person');
  const { role = 'other' } = mentions.find(each => each.role !== 'other') ?? {};
  const { place = null } = mentions.find(each => each.place !== null) ?? {};
  return {
    ...first,
    role,
    place,
    knownAt: [...new Set(mentions.flatMap(({ knownAt }) => knownAt))],
    trainedAt: [...new Set(mentions.flatMap(({ trainedAt }) => trainedAt))],
    letter: mentions.some(({ letter }) => letter),
    letterAskedOn: mentions.find(({ letterAskedOn }) => letterAskedOn !== null)?.letterAskedOn ?? null,
  };
}

/** Two of one name need names of their own; whoever is in the notebook keeps theirs. */
function nameOf({ mentions, isKnown }: Cluster): string {
  const { name, role, place } = merged(mentions);
  const mark = place ?? roleWord(role);
  return isKnown || !mark ? name : `${name} (${mark})`;
}

function whoIs(clusters: readonly Cluster[], own: Somebody | undefined): string {
  const of = ({ role, place }: Somebody) => parts(roleWord(role), place) || 'nothing more is said';
  const inFile = clusters.filter(({ mentions }) => mentions.length > 0).map(({ mentions }) => of(merged(mentions)));
  const name = clip(merged(clusters.flatMap(({ mentions }) => mentions)).name, 40);
  if (own) return `"${name}" in your notebook is ${of(own)}; the file has ${inFile.join('; ')}. Same person?`;
  return `${capital(count(inFile.length, 'person', 'people'))} called "${name}": ${inFile.join('; ')}. Same person?`;
}

interface Likely {
  key: string;
  ask: string;
  answer: string | undefined;
  from: Somebody;
  into: Somebody;
}

/** Who of the file may be somebody else of the file or the notebook, under another form of the name. */
function likelyDoubles(
  become: ReadonlyMap<string, Mentioned | null>,
  known: readonly Somebody[],
  answers: Answers,
): Likely[] {
  const people = [
    ...new Map([...become.values()].flatMap(one => (one ? [[normalizeName(one.name), one]] : []))).values(),
  ];
  const others = [...known, ...people];
  const byWord = new Map<string, Somebody[]>();
  for (const other of others)
    for (const word of new Set(nameWords(other.name))) byWord.getOrInsert(word, []).push(other);
  const asked = new Set<string>();
  return people.flatMap(one => {
    const near = nameWords(one.name).flatMap(word => byWord.get(word) ?? []);
    const candidates = near.filter(other => normalizeName(other.name) !== normalizeName(one.name));
    const other = candidates.find(each => isCompatible(one, each) && isAlike(one, each));
    const pair = other && [one.name, other.name].map(normalizeName).toSorted().join('=');
    if (!other || !pair || asked.has(pair)) return [];
    asked.add(pair);
    const key = `same:${pair}`;
    const isKept = known.includes(other);
    // The longer name of two in a file says more.
    const [from, into] = isKept || other.name.length > one.name.length ? [one, other] : [other, one];
    const ask = `"${clip(one.name, 40)}" may be "${clip(other.name, 40)}"${isKept ? ' of your notebook' : ''}. Same person?`;
    return [{ key, ask, answer: answers[key], from, into }];
  });
}

const isAlike = (one: Somebody, { name, role }: Somebody): boolean =>
  'unsure' in recognize(one.name, [{ id: 'other', name, role }]);

/** The pieces with everybody as who they are; without those of whom it is not said yet. */
function rewritten(
  pieces: readonly Piece[],
  become: ReadonlyMap<string, Mentioned | null>,
): Omit<Resolved, 'questions'> {
  const isOut = ({ Contact = [] }: Tables) => Contact.some(({ id }) => become.get(String(id)) === null);
  const person = (row: Tables[string][number]) => ({ ...row, ...become.get(String(row.id)) });
  const entry = (row: Tables[string][number]) => ({
    ...row,
    contactId: become.get(String(row.contactId))?.id ?? row.contactId,
  });
  const within = ({ Contact, LogEntry, ...tables }: Tables): Tables => ({
    ...tables,
    ...(Contact && { Contact: Contact.map(person) }),
    ...(LogEntry && { LogEntry: LogEntry.map(entry) }),
  });
  return {
    pieces: pieces
      .filter(({ tables }) => !isOut(tables))
      .map(({ where, tables }) => ({ where, tables: within(tables) })),
    waiting: pieces.filter(({ tables }) => isOut(tables)).map(({ where }) => `${where}: it is not said who is meant`),
  };
}
