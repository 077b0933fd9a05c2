import { describe, expect, test } from 'vitest';
import { commands } from '../../../src/commands/index.ts';
import { log } from '../../../src/commands/log/log.ts';
import { optionSpecs } from '../../../src/core/commands/options.ts';
import { complete, type Suggest } from '../../../src/doors/playground/completion.ts';

const people = ['Dr. Patel', 'Dr. Osei', 'Kim'];
const suggest: Suggest = async (_, option, text) =>
  option === 'who'
    ? people.filter(name => name.toLowerCase().includes(text.toLowerCase())).map(name => ({ label: name, value: name }))
    : [];
const at = (text: string) => complete(text, commands, suggest);
const texts = async (text: string) => (await at(text)).items.map(item => item.text);

describe('what could come next', () => {
  test('after a slash come all commands that may be typed, with what they do', async () => {
    const { items, eager } = await at('/');
    expect(items.map(({ label }) => label)).toEqual(
      commands.filter(({ internal }) => !internal).map(({ name }) => `/${name}`),
    );
    expect(items.every(({ description }) => description)).toBe(true);
    expect(eager).toBe(true);
  });

  test('a part of a name leaves those that begin so; a whole name is sent by Enter', async () => {
    expect(await at('/bu')).toMatchObject({ items: [{ text: '/bucket ' }], eager: true });
    expect(await at('/BUCKET')).toMatchObject({ items: [{ text: '/bucket ' }], eager: false });
  });

  test('after the name come its options, those needed marked, and none of the hidden ones', async () => {
    const { items, hint } = await at('/log ');
    const offered = optionSpecs(log.options).filter(({ hidden }) => !hidden);
    expect(items.map(({ label }) => label)).toEqual(offered.map(({ name }) => `${name}:`));
    expect(items[1]?.description).toContain('(needed)');
    expect(items[2]?.description).not.toContain('(needed)');
    expect(hint).toBe('who: A name or initials');
  });

  test('words before any option complete the first one', async () => {
    expect(await texts('/log dr')).toEqual(['/log Dr. Patel ', '/log Dr. Osei ']);
    expect(await texts('/log Dr. Patel th')).toEqual(['/log Dr. Patel they:']);
  });

  test('an option that was given is not offered again', async () => {
    expect(await texts('/log Kim they:good ')).not.toContain('/log Kim they:good they:');
    expect(await texts('/log Kim they:good wh')).toEqual([
      '/log Kim they:good who:',
      '/log Kim they:good when:',
      '/log Kim they:good where:',
    ]);
  });

  test('after an option come its values, quoted where they have spaces', async () => {
    expect(await texts('/log Kim they:at')).toEqual(['/log Kim they:at-once ']);
    expect(await texts('/log they:good who:pat')).toEqual(['/log they:good who:"Dr. Patel" ']);
    expect(await texts('/log they:good who:"Dr. O')).toEqual(['/log they:good who:"Dr. Osei" ']);
  });

  test('several choices complete one after the other', async () => {
    expect(await texts('/log Kim about:rel')).toEqual(['/log Kim about:reliability ']);
    expect(await texts('/log Kim about:"reliability, team')).toEqual(['/log Kim about:"reliability, team-fit" ']);
  });

  test('a value that is whole already is not offered', async () => {
    expect(await texts('/log Kim they:good')).toEqual([]);
  });

  test('an option of free words is only explained', async () => {
    expect(await at('/log Kim when:')).toEqual({
      items: [],
      eager: false,
      hint: 'when: The day: yesterday, last Tue, Oct 29',
    });
  });

  test('after what is no command comes nothing', async () => {
    for (const text of ['hello', '/nothing at all', '/show what:', '/timeline x'])
      expect((await at(text)).items).toEqual([]);
  });
});
