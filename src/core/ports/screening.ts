import type { Finding, Writing } from '../../domain/drafts/draftCheck.ts';
import type { PrivacyFinding } from '../../domain/privacy/privacy.ts';

/** What of a text could point to a patient; `own` are names of people whom its writer keeps. */
export type Screen = (text: string, own: readonly string[]) => Promise<PrivacyFinding[]>;

/** What may be mended in a message before it is sent; `own` as above. */
export type Proofread = (text: string, writing: Writing, own: readonly string[]) => Promise<Finding[]>;
