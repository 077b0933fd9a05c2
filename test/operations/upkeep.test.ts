import { expect, test } from 'vitest';
import type { PlatformDoor } from '../../src/core/ports/door.ts';
import { createUpkeep } from '../../src/operations/upkeep.ts';

const NOW = Temporal.Instant.from('2026-11-22T18:00:00Z');
const door = (sweep: () => void) => ({ platform: 'slack', sweep }) as Partial<PlatformDoor> as PlatformDoor;

test('each tick sweeps the doors, every hour does the chores, and one that fails holds up no other', async () => {
  const [done, logged]: [string[], object[]] = [[], []];
  let now = NOW;
  const fails = (what: string) => () => {
    done.push(what);
    throw new Error('no words of it');
  };
  const tick = createUpkeep({
    doors: [door(fails('door')), door(() => done.push('other door'))],
    chores: { sweep: fails('sweep'), copy: at => done.push(`copy at ${at}`) },
    now: () => now,
    log: { error: about => logged.push(about) },
  });
  await tick();
  expect(done).toEqual(['door', 'other door', 'sweep', `copy at ${NOW}`]);
  expect(logged).toMatchObject([{ platform: 'slack' }, { chore: 'sweep' }]);
  expect(JSON.stringify(logged)).not.toContain('no words');
  now = NOW.add({ minutes: 59 });
  await tick();
  expect(done.slice(4)).toEqual(['door', 'other door']);
  now = NOW.add({ minutes: 60 });
  await tick();
  expect(done.slice(6)).toEqual(['door', 'other door', 'sweep', `copy at ${now}`]);
});
