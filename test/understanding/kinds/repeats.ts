import { corpus, type Kind } from '../kind.ts';
import { reminder } from './times.ts';

/** What comes again. */
export const repeats: Kind = { name: 'repeats', cases: corpus('repeats'), bar: 0.85, read: reminder };
