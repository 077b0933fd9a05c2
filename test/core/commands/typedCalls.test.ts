import { expect, test } from 'vitest';
import { call, formCall, selectCall } from '../../../src/core/commands/call.ts';

test('a call names a command and options that there are, or does not compile', () => {
  expect(call('log', { who: 'Kim', they: 'good' })).toEqual({
    command: 'log',
    options: { who: 'Kim', they: 'good' },
  });
  // @ts-expect-error no such command
  call('lgo');
  // @ts-expect-error no such option
  call('log', { whom: 'Kim' });
  // @ts-expect-error an option of another command
  formCall('people', { they: 'good' });
  // @ts-expect-error no such choice
  call('log', { who: 'Kim', they: 'goood' });
  // @ts-expect-error yes or no
  call('setup', { pause: 'maybe' });
  // @ts-expect-error a text, not yet read
  call('setup', { hour: 9 });
  // @ts-expect-error no option for the choice to fill
  selectCall('history', 'entry');
});

test('what is undefined is left out of a call', () => {
  expect(formCall('log', { who: 'Kim', role: undefined })).toEqual({
    command: 'log',
    options: { who: 'Kim' },
    form: true,
  });
  expect(selectCall('history', 'role', { contact: 'id' })).toEqual({
    command: 'history',
    options: { contact: 'id' },
    choose: 'role',
  });
});
