import { saidApplicants, saidDimensions, saidLooseEnds, saidRoles, saidStances } from './said.ts';

/**
 * The closed lists of the project. Each is declared once: the keys are what is stored, the labels are what a person
 * reads, `said` is how else people say it, and the types follow from the keys.
 */

/** The keys of a list below, in the order they are shown. */
export function keysOf<List extends object>(list: List): readonly (keyof List & string)[] {
  return Object.keys(list) as (keyof List & string)[];
}

/** The key a text stands for, or undefined when the list has no such key. */
export function keyIn<List extends object>(list: List, text: string): (keyof List & string) | undefined {
  return keysOf(list).find(key => key === text);
}

/** What somebody would say about the user, best first. `treated-badly` is an answer of its own and no voice. */
export const stances = {
  'at-once': {
    label: 'would take me in a second',
    phrase: 'would take you in a second',
    said: saidStances['at-once'],
  },
  good: { label: 'good things', phrase: 'would say good things', said: saidStances.good },
  little: { label: "wouldn't say much", phrase: "wouldn't say much", said: saidStances.little },
  warn: { label: 'might raise a concern', phrase: 'might raise a concern', said: saidStances.warn },
  'treated-badly': { label: 'I was mistreated', phrase: 'mistreated you', said: saidStances['treated-badly'] },
} as const;
export type Stance = keyof typeof stances;
/** A stance that counts as a voice. */
export type Voice = Exclude<Stance, 'treated-badly'>;

/** The four ways a name travels. */
export const routes = {
  directors: { label: 'director to director', who: 'program directors and the faculty they call' },
  dean: { label: 'dean or clerkship director', who: 'your dean, clerkship and sub-I directors' },
  former: { label: 'former residents and faculty', who: 'people who trained or taught there and moved on' },
  residents: { label: 'residents and chiefs', who: 'chiefs, residents, nurses and coordinators' },
} as const;
export type Route = keyof typeof routes;

interface RoleEntry {
  label: string;
  route: Route | null;
  reach: 'every' | 'workplace';
  said: readonly string[];
}

/**
 * What somebody was when they saw the user work. `route`: how a name travels by them; null: on none. `reach`: whom a
 * director could hear it from. `every`: any program may call them; `workplace`: a program where they work now, where
 * they trained or taught, or where they know somebody.
 */
export const sayableRoles = {
  attending: { label: 'attending', route: 'directors', reach: 'workplace', said: saidRoles.attending },
  'home-faculty': { label: 'home faculty', route: 'directors', reach: 'every', said: saidRoles['home-faculty'] },
  'clerkship-director': {
    label: 'clerkship director',
    route: 'dean',
    reach: 'every',
    said: saidRoles['clerkship-director'],
  },
  'sub-i-director': { label: 'sub-I director', route: 'dean', reach: 'every', said: saidRoles['sub-i-director'] },
  dean: { label: 'dean', route: 'dean', reach: 'every', said: saidRoles.dean },
  'program-director': {
    label: 'program director',
    route: 'directors',
    reach: 'every',
    said: saidRoles['program-director'],
  },
  chief: { label: 'chief resident', route: 'residents', reach: 'workplace', said: saidRoles.chief },
  'senior-resident': {
    label: 'senior resident',
    route: 'residents',
    reach: 'workplace',
    said: saidRoles['senior-resident'],
  },
  resident: { label: 'resident', route: 'residents', reach: 'workplace', said: saidRoles.resident },
  fellow: { label: 'fellow', route: 'residents', reach: 'workplace', said: saidRoles.fellow },
  nurse: { label: 'nurse', route: 'residents', reach: 'workplace', said: saidRoles.nurse },
  coordinator: { label: 'coordinator', route: 'residents', reach: 'workplace', said: saidRoles.coordinator },
  'former-resident': {
    label: 'former resident or faculty',
    route: 'former',
    reach: 'workplace',
    said: saidRoles['former-resident'],
  },
  'someone-else': { label: 'someone else', route: null, reach: 'workplace', said: saidRoles['someone-else'] },
} as const satisfies Record<string, RoleEntry>;

export type SayableRole = keyof typeof sayableRoles;

/** The same, and what is stored of somebody whose role was not said: `other`. */
export const roles = {
  ...sayableRoles,
  other: { label: 'role not said', route: null, reach: 'workplace', said: [] },
} as const satisfies Record<string, RoleEntry>;
export type Role = keyof typeof roles;

/** The role as a sentence about somebody says it; nothing where it was not said, or is none of these. */
export const roleWord = (role: Role): string => (role === 'other' || role === 'someone-else' ? '' : roles[role].label);

/** What directors ask about. */
export const dimensions = {
  reliability: { label: 'reliability', said: saidDimensions.reliability },
  'clinical-sense': { label: 'clinical sense', said: saidDimensions['clinical-sense'] },
  'team-fit': { label: 'team fit', said: saidDimensions['team-fit'] },
  'work-ethic': { label: 'work ethic', said: saidDimensions['work-ethic'] },
  professionalism: { label: 'professionalism', said: saidDimensions.professionalism },
} as const;
export type Dimension = keyof typeof dimensions;

/** Who the applicant is, for the rules of the Match. `independent`: may accept a position outside the Match. */
export const applicantTypes = {
  img: { label: 'IMG', independent: true, said: saidApplicants.img },
  'us-md': { label: 'US MD senior', independent: false, said: saidApplicants['us-md'] },
  'us-do': { label: 'US DO senior', independent: false, said: saidApplicants['us-do'] },
  graduate: { label: 'earlier US graduate', independent: true, said: saidApplicants.graduate },
} as const;
export type ApplicantType = keyof typeof applicantTypes;

/** Where in training somebody is, earliest first. */
export const stages = {
  m3: { label: 'M3' },
  m4: { label: 'M4' },
  graduate: { label: 'graduate or gap year' },
  pgy1: { label: 'PGY1' },
  pgy2: { label: 'PGY2' },
  pgy3: { label: 'PGY3' },
} as const;
export type Stage = keyof typeof stages;

/** Scores and CV as the applicant judges them, best first. Unanswered is unknown. */
export const papers = {
  solid: { label: 'solid' },
  borderline: { label: 'borderline' },
  weak: { label: 'weak' },
} as const;
export type Paper = keyof typeof papers;

/** Whether there is a story that people tell, best first. */
export const incidentStates = {
  none: { label: 'none' },
  mended: { label: 'one, made right' },
  open: { label: 'one, still open' },
} as const;
export type Incidents = keyof typeof incidentStates;

export const incidentKinds = {
  unsafe: { label: 'something unsafe', phrase: 'about safety' },
  unprofessional: { label: 'something unprofessional', phrase: 'about professionalism' },
  outburst: { label: 'an outburst', phrase: 'about losing your temper' },
  complaint: { label: 'a complaint', phrase: 'about a complaint' },
} as const;
export type IncidentKind = keyof typeof incidentKinds;

/** How a program knows the applicant's school, best first. */
export const schools = {
  known: { label: 'known well there' },
  unknown: { label: 'unknown there' },
  mixed: { label: 'mixed history there' },
} as const;
export type School = keyof typeof schools;

/** Whether a program fills its places through the Match. */
export const markets = {
  outside: { label: 'outside the Match' },
  inside: { label: 'in the Match' },
  unknown: { label: "I don't know" },
} as const;
export type Market = keyof typeof markets;

/** A director's three buckets, best first. `title` is for the card: the name of the worst is never a headline. */
export const buckets = {
  safe: { label: 'safe to pre-match', title: 'Known and trusted' },
  'rank-only': { label: 'rank only', title: 'Liked, not yet a sure thing' },
  'too-risky': { label: 'too risky', title: 'Something to fix first' },
} as const;
export type Bucket = keyof typeof buckets;

/** What can be unresolved with somebody, most pressing first. */
export const looseEndKinds = {
  apology: { label: 'an apology', said: saidLooseEnds.apology },
  'thank-you': { label: 'a thank-you', said: saidLooseEnds['thank-you'] },
  growth: { label: 'growth to show', said: saidLooseEnds.growth },
  other: { label: 'something else', said: saidLooseEnds.other },
} as const;
export type LooseEndKind = keyof typeof looseEndKinds;

/** The meetings with a program that have a day and an hour. */
export const interviewKinds = {
  interview: { label: 'interview' },
  social: { label: 'social' },
  'second-visit': { label: 'second visit' },
} as const;
export type InterviewKind = keyof typeof interviewKinds;

/** What became of something that is to be answered by a time. */
export const answerStates = {
  open: { label: 'open' },
  accepted: { label: 'accepted' },
  declined: { label: 'declined' },
  expired: { label: 'expired' },
} as const;
export type AnswerState = keyof typeof answerStates;

/** The soft clues that a program has asked about somebody. */
export const clueKinds = {
  'knows-somebody': { label: 'they know someone at my school' },
  'insider-detail': { label: 'a detail only an insider has' },
  'warm-then-silent': { label: 'warm, and then silent' },
  'knew-name': { label: 'they knew my name already' },
  other: { label: 'something else' },
} as const;
export type ClueKind = keyof typeof clueKinds;

/** What a program says about thank-you notes. */
export const thankYous = {
  welcome: { label: 'welcome' },
  'not-welcome': { label: 'not welcome' },
  unknown: { label: "I don't know" },
} as const;
export type ThankYou = keyof typeof thankYous;

/** How often something holds, in the user's own judgment, least first. */
export const auditAnswers = {
  'not-yet': { label: 'not yet' },
  sometimes: { label: 'sometimes' },
  mostly: { label: 'mostly' },
  always: { label: 'always' },
} as const;
export type OwnAnswer = keyof typeof auditAnswers;
