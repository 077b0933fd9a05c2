import type { Recipient } from '../../domain/nudges/nudgeFacts.ts';
import type { QuietHours } from '../../domain/time/localTime.ts';
import type { User } from '../ports/users.ts';

const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

export const quietHoursOf = ({ quietFrom, quietTo }: Pick<User, 'quietFrom' | 'quietTo'>): QuietHours => ({
  from: clock(quietFrom),
  to: clock(quietTo),
});

/** A user as the rules of what is sent see them. `fallback`: the zone of somebody who has said none. */
export const recipientOf = (user: User, fallback: string | null): Recipient => ({
  ...user,
  zone: user.zone ?? fallback ?? 'UTC',
  quiet: quietHoursOf(user),
});
