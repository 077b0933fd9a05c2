import { readTime } from '../../../src/domain/time/readTime.ts';
import { readWhen, type When } from '../../../src/domain/time/readWhen.ts';
import { type Case, corpus, type Kind, type Outcome, outcomeOf } from '../kind.ts';
import { calendar, minutes, saidAt } from './saidIn.ts';

/** A moment, and the rule where it comes again. */
export function reminder(one: Case): Outcome {
  const quiet = one.where?.quiet?.split('-').map(hour => `${hour.padStart(2, '0')}:00`);
  const [from, to] = quiet ?? [];
  const asking = { ...saidAt(one), calendar, ...(from && to && { quiet: { from, to } }) };
  return outcomeOf(readWhen(one.said, asking), ({ at, rule }: When) => `${minutes(at)}${rule ? ` ${rule}` : ''}`);
}

function time(one: Case): Outcome {
  const { now, zone } = saidAt(one);
  const as = one.where?.as;
  const meant = as === 'social' ? 'evening' : 'day';
  return outcomeOf(readTime(one.said, { now, zone, meant, isDeadline: as === 'offer', calendar }), ({ at, ends }) => {
    const local = at instanceof Temporal.Instant ? at.toZonedDateTimeISO(zone).toPlainDateTime() : at;
    const end = ends ? `/${ends.toString({ smallestUnit: 'minute' })}` : '';
    if (local instanceof Temporal.PlainDateTime) return minutes(local) + end;
    return `${minutes(local.toPlainDateTime())}${end}[${local.timeZoneId}]`;
  });
}

/** Moments for reminders, interviews, socials and offers. */
export const times: Kind = {
  name: 'times',
  cases: corpus('times'),
  bar: 0.9,
  read: one => (one.where?.as ? time(one) : reminder(one)),
};
