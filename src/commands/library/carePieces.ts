import type { CareCard } from '../../domain/care/care.ts';

/** The piece of each card of care. They ship with the bot: a community may write them anew, never take them away. */
export const carePieces: Readonly<Record<CareCard, string>> = { 'hard-week': 'a-hard-week', mistreated: 'mistreated' };
