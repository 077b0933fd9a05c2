import { offerRule } from '../programs/offerRules.ts';
import type { ApplicantType, Market } from '../vocabulary.ts';
import { wordsOf } from '../words/phrases.ts';
import { capital } from '../words/sentences.ts';

/** What can fill a blank of a draft: what is known of the contact, or an answer. */
export const draftSources = {
  contact: { label: 'Who it is to' },
  place: { label: 'Where they work' },
  program: { label: 'Program' },
  specialty: { label: 'Specialty' },
  detail: { label: 'One detail' },
  change: { label: 'What is different now' },
} as const;
export type DraftSource = keyof typeof draftSources;

/** A blank, as it is asked for. */
export interface Ask {
  label: string;
  description: string;
  required: boolean;
  from: DraftSource;
}

/** A message to fill in: `{blank}`s in plain text, each with its ask. */
export interface DraftTemplate {
  asks: Record<string, Ask>;
  body: string;
}

/** A template that ships as a file. */
export interface Draft extends DraftTemplate {
  id: string;
  title: string;
  /** One sentence: when to send it, and when not. */
  when: string;
}

export interface FilledDraft {
  text: string;
  words: number;
  /** The required blanks that are not known; each stands in the text as `blankText`. */
  missing: string[];
}

export const BLANK = /\{([a-z]+)\}/g;
/** Where one sentence of a template ends and the next begins. */
const SENTENCES = /(?<=[.?!]) +/;

/** How a blank stands in a draft that is not known yet. */
export const blankText = ({ label }: Ask): string => `[${label.toLowerCase()}]`;

/** Fills a draft. A sentence with an optional blank that is not known is left out, and so is a paragraph without any. */
export function fillDraft({ asks, body }: DraftTemplate, known: Record<string, string>): FilledDraft {
  const given = (name: string) => known[name]?.trim() ?? '';
  const leftOut = (sentence: string) =>
    [...sentence.matchAll(BLANK)].some(([, name = '']) => !given(name) && !asks[name]?.required);
  const fill = (sentence: string) =>
    capital(
      sentence.replace(BLANK, (blank: string, name: string, at: number) => {
        const last = sentence.slice(at + blank.length) === '.';
        const value = last ? given(name).replace(/[.?!\s]+$/, '') : given(name);
        return value || (asks[name] ? blankText(asks[name]) : blank);
      }),
    );
  const text = body
    .split(/\n{2,}/)
    .map(paragraph =>
      paragraph
        .split(SENTENCES)
        .filter(sentence => !leftOut(sentence))
        .map(fill)
        .join(' '),
    )
    .filter(paragraph => paragraph !== '')
    .join('\n\n');
  const missing = Object.keys(asks).filter(name => asks[name]?.required && !given(name));
  return { text, words: wordsOf(text).length, missing };
}

/**
 * Whether the line about an early offer may go into a message: only where the program is known to be outside the Match
 * and the applicant may accept a position there. The reason is a clause, with neither capital nor period, either way.
 */
export function mayUseEarlyLine(
  type: ApplicantType | null | undefined,
  market: Market | undefined,
): { may: boolean; reason: string } {
  const { verdict, line } = offerRule(type, market);
  return { may: verdict === 'may', reason: line };
}
