import { type PrivacyFinding, prepareScreen, screen } from '../domain/privacy/privacy.ts';

/** A text and the names of the people whom its writer keeps, as they go to the thread. */
export interface Screened {
  text: string;
  own: string[];
}

/** Whatever comes meanwhile has its turn after each step. */
const steps = prepareScreen();
function prepare(): void {
  if (!steps.next().done) setImmediate(prepare);
}
prepare();

/** Runs in a thread of its own. */
export default ({ text, own }: Screened): PrivacyFinding[] => screen(text, { own });
