import type { Source } from '../nudgeFacts.ts';
import type { NudgeKind } from '../nudgeKinds.ts';
import { certify } from './certify.ts';
import { digest } from './digest.ts';
import { firstWeek } from './firstWeek.ts';
import { interviews } from './interviews.ts';
import { invitations } from './invitations.ts';
import { offers } from './offers.ts';
import { people } from './people.ts';
import { reminders } from './reminders.ts';
import type { Check } from './rule.ts';
import { unreadable } from './unreadable.ts';

const own = reminders(() => checks);
const all = [interviews, invitations, offers, certify, people, digest, firstWeek, own, unreadable];

/** Everything that could be said to a member, at its own moment, whether they want that kind or not. */
export const momentsOf: Source = (...asked) => all.flatMap(({ moments }) => moments(...asked));

/** Why an item of each kind is not said any more. */
export const checks: Record<NudgeKind, Check> = {
  ...interviews.checks,
  ...invitations.checks,
  ...offers.checks,
  ...certify.checks,
  ...people.checks,
  ...digest.checks,
  ...firstWeek.checks,
  ...own.checks,
  ...unreadable.checks,
};
