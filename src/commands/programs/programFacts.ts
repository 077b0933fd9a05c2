import { type Call, formCall } from '../../core/commands/call.ts';
import type { ProgramFacts } from '../../domain/notebook.ts';
import { markets } from '../../domain/vocabulary.ts';
import { itemOf } from './programItems.ts';

/** What is known of a program, in a few words. */
export const about = ({ specialty, market, rotated, thankYou }: ProgramFacts): string =>
  [
    specialty,
    market && market !== 'unknown' && markets[market].label,
    rotated && 'rotated there',
    thankYou === 'welcome' && 'notes welcome',
    thankYou === 'not-welcome' && 'no notes',
  ]
    .filter(Boolean)
    .join(', ');

/** Its form, filled in. */
export const editCall = ({ id, name, specialty, market, rotated, thankYou }: ProgramFacts): Call =>
  formCall('programs', {
    do: 'add',
    item: itemOf('program', id),
    name,
    ...(specialty && { specialty }),
    ...(market && { market }),
    rotated: rotated ? 'yes' : 'no',
    notes: thankYou,
  });
