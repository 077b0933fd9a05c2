import { expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { parseAction } from '../../src/content/action.ts';
import type { Tip } from '../../src/content/types.ts';
import { content } from '../support/content.ts';

const { advice, tips } = content;
const all = [...tips.values()];
const commandOf = ({ do: { call } }: Pick<Tip, 'do'>) => parseAction(call).command;

/** What a tip advises and the notebook has a place for: a loose end, a draft, a defender, a program, a self-check. */
const things = ['loose-ends', 'draft', 'defenders', 'programs', 'bucket'];

test('at least half of the tips lead to what they advise, and few to the log', () => {
  const count = (wanted: readonly string[]) => all.filter(tip => wanted.includes(commandOf(tip))).length;
  expect(count(things)).toBeGreaterThanOrEqual(all.length / 2);
  expect(count(['log'])).toBeLessThanOrEqual(6);
  for (const thing of things) expect(count([thing])).toBeGreaterThan(1);
});

test('no button of a text says what somebody would say of the person, or anything that a bucket is made from', () => {
  const said = [...advice.values(), ...all].flatMap(text => {
    const { command, options } = parseAction(text.do.call);
    const own = { log: ['role'], bucket: ['show'], audit: ['about'] }[command];
    return own ? Object.keys(options).filter(name => !own.includes(name)) : [];
  });
  expect(said).toEqual([]);
});

test('a button that opens a form is of a command that has one', () => {
  const withForm = [...advice.values(), ...all].filter(({ do: { form } }) => form);
  expect(withForm.length).toBeGreaterThan(5);
  for (const text of withForm) {
    const { command, options } = parseAction(text.do.call);
    const found = commands.find(({ name }) => name === command);
    const form = found?.form ?? found?.actions?.of[options[found.actions.by] ?? '']?.form;
    expect(form, text.title).toBeDefined();
  }
});

/** Whom a tip speaks to, where it is not everybody. */
const readers = /\bif you(?:'re| are)? (?:apply|applying|matched|didn't match|start|graduate|want|trained|writing)\b/gi;

test('from week 40 on a tip speaks to one reader', () => {
  const late = all.filter(({ week }) => week >= 40);
  const several = late.filter(({ title, body }) => {
    const said = `${title}. ${body}`.match(readers)?.map(words => words.toLowerCase()) ?? [];
    return new Set(said).size > 1;
  });
  expect(several.map(({ week }) => week)).toEqual([]);
});

test('no tip says what another has said, in the same words', () => {
  const runs = new Map<string, Set<number>>();
  for (const { week, body } of all) {
    const words = body.toLowerCase().match(/[a-z0-9'’]+/g) ?? [];
    for (let at = 0; at + 8 <= words.length; at += 1) {
      const run = words.slice(at, at + 8).join(' ');
      runs.set(run, (runs.get(run) ?? new Set()).add(week));
    }
  }
  expect([...runs].filter(([, weeks]) => weeks.size > 1).map(([run, weeks]) => `${[...weeks]}: ${run}`)).toEqual([]);
});
