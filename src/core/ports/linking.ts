import type { Account } from './users.ts';

export type LinkRefusal = 'wrong' | 'expired' | 'too-many-tries' | 'own';

export type Linked = { linked: true; linkId: string | null } | { linked: false; why: LinkRefusal };

/** How long a code works, and within how long one account's wrong tries are counted. */
export const CODE_MINUTES = 15;
/** So many wrong tries end a code, whoever made them, and one account's tries at any code. */
export const CODE_TRIES = 5;

/**
 * The accounts of one person, as seen by one of them: joined by a short code, or by the long one that is kept for the
 * day an account is lost. The account that showed a code is told of wrong tries at it; of a joining, every account of
 * both sides but the one that joined.
 */
export interface Linking {
  /** Ten letters as two groups, good for fifteen minutes and one use; an earlier one stops working. */
  issueCode(): Promise<string>;
  /** A long code, shown once and kept as a hash; the one before stops working. */
  issueTakeAway(): Promise<string>;
  /**
   * Joins both notebooks in one, by a short or a long code. Wrong tries at a code count over all accounts, and end a
   * short one; a long one is closed for a while. The same again by who has joined already says that it did.
   */
  redeem(code: string): Promise<Linked>;
  /** Takes a joining back: each account has its own rows again. False where there is no such joining. */
  unlink(linkId: string): Promise<boolean>;
  /** The other accounts that share this notebook, each with the joining that brought it. */
  linkedAccounts(): Promise<{ account: Account; linkId: string | null }[]>;
}
