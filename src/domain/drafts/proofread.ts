import { screen } from '../privacy/privacy.ts';
import { correspondents } from './correspondents.ts';
import { checkDraft, type Finding, type Writing } from './draftCheck.ts';

/**
 * What may be mended in a message: what it says, and what could point to a patient. `own`: the names of people whom its
 * writer keeps, who are none.
 */
export const proofread = (text: string, writing: Writing, own: readonly string[]): Finding[] =>
  checkDraft(text, writing, screen(text, { own: [...correspondents(text), ...own] }));
