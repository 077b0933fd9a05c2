import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../src/commands/index.ts';
import { optionSpecs } from '../src/core/commands/options.ts';
import { variables } from '../src/variables.ts';

const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));
const found = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, one = '']) => one);
const names = new Set(commands.map(({ name }) => name));
/** What may follow `/backchannel`: a command, help, or a view of Home's own. */
const views = commands
  .filter(({ name }) => name === 'backchannel')
  .flatMap(({ options }) => optionSpecs(options))
  .flatMap(({ choices = [] }) => choices.map(({ value }) => value));
const follow = [...names, ...views, 'help'];

describe.each(['README.md', 'SECURITY.md', ...globSync('docs/*.md')])('%s', file => {
  const text = readFileSync(file, 'utf8');

  test('leads to files that are there, and names scripts that are', () => {
    for (const link of found(text, /\]\((?!https?:|#)([^)#]+)/g))
      expect(existsSync(join(dirname(file), link)), link).toBe(true);
    for (const path of found(text, /`((?:src|docs|scripts|test)\/[\w./-]+)`/g))
      expect(existsSync(path), path).toBe(true);
    for (const script of found(text, /npm run (?:-s |--silent )?([\w:]+)/g))
      expect(Object.keys(scripts)).toContain(script);
  });

  test('names settings and commands that there are', () => {
    for (const name of found(
      text,
      /\b((?:SLACK|DISCORD|METRICS|BACKUP|ENCRYPTION)_[A-Z_]+|PUBLIC_URL|DATABASE_URL|LOG_LEVEL)\b/g,
    ))
      expect(Object.keys(variables)).toContain(name);
    for (const typed of found(text, /`\/backchannel ([a-z-]+)/g)) expect(follow).toContain(typed);
  });
});

test('the README leads to every guide', () => {
  const readme = readFileSync('README.md', 'utf8');
  for (const guide of ['SECURITY.md', ...globSync('docs/*.md')]) expect(readme).toContain(`(${guide})`);
});

test('what an operator sees is quoted as the bot says it', () => {
  const source = globSync('src/**/*.ts', { exclude: ['src/store/generated/**'] })
    .map(file => readFileSync(file, 'utf8'))
    .join('\n');
  const said = readFileSync('docs/when-things-break.md', 'utf8')
    .split('\n')
    .filter(line => line.startsWith('| '))
    .flatMap(line => found(line.split(' | ')[0] ?? '', /`([^`]+)`/g));
  expect(said.length).toBeGreaterThan(10);
  // Slack's own words, and a reference as an example, stand elsewhere.
  const others = ['operation_timeout', 'dispatch_failed', 'K7PQ2M', 'npm run stuck', 'Port 3000 is in use'];
  expect(said.filter(quote => !others.includes(quote) && !source.includes(quote))).toEqual([]);
});
