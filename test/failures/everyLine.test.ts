import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** How reminder bots fail, a line each: every one has a test that is named after it. */
const failures = {
  F1: 'missed while the bot was down',
  F2: 'a flood after downtime',
  F3: 'the wrong hour after a clock change',
  F4: 'a ticker that stalls or spins at a clock change',
  F5: 'doubles after a restart',
  F6: 'two replicas send twice',
  F7: 'direct messages are closed',
  F8: 'too many first direct messages',
  F9: 'a channel is gone, or a permission',
  F10: 'uninstalled, or a token revoked',
  F11: 'a 429 loses or doubles',
  F12: 'tries without end, or gives up at the first failure',
  F13: 'a time that is far away fires at once',
  F14: 'acknowledged too late, tried again, stored twice',
  F15: 'a time said for today becomes tomorrow',
  F16: 'mentions in what members wrote',
  F17: 'buttons that are dead after a restart',
  F18: 'a bad token in a restart loop',
  F19: 'one that is broken stops the rest',
  F20: 'days added in UTC',
  F21: 'a snooze breaks what repeats',
  F22: 'the database is locked, full or gone',
  F23: 'a command pasted in public',
  F24: 'an eve that has passed, an hour at night, three days in a row',
};

const names = globSync('test/**/*.test.ts').flatMap(file => {
  const calls = readFileSync(file, 'utf8').matchAll(
    /\b(?:test|longTest|describe)(?:\.each\([\s\S]*?\))?\(\s*['"`]([^\n]*)/g,
  );
  return [...calls].map(([, name]) => name ?? '');
});

test.each(Object.entries(failures))('%s, %s: there is a test named after it', number => {
  const named = names.filter(name => (name.split(':')[0] ?? '').split(', ').includes(number));
  expect(named.length).toBeGreaterThan(0);
});
