import { afterAll, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { optionSpecs } from '../../src/core/commands/options.ts';
import type { Platform } from '../../src/core/ports/notifier.ts';
import { toApplicationCommand } from '../../src/doors/discord/applicationCommands.ts';
import { isLong } from '../support/long.ts';
import { labelsOf, startCore, textOf } from '../support/member.ts';
import { waysToCall } from '../support/waysToCall.ts';

const core = await startCore(commands);
afterAll(() => core.stop());

/** How one speaks of a platform. */
const SLACK = /\bSlack\b|\bworkspaces?\b|claim code|claim:/i;
const DISCORD = /\bDiscord\b|\bservers?\b/i;
const foreign: Record<Platform, RegExp[]> = { slack: [DISCORD], discord: [SLACK], playground: [SLACK, DISCORD] };

/** Linking is about both, and the playground's library shows what each platform's does. */
const isOfBoth = (platform: Platform, command: string, options: Record<string, string>) =>
  command === 'link' ||
  (platform === 'playground' &&
    (['advice', 'show'].includes(command) || ['introduction', 'one-page'].includes(options.show ?? '')));

const everybody = (['slack', 'discord', 'playground'] as const).flatMap(platform =>
  ['new', 'closed', 'organizer'].map(kind => [platform, kind] as const),
);
/** One of each kind, each on another platform; all of them in the long form. */
const who = everybody.filter((_, index) => isLong || index % 4 === 0);

test.each(who)(
  'on %s nothing speaks of another platform, to someone %s',
  { timeout: 120_000 },
  async (platform, kind) => {
    for (const command of commands) {
      const channel = kind === 'closed' ? undefined : 'tips';
      const member = core.member(`${kind}-${platform}-${command.name}`, platform, kind === 'organizer', channel);
      for (const options of waysToCall(command)) {
        if (isOfBoth(platform, command.name, options)) continue;
        const answer = await member.say(command.name, options);
        const said = `${textOf(answer)} ${labelsOf(answer).join(' ')}`;
        for (const other of foreign[platform])
          expect(said, `${command.name} ${JSON.stringify(options)}`).not.toMatch(other);
      }
    }
  },
);

test.each(['slack', 'discord'] as const)('no piece of advice speaks of another platform on %s', async platform => {
  const member = core.member(`reads-${platform}`, platform);
  for (const piece of core.content.advice.keys())
    for (const other of foreign[platform])
      expect(textOf(await member.say('advice', { piece })), piece).not.toMatch(other);
});

test.each([
  ['slack', /workspace admins and owners, or whoever has the claim code \(\/setup claim:CODE\)/],
  ['discord', /is for organizers: whoever may manage this server\.$/m],
  ['playground', /is for organizers: Kim, here\.$/m],
] as const)('on %s a member reads who organizes there', async (platform, words) => {
  expect(textOf(await core.member(`asks-${platform}`, platform, false, 'tips').say('setup'))).toMatch(words);
});

test('direct messages that are closed: where they are opened is said where there is such a place', async () => {
  const settings = async (platform: Platform) =>
    textOf(await core.member(`closed-${platform}`, platform).say('settings', { zone: 'UTC', remind: 'weekly' }));
  expect(await settings('discord')).toContain('In Discord: server name, Privacy Settings');
  expect(await settings('slack')).toContain('Your direct messages are closed to me, so nothing would arrive.');
  const reminder = async (platform: Platform) => {
    const who = core.member(`closed-r-${platform}`, platform);
    await who.say('settings', { zone: 'UTC' });
    return textOf(await who.say('reminders', { what: 'x', when: 'tomorrow 6pm' }));
  };
  expect(await reminder('discord')).toContain('In Discord: server name, Privacy Settings');
  expect(await reminder('slack')).toMatch(/so it would not arrive\.$/m);
});

test('Discord’s /setup does not offer Slack’s claim code', () => {
  const setup = commands.find(({ name }) => name === 'setup');
  if (!setup) throw new Error('no setup');
  const offered = (toApplicationCommand(setup).options ?? []).map(({ name }) => name);
  expect(offered).toContain('weekday');
  expect(offered).not.toContain('claim');
  expect(optionSpecs(setup.options).map(({ name }) => name)).toContain('claim');
});
