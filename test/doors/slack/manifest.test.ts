import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
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

test('has the shortcuts whose commands are there, and asks for what files need', () => {
  const { features, oauth_config: oauth } = slackManifest(commands);
  expect(features.shortcuts.map(({ type, name }) => `${type}: ${name}`)).toEqual([
    'global: Log an interaction',
    'message: Remind me about this',
  ]);
  for (const shortcut of features.shortcuts) {
    expect(commands.map(({ name }) => name)).toContain(shortcut.callback_id);
    expect(shortcut.name.length).toBeLessThanOrEqual(24);
    expect(shortcut.description.length).toBeLessThanOrEqual(150);
  }
  expect(oauth.scopes.bot).toEqual(expect.arrayContaining(['files:write', 'files:read']));
});

test('keeps within what Slack takes', () => {
  const { display_information: shown, features } = slackManifest(commands, { all: true, prefix: 'backchanne-' });
  expect(shown.description.length).toBeLessThanOrEqual(140);
  for (const { command, description, usage_hint: hint } of features.slash_commands) {
    expect(command).toMatch(/^\/[a-z0-9-]{1,31}$/);
    expect(description.length).toBeLessThanOrEqual(2000);
    expect(hint?.length ?? 1).toBeGreaterThan(0);
    expect(hint?.length ?? 1).toBeLessThanOrEqual(1000);
  }
});

describe('Slack’s own schema', () => {
  const schema: object = JSON.parse(readFileSync('test/standins/slack/manifest.schema.json', 'utf8'));
  const isValid = new Ajv({ strict: false, validateFormats: false }).compile(schema);
  const printed = (options: string[]): unknown =>
    parse(execFileSync(process.execPath, ['scripts/slack-manifest.ts', ...options], { encoding: 'utf8' }));

  test.each([
    [[]],
    [['--all']],
    [['--lean']],
    [['--http', 'https://bot.example.org']],
    [['--all', '--lean', '--http', 'https://bot.example.org']],
  ])('takes what is printed with %j', options => {
    isValid(printed(options));
    expect(isValid.errors).toBeNull();
  });

  test('refuses a manifest with something wrong in it, so that its word counts', () => {
    const manifest = slackManifest(commands);
    expect(isValid({ ...manifest, settings: { ...manifest.settings, socket_mode: true } })).toBe(false);
  });
});

test('over HTTP every address is filled in, and no socket is asked for', () => {
  const { features, oauth_config: oauth, settings } = slackManifest(commands, { http: 'https://bot.example.org' });
  const url = 'https://bot.example.org/slack/events';
  expect(new Set(features.slash_commands.map(command => command.url))).toEqual(new Set([url]));
  expect(settings.event_subscriptions.request_url).toBe(url);
  expect(settings.interactivity).toEqual({ is_enabled: true, request_url: url, message_menu_options_url: url });
  expect(oauth.redirect_urls).toEqual(['https://bot.example.org/slack/oauth_redirect']);
  expect(settings.socket_mode_enabled).toBe(false);
});

test('asks for the same scopes when lean, some of them as optional', () => {
  const [whole, lean] = [{}, { lean: true }].map(options => slackManifest(commands, options).oauth_config.scopes);
  expect([...(lean?.bot ?? []), ...(lean?.bot_optional ?? [])].sort()).toEqual([...(whole?.bot ?? [])].sort());
  // Slack sends no message.im without it.
  expect(lean?.bot).toContain('im:history');
});

test('describes the app in at most ten words', () => {
  const { description } = slackManifest(commands).display_information;
  expect(description.split(' ').length).toBeLessThanOrEqual(10);
});

test('says in one line what is wrong with an address', () => {
  const run = () =>
    execFileSync(process.execPath, ['scripts/slack-manifest.ts', '--http', 'bot.example.org'], { stdio: 'pipe' });
  expect(run).toThrow(/^Command failed[^\n]*\n--http wants the address/);
});
