import { afterQuietHours } from '../../time/localTime.ts';
import type { Nudge } from '../nudgeKinds.ts';
import type { NudgeRule } from './rule.ts';

/** Hours in which it may be said that something cannot be read. */
const UNREADABLE_HOURS = 7 * 24;

/** One broken row costs its owner one message. Who asked for nothing but reminders hears of no other rows. */
export const unreadable: NudgeRule<'unreadable'> = {
  moments: ({ zone, quiet, remind }, { unreadable: rows }, { now }) =>
    rows
      .filter(({ model }) => model === 'Reminder' || remind !== 'nothing')
      .map(({ model, id }): Nudge => {
        const dueAt = afterQuietHours(now, quiet, zone);
        const graceUntil = dueAt.add({ hours: UNREADABLE_HOURS });
        const why = 'Something that you wrote down cannot be read any more, so nothing comes about it.';
        return { kind: 'unreadable', subject: `${model} ${id}`, occurrence: '', dueAt, graceUntil, why };
      }),
  checks: {
    unreadable: ({ subject }, { facts }) =>
      facts.unreadable.some(({ model, id }) => `${model} ${id}` === subject) ? undefined : 'it can be read again',
  },
};
