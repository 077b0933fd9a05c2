import { type Care, careFor } from '../domain/care/care.ts';
import type { Finding, Writing } from '../domain/drafts/draftCheck.ts';
import { proofread } from '../domain/drafts/proofread.ts';
import { type PrivacyFinding, screen } from '../domain/privacy/privacy.ts';

/** A text and the names of the people whom its writer keeps, as they go to the thread. */
export interface Screened {
  text: string;
  own: string[];
}

// They run in a thread of its own, and are called by their names.
export const screened = ({ text, own }: Screened): PrivacyFinding[] => screen(text, { own });
export const proofreadApart = ({ text, writing, own }: Screened & { writing: Writing }): Finding[] =>
  proofread(text, writing, own);
export const heard = (text: string): Care | undefined => careFor(text);
