/** Longest texts, in characters: each fits a card on both platforms. */
export const limits = {
  id: 40,
  title: 60,
  label: 40,
  source: 60,
  answer: 200,
  tip: 700,
  /** A choice of a practice case, on a button. */
  choice: 75,
  /** Why a choice is good or costly; what a director heard. */
  reason: 400,
  /** A topic's line in a menu. */
  description: 75,
} as const;

/** A tip is posted among other people's messages. */
export const TIP_PARAGRAPHS = 3;
/** The choices of a practice case: a row of buttons on both platforms. */
export const CHOICES = 5;
/** The weeks of a year, and so the tips. */
export const WEEKS = 52;
