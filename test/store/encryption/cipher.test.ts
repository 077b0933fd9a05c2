import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createFieldCipher } from '../../../src/store/encryption/cipher.ts';
import fc from '../../support/properties.ts';

const place = { table: 'Contact', column: 'name', id: 'a' };

describe('the cipher', () => {
  const cipher = createFieldCipher(randomBytes(32));

  test('opens what it sealed, in the declared format', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const sealed = cipher.seal(text, place);
        expect(sealed).toMatch(/^v2\.[\w-]{8}\.[\w-]{16}\.[\w-]{22}\.[\w-]*$/);
        expect(cipher.open(sealed, place)).toBe(text);
      }),
    );
  });

  test('seals the same text differently each time, and digests it the same', () => {
    expect(cipher.seal('Kim', place)).not.toBe(cipher.seal('Kim', place));
    expect(cipher.digest('Kim')).toBe(cipher.digest('Kim'));
    expect(createFieldCipher(randomBytes(32)).digest('Kim')).not.toBe(cipher.digest('Kim'));
  });

  test.each([
    { ...place, table: 'Program' },
    { ...place, column: 'place' },
    { ...place, id: 'b' },
  ])('refuses a value that was moved to %j', elsewhere => {
    const sealed = cipher.seal('Kim', place);
    expect(() => cipher.open(sealed, elsewhere)).toThrow();
  });

  test('refuses a value that was changed, cut short, sealed by another key or not sealed', () => {
    const sealed = cipher.seal('Kim', place);
    const [format, keyId, iv, tag = '', data = ''] = sealed.split('.');
    const flipped = (text: string) => `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`;
    expect(() => cipher.open([format, keyId, iv, tag, flipped(data)].join('.'), place)).toThrow();
    expect(() => cipher.open([format, keyId, iv, flipped(tag), data].join('.'), place)).toThrow();
    expect(() => cipher.open([format, keyId, iv, tag.slice(0, 8), data].join('.'), place)).toThrow('not sealed');
    expect(() => createFieldCipher(randomBytes(32)).open(sealed, place)).toThrow('another key');
    expect(() => cipher.open('Kim', place)).toThrow('not sealed');
  });
});
