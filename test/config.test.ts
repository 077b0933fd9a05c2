import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';
import { variables } from '../src/variables.ts';

describe('the environment', () => {
  test('may be empty: SQLite under data/, the playground on 127.0.0.1:3000, no platform', () => {
    expect(readConfig({})).toMatchObject({
      databaseUrl: 'file:data/playground.db',
      playground: true,
      host: '127.0.0.1',
      port: 3000,
      slack: undefined,
      discord: undefined,
    });
  });

  test('with a real platform keeps a file of its own, and no playground unless it is asked for', () => {
    const discord = { DISCORD_TOKEN: 'a-token' };
    expect(readConfig(discord)).toMatchObject({ databaseUrl: 'file:data/backchannel.db', playground: false });
    expect(readConfig({ ...discord, PLAYGROUND: 'on' })).toMatchObject({ playground: true, playgroundOpen: false });
  });

  test.each([
    [{ SLACK_APP_TOKEN: 'abc' }, 'SLACK_APP_TOKEN starts with xapp-'],
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_APP_TOKEN (for Socket Mode) or SLACK_SIGNING_SECRET (for HTTP) is missing'],
    [{ SLACK_SIGNING_SECRET: 's' }, 'SLACK_BOT_TOKEN is missing'],
    [{ SLACK_CLIENT_ID: '1.2', SLACK_SIGNING_SECRET: 's' }, 'SLACK_CLIENT_SECRET is missing: many workspaces need it'],
    [{ SLACK_CLIENT_ID: '1.2', SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_CLIENT_ID is for many workspaces'],
    [{ PUBLIC_URL: 'bot.example.org' }, 'PUBLIC_URL is the https address'],
    [{ PORT: 'eighty' }, 'PORT is a port from 0 to 65535'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL is file:PATH or postgres://...'],
    [{ DISCORD_API_URL: 'nowhere' }, 'DISCORD_API_URL is an http or https address'],
    [{ SLACK_COMMAND_PREFIX: 'BC ' }, 'SLACK_COMMAND_PREFIX has at most 10 lower-case'],
  ])('%j is refused in one sentence', (environment, sentence) =>
    expect(() => readConfig(environment)).toThrow(sentence),
  );

  test('names every mistake at once', () => {
    expect(() => readConfig({ PORT: '-1', SLACK_APP_TOKEN: 'abc' })).toThrow(/3 mistakes: .*PORT.*SLACK_BOT_TOKEN/);
  });

  test('is told whole in the README and in .env.example', () => {
    const [readme, example] = ['README.md', '.env.example'].map(file => readFileSync(file, 'utf8'));
    for (const name of Object.keys(variables)) {
      expect(readme).toContain(`\`${name}\``);
      expect(example).toContain(`${name}=`);
    }
  });
});
