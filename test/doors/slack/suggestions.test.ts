import { expect, test } from 'vitest';
import { suggestions } from '../../../src/doors/slack/suggestions.ts';
import { suggestions as accepted } from '../../standins/slack/elements.ts';

const named = (...names: string[]) => names.map(name => ({ label: name, value: name }));
async function offered(typed: string, known: Promise<{ label: string; value: string }[]>, kind: 'person' | 'zone') {
  const options = await suggestions(typed, { kind }, known);
  accepted.parse({ options });
  return options.map(({ text, value }) => [text.text, value]);
}

test('what was typed comes last, under its own name', async () => {
  expect(await offered(' pat ', Promise.resolve(named('Dr. Patel')), 'person')).toEqual([
    ['Dr. Patel', 'Dr. Patel'],
    ['Add "pat"', 'pat'],
  ]);
  expect(await offered('Chicago', Promise.resolve([]), 'zone')).toEqual([['Use "Chicago"', 'Chicago']]);
});

test('somebody known is not offered to be added, in whatever case', async () => {
  expect(await offered('dr. patel', Promise.resolve(named('Dr. Patel')), 'person')).toHaveLength(1);
  expect(await offered('', Promise.resolve(named('Dr. Patel')), 'person')).toHaveLength(1);
});

test('a menu holds a hundred, with long names shortened in what is shown alone', async () => {
  const many = Array.from({ length: 150 }, (_, index) => `Dr. ${index} ${'x'.repeat(80)}`);
  const options = await offered('x', Promise.resolve(named(...many)), 'person');
  expect(options).toHaveLength(100);
  expect(options[0]).toEqual([expect.stringMatching(/…$/), many[0]]);
  expect(options.at(-1)).toEqual(['Add "x"', 'x']);
});

test('a store that does not answer in time, or fails, leaves what was typed', async () => {
  const started = performance.now();
  expect(await offered('pat', new Promise(() => {}), 'person')).toEqual([['Add "pat"', 'pat']]);
  expect(performance.now() - started).toBeLessThan(2500);
  expect(await offered('pat', Promise.reject(new Error('closed')), 'person')).toEqual([['Add "pat"', 'pat']]);
});
