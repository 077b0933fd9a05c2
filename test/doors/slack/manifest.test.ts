import { expect, test } from 'vitest';
import { commands } from '../../../src/commands/index.ts';
import { slackManifest } from '../../../src/doors/slack/manifest.ts';

const namesIn = (manifest: ReturnType<typeof slackManifest>) =>
  manifest.features.slash_commands.map(({ command }) => command);

test('takes four names, with a prefix where one is set', () => {
  expect(namesIn(slackManifest(commands))).toEqual(['/backchannel', '/log', '/bucket', '/advice']);
  expect(namesIn(slackManifest(commands, { prefix: 'bc-' }))).toContain('/bc-log');
});

test('takes every name that is typed where asked to, and none that only buttons reach', () => {
  const names = namesIn(slackManifest(commands, { all: true }));
  expect(names).toHaveLength(commands.filter(({ internal }) => !internal).length);
  expect(names).toContain('/settings');
  expect(names).not.toContain('/show');
});

test('has the shortcut whose command is there, and asks for what files need', () => {
  const { features, oauth_config: oauth } = slackManifest(commands);
  const [shortcut] = features.shortcuts;
  expect(commands.map(({ name }) => name)).toContain(shortcut?.callback_id);
  expect(shortcut?.name.length).toBeLessThanOrEqual(24);
  expect(shortcut?.description.length).toBeLessThanOrEqual(150);
  expect(oauth.scopes.bot).toEqual(expect.arrayContaining(['files:write', 'files:read']));
});

test('keeps within what Slack takes', () => {
  const { display_information: shown, features } = slackManifest(commands, { all: true, prefix: 'backchanne-' });
  expect(shown.description.length).toBeLessThanOrEqual(140);
  for (const { command, description, usage_hint: hint } of features.slash_commands) {
    expect(command).toMatch(/^\/[a-z0-9-]{1,31}$/);
    expect(description.length).toBeLessThanOrEqual(2000);
    expect(hint.length).toBeLessThanOrEqual(1000);
  }
});
