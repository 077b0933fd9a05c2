import { describe, expect, test } from 'vitest';
import { limits } from '../../../src/core/cards/limits.ts';
import { chosen, decodeCall, encodeCall, encodePending, keyOf } from '../../../src/core/commands/call.ts';
import fc from '../../support/properties.ts';

const name = fc.stringMatching(/^[a-z]{1,8}(-[a-z]{1,6})?$/);
const call = fc.record(
  {
    command: name,
    options: fc.dictionary(name, fc.string({ maxLength: 20, unit: 'grapheme' }), { maxKeys: 3 }),
    form: fc.constant(true),
    page: fc.integer({ min: 1, max: 99 }),
    choose: name,
  },
  { requiredKeys: ['command', 'options'] },
);

describe('a call as a button’s id', () => {
  test('is read back as it was, whatever its options hold', () => {
    fc.assert(
      fc.property(call, fc.option(fc.stringMatching(/^[\w-]{22}$/), { nil: undefined }), (value, key) => {
        const token = encodeCall(value, key);
        if (token === undefined) return;
        expect(token.length).toBeLessThanOrEqual(limits.token);
        expect(decodeCall(token)).toEqual({ call: { ...value, options: { ...value.options } } });
        expect(keyOf(token)).toBe(key);
      }),
    );
  });

  test('that does not fit is not cut', () => {
    expect(encodeCall({ command: 'log', options: { who: 'x'.repeat(100) } })).toBeUndefined();
  });

  test('may stand for a call that waits', () => {
    expect(decodeCall(encodePending('abc_-1', 'key'))).toEqual({ pending: 'abc_-1' });
    expect(keyOf(encodePending('abc', 'key'))).toBe('key');
  });

  test('that nobody wrote is no call', () => {
    for (const token of ['', 'LOG', 'log who', '?a=b', 'log#x']) expect(decodeCall(token)).toBeUndefined();
  });
});

test('a chosen value fills the option that the select names', () => {
  const value = { command: 'advice', options: { a: '1' }, choose: 'topic' };
  expect(chosen(value, 'network')).toEqual({ command: 'advice', options: { a: '1', topic: 'network' } });
});
