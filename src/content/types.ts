import type { Draft } from '../domain/drafts/drafts.ts';
import type { DayRule, Phase, SeasonRules } from '../domain/season/season.ts';
import type { TipPlace } from '../domain/season/tips.ts';
import type { ApplicantType, Bucket, Route, Stage } from '../domain/vocabulary.ts';
import type { ParsedAction } from './action.ts';

/** A button as content writes it: what it says, and the command as one would type it without the slash. */
export interface Action {
  label: string;
  call: string;
  /** It opens the command's form. */
  form?: boolean;
}

export interface Piece {
  id: string;
  title: string;
  topic: string;
  /** Whom it is for; empty for everybody. */
  for: ApplicantType[];
  /** Shown to nobody else: for others it would break a rule. */
  only: boolean;
  stages: Stage[];
  phases: Phase[];
  related: string[];
  source?: string;
  /** Offered where a card is hard. */
  care: boolean;
  do: Action;
  /** Numbers of the checklist that it carries. */
  covers: string[];
  /** The first paragraph: one line that can be read alone. */
  answer: string;
  /** The rest, as paragraphs, `- ` lists and `> ` quotes. */
  body: string;
}

export interface Topic {
  id: string;
  title: string;
  description: string;
}

/** What one week of the year says to a whole community. A date in its body is named by its event: `{match-day}`. */
export interface Tip extends TipPlace {
  phase: Phase;
  /** It speaks of the Match, ERAS or SOAP: not for a community where they do not apply. */
  match: boolean;
  title: string;
  do: Action;
  body: string;
}

export interface Scenario {
  id: string;
  title: string;
  related: string[];
  choices: { label: string; verdict: 'best' | 'fine' | 'costly'; why: string }[];
  /** What the director heard on each route. */
  heard: Record<Route, string>;
  /** Shown before the choice, and after it. */
  case: string;
  after: string;
}

/** A text for organizers: a post to pin, a page for a dean. */
export interface Page {
  id: string;
  title: string;
  body: string;
}

/** What a made-up person does. */
export interface CastCall {
  /** Who does it, where it is the organizer. */
  as?: 'kim';
  /** When, in a season; without it on its first day. */
  on?: DayRule;
  at?: string;
  call?: ParsedAction;
  /** How the label of a button or choice on the reply before begins. */
  tap?: string;
  /** As it would be typed, where it is seen. */
  asked?: string;
}

/** The playground's made-up people. */
export interface Cast {
  people: { id: string; title: string; story: string; bucket: Bucket; calls: CastCall[] }[];
  season: { title: string; story: string; calls: CastCall[] };
}

/** Everything that the bot says which is not a reply's own words. Read once at start. */
export interface Content {
  /** In the order they are browsed. */
  topics: Topic[];
  advice: Map<string, Piece>;
  tips: Map<number, Tip>;
  /** Messages to fill in, copy and send oneself. */
  drafts: Map<string, Draft>;
  scenarios: Map<string, Scenario>;
  pages: Map<string, Page>;
  season: SeasonRules;
  cast: Cast;
  /** Pieces that speak of it, best first, in spite of typing errors. Empty text finds nothing. */
  search(text: string, limit: number): Piece[];
  /** The topics that words come nearest to, for where no piece was found: always so many, where there are. */
  nearestTopics(text: string, limit: number): Topic[];
}
