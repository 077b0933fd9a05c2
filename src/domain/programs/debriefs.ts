import type { ProgramFacts } from '../notebook.ts';
import { moods, rankWishes, redFlags } from './programWords.ts';

type Debriefed = Pick<ProgramFacts, 'wish' | 'mood' | 'redFlag' | 'knewName'>;

/** "would rank it: yes; residents glad to be there; red flag: some", of what was said. */
export function sayDebrief({ wish, mood, redFlag, knewName }: Debriefed): string {
  const said = [
    wish && `would rank it: ${rankWishes[wish].label}`,
    mood && mood !== 'unseen' && `residents ${moods[mood].label}`,
    redFlag && (redFlag === 'none' ? 'no red flag' : `red flag: ${redFlags[redFlag].label}`),
    knewName && 'they knew your name',
  ].filter(part => part);
  return said.length > 0 ? said.join('; ') : 'noted';
}

/** The same where there is little room: what decides most. */
export const sayDebriefShort = ({ wish, redFlag }: Pick<Debriefed, 'wish' | 'redFlag'>): string =>
  sayDebrief({ wish, redFlag: redFlag === 'none' ? null : redFlag, mood: null, knewName: null });
