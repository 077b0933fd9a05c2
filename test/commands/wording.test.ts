import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { optionSpecs } from '../../src/core/commands/options.ts';
import { isWord, misspelledIn } from '../content/prose.ts';
import { type Member, startCore, textOf } from '../support/member.ts';
import { waysToCall } from '../support/waysToCall.ts';

let core: Awaited<ReturnType<typeof startCore>>;
let ana: Member;

beforeAll(async () => {
  core = await startCore(commands);
  ana = core.member('ana', 'playground', true);
  await ana.say('settings', { zone: 'America/Chicago', type: 'img', next: 'done' });
  await ana.say('log', { who: 'Dr. Patel', they: 'little', worry: 'team-fit', role: 'attending' });
});
afterAll(() => core.stop());

/** Typed values, addresses, zones and codes stand in a reply as they are: no prose. */
const prose = (text: string): string =>
  text.replace(/\S*[/_:]\S+|\b\w{5}(-\w{5}){4}\b|\b[A-Z0-9]{5}-[A-Z0-9]{5}\b/g, ' ');
/** Names that stand in examples, and formats. */
const NAMES = ['Sato', 'Unlink', 'JSON', 'json', 'CSV', 'csv', 'ics'];
const misspelled = (text: string): string[] =>
  misspelledIn({ name: '', title: '', text: prose(text) }, word => NAMES.includes(word) || isWord(word));

describe.each(commands)('/$name is written in US English', command => {
  test('where it is declared', () => {
    const texts = optionSpecs(command.options).flatMap(({ label, description, choices = [] }) => [
      label,
      description,
      ...choices.map(choice => choice.label),
    ]);
    expect(misspelled([command.description, ...texts].join('. '))).toEqual([]);
  });

  test('in what it answers', { timeout: 60_000 }, async () => {
    const answers: string[] = [];
    for (const options of waysToCall(command)) answers.push(textOf(await ana.say(command.name, options)));
    expect(misspelled(answers.join('\n'))).toEqual([]);
  });
});
