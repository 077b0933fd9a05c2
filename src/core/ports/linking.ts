import type { Account } from './users.ts';

export type LinkRefusal = 'wrong' | 'expired' | 'too-many-tries' | 'own';

export type Linked = { linked: true; linkId: string } | { linked: false; why: LinkRefusal };

/**
 * The accounts of one person, as seen by one of them: joined by a short code, or by the long one that is kept for the
 * day an account is lost.
 */
export interface Linking {
  /** Six digits, good for ten minutes and one use; an earlier one stops working. */
  issueCode(): Promise<string>;
  /** Joins both notebooks in one. Five wrong tries within the ten minutes end it. */
  redeem(code: string): Promise<Linked>;
  /** Takes a joining back: each account has its own rows again. False where there is no such joining. */
  unlink(linkId: string): Promise<boolean>;
  /** The other accounts that share this notebook, each with the joining that brought it. */
  linkedAccounts(): Promise<{ account: Account; linkId: string | null }[]>;
  /** A long code, shown once and kept as a hash; the one before stops working. */
  issueTakeAway(): Promise<string>;
  /** Opens the notebook of the long code for this account, joined with what it has. */
  openTakeAway(code: string): Promise<Linked>;
}
