import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadContent, loadWithCovers } from '../../src/content/load.ts';
import { contentFolder, folder, friends, tip } from './fixtures.ts';

test('a piece has its front matter, its answer apart, and its wrapped lines joined', async () => {
  const content = await loadContent({ shipped: await contentFolder(), commands: ['log', 'advice'] });
  expect(content.advice.get('calls')).toEqual({
    id: 'calls',
    title: 'When programs call',
    topic: 'timing',
    for: ['img'],
    only: false,
    stages: [],
    phases: ['middle'],
    related: ['friends'],
    source: 'The article',
    care: false,
    do: { label: 'Log who saw you', call: 'log' },
    covers: ['S1', 'S2'],
    answer: 'Directors call in the middle of the season.',
    body: 'Most of them ask **one question** about nights.\n\n- Would you take them?\n- Why?\n\n> Hello,\n> it is me.',
  });
});

test('topics, tips, practice cases, pages and the season come with it', async () => {
  const content = await loadContent({ shipped: await contentFolder() });
  expect(content.topics.map(({ id }) => id)).toEqual(['timing', 'network']);
  expect(content.tips.size).toBe(52);
  expect(content.tips.get(37)).toMatchObject({
    week: 37,
    phase: 'match-week',
    body: 'This week, write down one name.',
  });
  expect(content.scenarios.get('two')).toMatchObject({
    case: 'Both have the same scores.',
    after: 'The second was known.',
    heard: { directors: 'Solid.', dean: 'Good.', former: 'Nothing.', residents: 'Liked on nights.' },
  });
  expect(content.pages.get('pin')).toEqual({ id: 'pin', title: 'To pin', body: 'A private companion.' });
  expect(content.season.zone).toBe('America/New_York');
});

test('pieces are found, also by a synonym that the folder or an extra one names', async () => {
  const dir = await folder({ 'synonyms.yaml': '- [directors, bosses]\n' });
  const { search } = await loadContent({ shipped: await contentFolder(), dir });
  expect(search('LoR', 5).map(({ id }) => id)).toEqual(['friends']);
  expect(search('bosses', 5).map(({ id }) => id)).toEqual(['calls']);
});

test('what a text covers is known by its path', async () => {
  const { covers } = await loadWithCovers({ shipped: await contentFolder() });
  expect(covers.get('advice/calls')).toEqual(['S1', 'S2']);
  expect(covers.get('scenarios/two')).toEqual(['X4']);
});

test('an extra folder adds texts and replaces those of the same name', async () => {
  const dir = await folder({
    'advice/friends.md': friends.replace('People on your side', 'Your people'),
    'advice/ours.md': friends.replace('network', 'ours'),
    'topics.yaml':
      '- { id: ours, title: Of this hospital, description: Ours }\n- { id: timing, title: When, description: x }\n',
    'tips/07.md': tip(7).replace('one name', 'two names'),
  });
  const content = await loadContent({ shipped: await contentFolder(), dir });
  expect([...content.advice.values()].map(({ title }) => title)).toEqual([
    'When programs call',
    'Your people',
    'People on your side',
  ]);
  expect(content.topics.map(({ title }) => title)).toEqual(['When', 'The four routes', 'Of this hospital']);
  expect(content.tips.get(7)?.body).toBe('This week, write down two names.');
  expect(content.tips.size).toBe(52);
});

test('a mistake in an extra folder is named with its whole path', async () => {
  const dir = await folder({ 'advice/ours.md': friends.replace('network', 'nowhere') });
  await expect(loadContent({ shipped: await contentFolder(), dir })).rejects.toThrow(
    `${dir}/advice/ours.md:3 topic: there is no topic "nowhere"`,
  );
});

test('an extra folder that is not there, or is no folder, is a mistake', async () => {
  const shipped = await contentFolder();
  const dir = await folder({ 'notes.md': 'x' });
  await expect(loadContent({ shipped, dir: join(dir, 'none') })).rejects.toThrow(
    `${dir}/none: there is no such folder`,
  );
  await expect(loadContent({ shipped, dir: join(dir, 'notes.md') })).rejects.toThrow(
    'notes.md: there is no such folder',
  );
});

test('an extra folder that holds nothing known is a mistake', async () => {
  const dir = await folder({ 'advise/ours.md': friends });
  await expect(loadContent({ shipped: await contentFolder(), dir })).rejects.toThrow(
    `${dir}: holds none of advice, tips`,
  );
});

test('an extra folder that cannot be read is a mistake', async () => {
  const dir = join(await folder({ 'notes.md': 'x' }), 'loop');
  await symlink(dir, dir);
  const shipped = await contentFolder();
  await expect(loadContent({ shipped, dir })).rejects.toThrow(`${dir}: the folder can't be read (ELOOP)`);
});
