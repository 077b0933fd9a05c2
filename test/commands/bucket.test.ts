import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { labelsOf, startCore, textOf } from '../support/member.ts';

let core: Awaited<ReturnType<typeof startCore>>;
beforeAll(async () => {
  core = await startCore(commands);
});
afterAll(() => core.stop());

/** Somebody whom two people would take at once, and one would not. */
async function applicant(name: string, paper = 'borderline') {
  const member = core.member(name);
  await member.say('settings', { zone: 'America/Chicago', type: 'img', next: 'done' });
  await member.say('log', { who: 'Dr. Patel', they: 'at-once', role: 'home-faculty', where: 'Home' });
  await member.say('log', { who: 'Chief Kim', they: 'at-once', role: 'chief', where: 'Lakeside' });
  return { ...member, check: () => member.say('bucket', { paper, incidents: 'none' }) };
}

test('the main button begins the first move that would change the result', async () => {
  const ana = await applicant('ana');
  await ana.say('log', { who: 'Ana Ruiz', they: 'warn', role: 'nurse', where: 'Lakeside' });
  const first = await ana.check();
  expect(textOf(first)).toContain('Close the loose end with Ana Ruiz. Then: safe to pre-match.');
  const form = await ana.open(first, labelsOf(first)[0]!);
  expect(form).toMatchObject({ command: 'loose-ends', values: { with: 'Ana Ruiz' } });
  await ana.submit(form, { about: 'A short word after that night' });

  const second = await ana.check();
  const end = await ana.tap(second, labelsOf(second)[0]!);
  expect(textOf(end)).toContain('A short word after that night');
  await ana.tap(end, 'It is done');
  expect(textOf(await ana.check())).toContain('up from too risky to safe to pre-match');
});

test('with nothing to mend it begins with somebody new, and where no move helps with the log', async () => {
  const alone = core.member('alone');
  await alone.say('settings', { zone: 'America/Chicago', type: 'img', next: 'done' });
  await alone.say('log', { who: 'Dr. Patel', they: 'good', role: 'home-faculty', where: 'Home' });
  const known = await alone.say('bucket', { paper: 'solid', incidents: 'none' });
  expect(textOf(await alone.tap(known, 'See who could be called'))).toContain('Who could be called');

  const weak = await (await applicant('weak', 'weak')).check();
  expect(labelsOf(weak)[0]).toBe('Log someone');
});
