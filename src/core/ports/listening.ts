import type { Care } from '../../domain/care/care.ts';

/** What somebody's words ask for before anything else; undefined where nothing in them does. */
export type Listen = (text: string) => Promise<Care | undefined>;
