import { expect, test } from 'vitest';
import { errorName } from '../../src/operations/errorName.ts';

test('an error is named by its kind and place, and by no line of its message', () => {
  const words = 'Quillfeather\n    at Zebrawood (/anywhere/src/store/x.ts:1:1)\n at home /src/';
  const named = JSON.stringify(errorName(new TypeError(words)));
  expect(named).toContain('TypeError');
  expect(named).not.toMatch(/Quillfeather|Zebrawood|home/);
});

test('one whose message was changed, and what is no error, have a name alone', () => {
  const changed = new Error('Quillfeather\n    at Zebrawood (/src/x.ts:1:1)');
  changed.message = 'other';
  expect(errorName(changed)).toMatchObject({ error: 'Error', at: [] });
  expect(errorName('Quillfeather')).toEqual({ error: 'string', code: undefined, at: [] });
});

test('where it was thrown in our own files is there', () => {
  const thrown = new Error('x');
  thrown.stack = 'Error: x\n    at f (/app/src/core/a.ts:1:2)\n    at g (/app/node_modules/b.js:3:4)';
  expect(errorName(thrown).at).toEqual(['    at f (/app/src/core/a.ts:1:2)']);
});
