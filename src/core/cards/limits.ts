import { clip } from './clip.ts';

/**
 * What a card, its buttons and its menus may hold wherever they are shown, in UTF-16 units: the smallest that any door
 * takes, or less where less reads better. The doors' own numbers are theirs alone; a test holds these against them.
 */
export const limits = {
  /** A verb that is read at a glance. */
  buttonLabel: 40,
  menuChoices: 25,
  /** A menu's line, and what stands below it. */
  menuLine: 75,
  placeholder: 100,
  completions: 25,
  /** What a button carries. */
  token: 100,
} as const;

export const buttonLabel = (text: string): string => clip(text, limits.buttonLabel);
export const menuLine = (text: string): string => clip(text, limits.menuLine);
