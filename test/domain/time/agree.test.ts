import { expect, test } from 'vitest';
import { readTime } from '../../../src/domain/time/readDay.ts';
import { readWhen } from '../../../src/domain/time/when.ts';

const zone = 'America/Chicago';
/** Wednesday. */
const now = Temporal.ZonedDateTime.from('2026-10-14T14:00[America/Chicago]').toInstant();

const days = ['tomorrow', 'Friday', 'Tue 3 Nov', 'Mon 3 Nov', '31 Nov', '29 Oct', '2026-11-03', 'next Monday', ''];
const hours = ['at 3', '3 pm', '9am', '17:30', '03:00', '5 pm ET', '5 pm EST', 'at 25', '12 pm', '6'];

test('a reminder and an interview read the same moment in the same words, or neither does', () => {
  const differ = days.flatMap(day =>
    hours.flatMap(hour => {
      const words = `${day} ${hour}`.trim();
      const reminder = readWhen(words, { now, zone, interviews: [], programs: [] });
      const one = reminder.ok ? reminder.when.at.toString() : 'not read';
      const other = readTime(words, now, zone)?.toString() ?? 'not read';
      return one === other ? [] : [`${words}: ${one}, ${other}`];
    }),
  );
  expect(differ).toEqual([]);
});

test.each([
  ['tomorrow at 3', 'may be the morning or the afternoon'],
  ['every Friday at 3', '"3" may be the morning or the afternoon'],
  ['in two weeks at 4:30', '"4:30" may be the morning or the afternoon'],
  ['every day at 25:00', 'No clock shows "25:00"'],
  ['Mon 3 Nov 9am', 'I couldn’t read'],
  ['tomorrow 5 pm ET', 'Try "'],
])('"%s" is asked about', (words, expected) => {
  const read = readWhen(words, { now, zone, interviews: [], programs: [] });
  expect(read.ok ? read.when.at.toString() : read.expected).toContain(expected);
});
