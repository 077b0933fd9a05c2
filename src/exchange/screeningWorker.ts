import { type PrivacyFinding, prepareScreen, screen } from '../domain/privacy/privacy.ts';

/** A text and the names of the people whom its writer keeps, as they go to the thread. */
export interface Screened {
  text: string;
  own: string[];
}

// Before the first text comes.
prepareScreen();

/** Runs in a thread of its own. */
export default ({ text, own }: Screened): PrivacyFinding[] => screen(text, { own });
