import { type Care, careFor } from '../domain/care/care.ts';
import { type PrivacyFinding, screen } from '../domain/privacy/privacy.ts';

/** A text and the names of the people whom its writer keeps, as they go to the thread. */
export interface Screened {
  text: string;
  own: string[];
}

// Both run in a thread of its own, and are called by their names.
export const screened = ({ text, own }: Screened): PrivacyFinding[] => screen(text, { own });
export const heard = (text: string): Care | undefined => careFor(text);
