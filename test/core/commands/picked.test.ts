import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { option } from '../../../src/core/commands/options.ts';
import { parseOptions } from '../../../src/core/commands/parse.ts';
import { type Picked, withPicked } from '../../../src/core/commands/picked.ts';
import { UserError } from '../../../src/core/ports/errors.ts';

// Wednesday, October 14, 2026, noon in Chicago.
const asking = { now: Temporal.Instant.from('2026-10-14T17:00:00Z'), zone: 'America/Chicago' };
const words = { label: 'When', description: 'When it is' };
const command = { options: z.strictObject({ at: option.dateTime(words), on: option.date(words, 'back') }).partial() };

/** What a form with these words and picks comes to: a time, or the question. */
function read(name: 'at' | 'on', typed: string, picked: Picked) {
  const call = withPicked({ command: 'x', options: { [name]: typed } }, { [name]: picked });
  try {
    const { at, on } = parseOptions(command, call.options, asking, call.picked);
    return String(at?.at ?? on);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.question ? { asked: error.question.answers.map(({ words }) => words) } : { refused: error.message };
  }
}

describe('what is picked in a form', () => {
  test.each([
    ['', { day: '2026-11-03', hour: '09:00' }, '2026-11-03T09:00:00'],
    ['', { day: '2026-11-03' }, { refused: 'At what hour on Tue, Nov 3, 2026? Write it too: "Nov 3, 9 AM".' }],
    ['Nov 3, 9 am', { day: '2026-11-03', hour: '09:00' }, '2026-11-03T09:00:00'],
    ['next Tuesday', { hour: '14:30' }, '2026-10-20T14:30:00'],
    ['9 am', { day: '2026-11-03' }, '2026-11-03T09:00:00'],
    ['Nov 3', { day: '2026-11-03', hour: '09:00' }, '2026-11-03T09:00:00'],
    ['Nov 3, 9 am', { day: '2026-11-04', hour: '09:00' }, { asked: ['Nov 3, 9 am', '2026-11-04 09:00'] }],
    ['Nov 3, 9 am', { hour: '10:00' }, { asked: ['Nov 3, 9 am', '2026-11-03 10:00'] }],
    ['tomorrow 5 pm', { day: '2026-10-16' }, { asked: ['tomorrow 5 pm', '2026-10-16 17:00'] }],
  ])('beside "%s": %o', (typed, picked, expected) => {
    expect(read('at', typed, picked)).toEqual(expected);
  });

  test('of a day alone, too', () => {
    expect(read('on', '', { day: '2026-10-12' })).toBe('2026-10-12');
    expect(read('on', 'Monday', { day: '2026-10-12' })).toBe('2026-10-12');
    expect(read('on', 'yesterday', { day: '2026-10-12' })).toEqual({ asked: ['yesterday', '2026-10-12'] });
  });

  test('is never set aside: the same, or asked', () => {
    const days = ['2026-11-03', '2026-11-04', '2026-12-01'];
    const hours = ['08:00', '09:00', '17:30'];
    const typed = days.flatMap(day => [...hours.map(hour => `${day} ${hour}`), day]).concat(hours);
    for (const text of typed)
      for (const day of [undefined, ...days])
        for (const hour of [undefined, ...hours]) {
          const outcome = read('at', text, { day, hour });
          const [dayTyped = day, hourTyped = hour] = [
            days.find(each => text.includes(each)),
            hours.find(each => text.includes(each)),
          ];
          const agrees = (!day || day === dayTyped) && (!hour || hour === hourTyped);
          if (typeof outcome === 'string' && day) expect(outcome.slice(0, 10)).toBe(day);
          if (typeof outcome === 'string' && hour) expect(outcome.slice(11, 16)).toBe(hour);
          if (agrees && dayTyped && hourTyped) expect(outcome).toBe(`${dayTyped}T${hourTyped}:00`);
        }
  });
});
