import { readZone } from '../../domain/time/zones.ts';
import type { Role } from '../../domain/vocabulary.ts';
import { own } from '../../domain/words/own.ts';
import { titleIn } from './titles.ts';

/** What people call a column, by what it holds; how its words are written makes no difference. */
const PHRASES = {
  name: ['name', 'full name', 'display name', 'name first last', 'name last first'],
  who: [
    'who',
    'person',
    'people',
    'contact',
    'contact name',
    'person name',
    'colleague',
    'who i met',
    'preceptor',
    'supervisor',
    'doctor',
    'physician',
    'provider',
    'contact person',
    'faculty',
    'faculty member',
    'evaluator',
    'letter writer',
  ],
  first: ['first', 'first name', 'given name'],
  middle: ['middle', 'middle name', 'middle initial', 'additional name'],
  last: ['last', 'last name', 'family name', 'surname'],
  prefix: ['prefix', 'name prefix', 'salutation', 'courtesy title'],
  suffix: ['suffix', 'name suffix', 'credentials', 'degree', 'degrees'],
  role: [
    ...['role', 'title', 'position', 'job', 'job title', 'organization title', 'occupation', 'position title'],
    'rank title',
  ],
  place: [
    ...['place', 'where', 'hospital', 'institution', 'organization', 'organization name', 'hospital name', 'employer'],
    ...['affiliation', 'site', 'facility', 'workplace', 'works at', 'where they work', 'institution name', 'practice'],
  ],
  knownAt: ['knows somebody at', 'knows someone at', 'knows people at'],
  trainedAt: [
    ...['trained at', 'trained', 'trained or taught at', 'where they trained', 'taught at', 'alma mater'],
    ...['training', 'training program', 'residency training', 'did residency at', 'fellowship at', 'fellowship'],
  ],
  letter: [
    ...['letter', 'letter status', 'letter recommendation', 'recommendation letter', 'rec letter', 'writes letter'],
    ...['writing letter', 'will write letter', 'will write me letter', 'writes me letter', 'letter this season'],
    ...['letter received', 'letter submitted', 'letter uploaded', 'letter agreed', 'strong letter'],
  ],
  they: ['they', 'what they would say', 'tone', 'stance', 'impression', 'would say', 'what would they say'],
  sentence: [
    ...['sentence', 'note', 'comment', 'what they said', 'quote', 'detail', 'feedback', 'remark', 'one sentence'],
    ...['what they might say', 'description', 'note impression', 'note impressions', 'note comment'],
  ],
  about: ['about', 'dimension', 'speaks of'],
  worry: ['worry', 'concern'],
  subject: ['subject', 'event title', 'summary', 'event name'],
  program: ['program', 'program name', 'hospital program', 'institution program', 'program hospital name', 'residency'],
  specialty: ['specialty', 'field', 'discipline', 'specialty track'],
  market: ['market'],
  school: ['school'],
  rotated: ['rotated', 'rotated there', 'rotated here', 'did i rotate there'],
  thankYou: ['thank you note', 'thank you welcome'],
  ...{ applied: ['applied', 'applied there'], wish: ['would rank', 'would i rank'], knewName: ['knew name'] },
  signal: ['signal', 'signaled', 'preference signal', 'signal sent', 'eras signal'],
  ...{ mood: ['residents mood', 'resident mood'], redFlag: ['red flag', 'red flags'], debrief: ['debrief'] },
  day: [
    ...['day', 'interview day', 'interview', 'day time', 'interview day time', 'interview scheduled', 'day interview'],
    ...['scheduled day', 'interview slot', 'start day', 'event day', 'day met', 'day we met'],
    ...['day worked together', 'day worked with'],
  ],
  time: ['time', 'interview time', 'start', 'start time', 'interview start', 'interview start time', 'event time'],
  zone: ['zone', 'time zone', 'interview time zone', 'program time zone', 'program zone'],
  minutes: [
    'minutes',
    'interview minutes',
    'duration',
    'interview duration',
    'length',
    'interview length',
    'duration minutes',
  ],
  kind: ['kind', 'type', 'interview type', 'event type', 'event', 'kind interview'],
  status: ['status', 'interview status', 'application status', 'outcome', 'decision', 'result'],
  invited: [
    ...['invited', 'invite', 'invite day', 'invite received', 'day invited', 'invite received day', 'day invite'],
    ...[
      'interview invite',
      'interview invite day',
      'interview invite received',
      'ii',
      'ii day',
      'ii received',
      'offer day',
    ],
  ],
  replyBy: [
    ...['reply by', 'respond by', 'deadline', 'rsvp', 'rsvp by', 'reply deadline', 'answer by', 'rsvp deadline'],
    ...['deadline respond', 'deadline reply', 'deadline rsvp', 'response deadline'],
  ],
  director: ['pd', 'program director', 'pd name', 'program director name'],
  coordinator: ['pc', 'coordinator', 'program coordinator', 'coordinator name', 'pc name', 'program coordinator name'],
  chief: ['chief', 'chief resident', 'chief name', 'chief resident name'],
} as const satisfies Record<string, readonly string[]>;
export type Meaning = keyof typeof PHRASES;

/** Words that mean the same in a head. */
const SAME: Readonly<Record<string, string>> = {
  ...all('program', 'programs programme programmes residency residencies prog'),
  ...all('day', 'date dates days when'),
  ...all('time', 'hour hours times'),
  ...all('zone', 'timezone tz zones'),
  ...all('interview', 'iv ivs interviews interviewed'),
  ...all('organization', 'organisation org company companies employer'),
  ...all('specialty', 'speciality specialties'),
  ...all('invite', 'invitation invites invitations'),
  ...all('note', 'notes'),
  ...all('comment', 'comments'),
  ...all('detail', 'details'),
  ...all('dimension', 'dimensions'),
  ...all('first', 'given fname forename'),
  ...all('last', 'family surname lname'),
  ...all('letter', 'letters lor lors'),
  ...all('received', 'recd got'),
  ...all('hospital', 'hospitals'),
};
function all(word: string, others: string): Record<string, string> {
  return Object.fromEntries(others.split(' ').map(other => [other, word]));
}

/** Words that say nothing about what a column holds. */
const FILLER = new Set(
  `the my your their his her of for in on is s if any known local current primary main confirmed and or 1 a an optional
  required us usa scheduled planned final proposed to zoom webex`.split(/\s+/),
);

/** What is kept nowhere, by a word that says so: the first that a head has. */
const NOWHERE: Readonly<Record<string, string>> = {
  ...all('email addresses', 'email emails mail e'),
  ...all('phone numbers', 'phone phones mobile cell tel telephone fax pager'),
  ...all('web addresses', 'url urls website web link links linkedin webpage'),
  ...all('addresses', 'address street city state zip postal country county pobox'),
  ...all('birthdays', 'birthday birthdate dob anniversary'),
  ...all('pictures', 'photo picture image avatar'),
  ...all('labels', 'label labels group groups membership tag tags category categories'),
  ...all('numbers of programs and people', 'id code nrmp acgme eras freida uid'),
  ...all('how a name sounds', 'phonetic yomi'),
  ...all('the end of an event', 'end ends finish'),
  ...all('when you connected', 'connected'),
  ...all('when you applied', 'applied'),
  ...all('departments', 'department dept division'),
  ...all('ranks and scores', 'rank ranking score rating'),
  ...all('costs', 'cost price fee salary'),
};

const PHRASE_OF = new Map<string, Meaning>(
  Object.entries(PHRASES).flatMap(([meaning, phrases]) =>
    phrases.map(phrase => [keyOf(tokensOf(phrase)), meaning as Meaning] as const),
  ),
);

const LONGEST_HEAD = 80;
const LONGEST_ROLE = 30;

/** What the head of a column says of it. */
export interface Head {
  meaning?: Meaning;
  /** What it holds that is kept nowhere. */
  nowhere?: string;
  /** What those are who stand below it: "Attending name". */
  role?: Role;
  /** The zone that it names for its whole column. */
  zone?: string;
  /** The order of day and month that it shows for its whole column: "Date (DD/MM/YYYY)". */
  order?: DayOrder;
}
export type DayOrder = 'day first' | 'month first';

/** Whether a cell is surely a head: quickly, for many cells. */
export const isHead = (text: string): boolean => text.length <= LONGEST_HEAD && PHRASE_OF.has(keyOf(tokensOf(text)));

/** Reads a head as people write them: "Interview Date", "IV time (ET)", "Job title". */
export function readHead(text: string): Head {
  if (text.length > LONGEST_HEAD) return {};
  const order = orderIn(text);
  const [, outside = text, inside = ''] = /^([^()[\]]*)[([]([^()[\]]*)[)\]]\s*\??$/.exec(text) ?? [];
  const tokens = tokensOf(order ? outside : text);
  const whole = PHRASE_OF.get(keyOf(tokens));
  const found = whole
    ? { meaning: whole }
    : (withZone(tokens) ?? outsideOf(outside, inside) ?? nowhereIn(tokens) ?? peopleIn(text) ?? {});
  return { ...found, ...(order && { order }) };
}

function tokensOf(text: string): string[] {
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[’']s\b/g, '')
    .replace(/[’']d\b/g, ' would')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '' && !FILLER.has(word))
    .map(word => (Object.hasOwn(SAME, word) ? (SAME[word] ?? word) : word));
}

function keyOf(tokens: readonly string[]): string {
  return [...new Set(tokens)].toSorted().join(' ');
}

/** "Interview time EST": a word that is a zone, beside words for a day or an hour. */
function withZone(tokens: readonly string[]): Head | undefined {
  for (const token of tokens) {
    const meaning = PHRASE_OF.get(keyOf(tokens.filter(other => other !== token)));
    if (meaning !== 'day' && meaning !== 'time') continue;
    const zone = readZone(token);
    if (zone.outcome === 'understood') return { meaning, zone: zone.value };
  }
  return undefined;
}

/** "Time (your zone)", "Company (current)": what stands in brackets says it once more, or names a zone. */
function outsideOf(outside: string, inside: string): Head | undefined {
  const meaning = inside === '' ? undefined : PHRASE_OF.get(keyOf(tokensOf(outside)));
  if (!meaning) return undefined;
  const zone = readZone(inside.trim());
  return { meaning, ...(zone.outcome === 'understood' && { zone: zone.value }) };
}

function nowhereIn(tokens: readonly string[]): Head | undefined {
  const nowhere = tokens.map(token => own(NOWHERE, token)).find(Boolean);
  return nowhere ? { nowhere } : undefined;
}

/** "Attending name": people who are all of one role. */
function peopleIn(text: string): Head | undefined {
  if (text.length > LONGEST_ROLE || /\d/.test(text)) return undefined;
  const role = titleIn(text.replace(/\bnames?\b/i, '').trim());
  return role.outcome === 'understood' && role.value !== 'other' ? { meaning: 'who', role: role.value } : undefined;
}

function orderIn(text: string): DayOrder | undefined {
  const shown = /\b(d{1,2}|m{1,3})[\s./-]?(d{1,2}|m{1,3})\b/i.exec(text);
  const [one, other] = [shown?.[1]?.[0]?.toLowerCase(), shown?.[2]?.[0]?.toLowerCase()];
  if (one === undefined || one === other) return undefined;
  return one === 'd' ? 'day first' : 'month first';
}
