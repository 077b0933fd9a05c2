import type { PrivacyFinding } from '../../domain/privacy/privacy.ts';

/** What of a text could point to a patient; `own` are names of people whom its writer keeps. */
export type Screen = (text: string, own: readonly string[]) => Promise<PrivacyFinding[]>;
