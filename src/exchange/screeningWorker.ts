import { type PrivacyFinding, screen } from '../domain/privacy/privacy.ts';

/** A text and the names of the people whom its writer keeps, as they go to the thread. */
export interface Screened {
  text: string;
  own: string[];
}

/** Runs in a thread of its own. */
export default ({ text, own }: Screened): PrivacyFinding[] => screen(text, { own });
