import { describe, expect, it } from 'vitest';
import { measure } from './kind.ts';
import { kinds } from './kinds/index.ts';

describe.each(kinds.map(kind => [kind.name, kind] as const))('%s', (_, kind) => {
  const measured = measure(kind);
  const of = async (verdict: string) => (await measured).filter(one => one.verdict === verdict);
  const shown = (found: Awaited<typeof measured>) =>
    found.map(({ one, outcome }) => `${one.said} -> ${JSON.stringify(outcome)}, not ${one.is}`);

  it('is never read as something else than was said', async () => {
    expect(shown(await of('wrong'))).toEqual([]);
  });

  it('is right often enough', async () => {
    const right = (await of('right')).length;
    const rest = (await measured).filter(({ verdict }) => verdict !== 'right');
    expect(right / kind.cases.length, shown(rest).join('\n')).toBeGreaterThanOrEqual(kind.bar);
  });

  it('is seldom found where it is not', async () => {
    const found = await of('false');
    expect(found.length / kind.cases.length, shown(found).join('\n')).toBeLessThanOrEqual(kind.mostFalse ?? 0);
  });
});

it('is measured on at least 1,200 inputs', () => {
  expect(kinds.reduce((sum, { cases }) => sum + cases.length, 0)).toBeGreaterThanOrEqual(1200);
});
