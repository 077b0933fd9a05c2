import type { Network } from '../network/network.ts';
import type { ProgramFacts } from '../notebook.ts';
import { type Signal, signals } from './programWords.ts';

/** How far it went with a program: what the user sent, and what came of it. */
interface Course extends Pick<ProgramFacts, 'applied' | 'signal'> {
  /** Whether an invitation, or an interview, is noted there. */
  invited: boolean;
  /** Whether an interview there is over. */
  interviewed: boolean;
}

/** "applied; gold signal; invited", of what is noted. */
export const sayCourse = ({ applied, signal, invited, interviewed }: Course): string =>
  [applied && 'applied', signal && saySignal(signal), invited && 'invited', interviewed && 'interviewed']
    .filter(Boolean)
    .join('; ');

const saySignal = (signal: Signal): string => (signal === 'yes' ? 'signaled' : `${signals[signal].label} signal`);

/** A signal that the map does not answer: nobody who has good things to say could be heard there. */
export const signalGap = (
  { name, signal }: Pick<ProgramFacts, 'name' | 'signal'>,
  { routes }: Pick<Network, 'routes'>,
): string | undefined =>
  signal && routes.every(({ reached }) => !reached)
    ? `You signaled ${name}, and nobody there can speak for you yet.`
    : undefined;
