import { expect, test } from 'vitest';
import { createCounters } from '../../src/core/runtime/counters.ts';
import { createRefusals, meaningOnDiscord, meaningOnSlack, referenceOf } from '../../src/doors/refusals.ts';

test('F33: each refusal leaves one line with a reference, and a count by kind', () => {
  const lines: object[] = [];
  const counters = createCounters();
  const refusals = createRefusals('Discord', { warn: (line: object) => void lines.push(line) }, counters);
  const error = new Error('no');
  const reference = refusals.note('message', 'dms-closed', error);
  expect(reference).toMatch(/^[A-HJKMNP-Z2-9]{6}$/);
  expect(referenceOf(error)).toBe(reference);
  // The same error again, further up, is the same refusal.
  expect(refusals.note('answer', 'other', error)).toBe(reference);
  refusals.note('message', 'dms-closed');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toEqual({ call: 'message', kind: 'dms-closed', count: 1, reference });
  expect(counters.troubles()).toEqual({ 'Discord refused message: dms-closed': 2 });
});

test('F30: a no is about one person, one channel, one community or the token, and stops no more than that', () => {
  const concerns = (status: number, code: number) => {
    const { concerns: about, permanent } = meaningOnDiscord(status, code);
    return `${about} ${permanent ? 'for good' : 'for now'}`;
  };
  expect(concerns(403, 50007)).toBe('recipient for good');
  expect(concerns(403, 50013)).toBe('channel for good');
  expect(concerns(401, 0)).toBe('token for now');
  expect(concerns(400, 50240)).toBe('command for good');
  expect(concerns(429, 30034)).toBe('command for now');
  expect(concerns(429, 0)).toBe('request for now');
  expect(concerns(400, 99999)).toBe('request for good');
  expect(concerns(503, 0)).toBe('request for now');
  expect(meaningOnSlack('user_disabled').concerns).toBe('recipient');
  expect(meaningOnSlack('missing_scope').concerns).toBe('installation');
  expect(meaningOnSlack('constructor')).toMatchObject({ kind: 'constructor', permanent: false });
});
