import { expect, test } from 'vitest';
import { readTime } from '../../../src/domain/time/readTime.ts';
import { readWhen } from '../../../src/domain/time/readWhen.ts';

const zone = 'America/Chicago';
/** Wednesday. */
const now = Temporal.ZonedDateTime.from('2026-10-14T14:00[America/Chicago]').toInstant();

const days = ['tomorrow', 'Friday', 'Tue, Nov 3', 'Mon, Nov 3', '31 Nov', '29 Oct', '2026-11-03', 'next Monday', ''];
const hours = ['at 3', '3 pm', '9am', '17:30', '03:00', '5 pm ET', '5 pm EST', 'at 25', '12 pm', '6'];

test('a reminder and an interview read the same moment in the same words, or neither does', () => {
  const atOwn = (at: Temporal.PlainDateTime | Temporal.ZonedDateTime | Temporal.Instant) =>
    at instanceof Temporal.ZonedDateTime ? at.withTimeZone(zone).toPlainDateTime() : at;
  const differ = days.flatMap(day =>
    hours.flatMap(hour => {
      const words = `${day} ${hour}`.trim();
      const reminder = readWhen(words, { now, zone });
      const one = reminder.outcome === 'understood' ? reminder.value.at.toString() : reminder.outcome;
      const time = readTime(words, { now, zone });
      const other = time.outcome === 'understood' ? atOwn(time.value.at).toString() : time.outcome;
      return one === other ? [] : [`${words}: ${one}, ${other}`];
    }),
  );
  expect(differ).toEqual([]);
});
