import { afterAll, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { labelsOf, startCore, textOf } from '../support/member.ts';

const core = await startCore(commands);
const organizer = core.member('organizer', 'playground', true);
const PLAN = { channel: 'tips', weekday: 'Monday', hour: '9', zone: 'America/New_York' };
afterAll(core.stop);

test('it opens filled in, and one tap starts it', async () => {
  const opened = await organizer.say('setup');
  expect(textOf(opened)).toContain('One tap starts it');
  expect(labelsOf(opened)).toEqual(
    expect.arrayContaining(['Start', 'Next eight tips', 'Test post', 'Season track', 'What it may do here']),
  );
  expect(textOf(await organizer.tap(opened, 'Start'))).toContain('The weekly tip is set');
});

test('the next eight tips are shown word for word, with the moment of each', async () => {
  await organizer.say('setup', PLAN);
  const shown = await organizer.say('setup', { show: 'preview' });
  const text = textOf(shown);
  for (const day of ['Mon, Oct 19', 'Mon, Oct 26', 'Mon, Nov 2', 'Mon, Nov 9'])
    expect(text).toContain(`${day}, 9 AM ET: `);
  expect(text).toContain('Give your people some news');
  expect(text).toContain('Someone who last heard from you in spring');
  expect(text).toContain('Its button: Write to one of them.');
});

test('a test post arrives in the channel of the tips', async () => {
  await organizer.say('setup', PLAN);
  core.posts.length = 0;
  const reply = await organizer.tap(await organizer.say('setup'), 'Test post');
  expect(core.posts).toMatchObject([{ channel: 'tips', card: { title: 'A test from Backchannel' } }]);
  expect(textOf(reply)).toContain('The test stands in this channel. The bot may post there.');
});

test('a test post from where the bot may not post says what mends it', async () => {
  core.posts.length = 0;
  const locked = core.member('locked', 'discord', true, 'locked');
  const reply = await locked.say('setup', { show: 'test' });
  expect(textOf(reply)).toContain('I may not post in the channel. Add me to it');
  expect(labelsOf(reply)).toEqual(['Test again', 'Setup']);
  expect(core.posts).toEqual([]);
});

test.each([
  ['introduction', 'Backchannel has joined us.'],
  ['one-page', 'It is not affiliated with NRMP or AAMC'],
])('the text %s is there to copy, as bare text', async (show, words) => {
  const { card } = await organizer.say('setup', { show });
  const copies = card.blocks.flatMap(block => (block.type === 'copy' ? [block.text] : []));
  expect(copies.join('\n')).toContain(words);
  expect(copies.join('\n')).not.toContain('**');
});

test('what the bot may do says truly what it reads', async () => {
  const text = textOf(await organizer.say('setup', { show: 'rules' }));
  expect(text).toContain('look through the latest messages of the tips channel for its own tip');
  expect(text).toContain('Read what members write to each other');
});

test('a shifted season moves its phases, its tips and the timeline', async () => {
  const before = textOf(await organizer.say('timeline'));
  const saved = await organizer.say('setup', { shift: '14' });
  expect(textOf(saved)).toContain('Phases and tips come 14 days later than in the US.');
  const after = textOf(await organizer.say('timeline'));
  expect(before).toContain('middle phase from Thu, Oct 15');
  expect(after).toContain('middle phase from Thu, Oct 29');
  expect(textOf(await organizer.say('setup', { show: 'preview' }))).toContain(
    'Mon, Oct 19, 9 AM ET: Notes: look first, then five lines',
  );
  await organizer.say('setup', { shift: '0' });
});

test('without the Match there are no official dates, and a week whose tip is about it has none', async () => {
  await organizer.say('setup', { ...PLAN, shift: '-35', match: 'no' });
  const timeline = textOf(await organizer.say('timeline'));
  expect(timeline).not.toMatch(/expected|confirmed|NRMP|ERAS/);
  const preview = await organizer.say('setup', { show: 'preview' });
  expect(textOf(preview)).toMatch(/no tip\. Its tip is about the Match, which does not apply here\./);
  expect(textOf(await organizer.say('setup'))).toContain('35 days earlier than in the US, without the Match');
  await organizer.say('setup', { shift: '0', match: 'yes' });
});

test('the form of the season opens with what is set', async () => {
  await organizer.say('setup', { shift: '7', match: 'no' });
  const form = await organizer.open(await organizer.say('setup'), 'Season track');
  expect(form.values).toMatchObject({ shift: '7', match: 'no' });
  expect(textOf(await organizer.submit(form, { match: 'yes', shift: '0' }))).toContain('as in the US');
});

test('a shift of more than half a year is refused in one sentence', async () => {
  expect(textOf(await organizer.say('setup', { shift: '400' }))).toMatch(/182/);
});

test('the next tip is left out, and comes after all', async () => {
  await organizer.say('setup', PLAN);
  const skipped = await organizer.tap(await organizer.say('setup'), 'Skip the next one');
  expect(textOf(skipped)).toContain('The next tip comes Mon, Oct 26, 9 AM ET.');
  expect(textOf(skipped)).toContain('No tip on Mon, Oct 19.');
  expect(textOf(await organizer.say('setup', { show: 'preview' }))).toContain(
    'Mon, Oct 19, 9 AM ET: no tip. You left it out.',
  );
  expect(textOf(await organizer.tap(skipped, 'Post the next one after all'))).toContain(
    'The next tip comes Mon, Oct 19',
  );
});

test('a line of the organizer’s own stands in the next tip that comes, and can be taken back', async () => {
  await organizer.say('setup', PLAN);
  const form = await organizer.open(await organizer.say('setup'), 'Add a line of my own');
  const set = await organizer.submit(form, { line: 'Mock interviews on Friday at 5.' });
  expect(textOf(set)).toContain('With the tip of Mon, Oct 19: Mock interviews on Friday at 5.');
  const preview = textOf(await organizer.say('setup', { show: 'preview' }));
  expect(preview.split('Mock interviews on Friday at 5.')).toHaveLength(2);
  expect(textOf(await organizer.say('setup', { skip: 'yes' }))).toContain('With the tip of Mon, Oct 26: Mock');
  expect(textOf(await organizer.say('setup', { weekday: 'Tuesday' }))).toContain('With the tip of Tue, Oct 27: Mock');
  await organizer.say('setup', { skip: 'no' });
  expect(textOf(await organizer.tap(await organizer.say('setup'), 'Take my line back'))).not.toContain('Mock');
});

test('a line is one line, not too long, and needs a tip to stand in', async () => {
  expect(textOf(await organizer.say('setup', { line: 'One\nTwo' }))).toContain('One line, please');
  expect(textOf(await organizer.say('setup', { line: 'x'.repeat(201) }))).toContain('200');
  const fresh = core.member('elsewhere', 'discord', true);
  expect(textOf(await fresh.say('setup', { line: 'Hello' }))).toMatch(/No weekly tip is set yet|One tap starts it/);
});

test('a role is pinged on Discord alone, and never everybody', async () => {
  await organizer.say('setup', PLAN);
  expect(labelsOf(await organizer.say('setup'))).not.toContain('Ping a role');
  expect(textOf(await organizer.say('setup', { do: 'ping', role: '42' }))).toContain('A tip pings nobody here');
});

test('who changed what is there, the latest first', async () => {
  await organizer.say('setup', { pause: 'yes' });
  await organizer.say('setup', { pause: 'no' });
  const text = textOf(await organizer.say('setup', { show: 'changes' }));
  expect(text).toMatch(/Wed, Oct 14, 1 PM ET: An organizer let the tips go on\..*\n.*An organizer paused the tips\./);
});
