import { readFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { startDiscord } from '../standins/discord/index.ts';
import { movableClock, startBot } from '../support/bot.ts';

interface Rule {
  alert: string;
  expr: string;
  for?: string;
  labels: { severity: string };
  annotations: { summary: string; do: string };
}
const { groups }: { groups: { rules: Rule[] }[] } = parse(readFileSync('ops/alerts.yml', 'utf8'));
const rules = groups.flatMap(group => group.rules);

/** A sample of OpenMetrics: its name, labels and value. */
function samplesOf(text: string) {
  return text
    .split('\n')
    .filter(line => line && !line.startsWith('#'))
    .map(line => {
      const [, name = '', labels = '', value] = /^([a-z_:]+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
      const pairs = [...labels.matchAll(/(\w+)="([^"]*)"/g)].map(([, label, said]) => [label, said]);
      return { name, labels: Object.fromEntries(pairs) as Record<string, string>, value: Number(value) };
    });
}
/** The names that a scraper keeps, those without a value yet among them. */
function namesOf(text: string): Set<string> {
  const declared = [...text.matchAll(/^# TYPE (\S+) (\w+)$/gm)].flatMap(([, name = '', type]) =>
    type === 'counter'
      ? [`${name}_total`]
      : type === 'histogram'
        ? [`${name}_bucket`, `${name}_count`, `${name}_sum`]
        : [name],
  );
  return new Set(declared);
}

async function running(environment: Record<string, string> = {}) {
  const discord = await startDiscord({ identifyMs: 0 });
  onTestFinished(() => discord.close());
  const guild = discord.addGuild({ name: 'Quincunx House', channels: ['zygote'] });
  const ana = discord.addUser({ name: 'Thessaly' });
  const bot = await startBot(
    { DISCORD_TOKEN: 'good-token', DISCORD_API_URL: discord.apiUrl, ...environment },
    movableClock('2026-10-19T08:00[America/Chicago]'),
  );
  onTestFinished(() => bot.remove());
  await discord.until(() => discord.commands.length > 0);
  const ask = (headers: Record<string, string> = {}, method = 'GET') =>
    fetch(`${bot.url}/metrics`, { headers, method });
  return { discord, guild, ana, bot, ask, read: async () => (await ask()).text() };
}

test('what people do is counted by command and outcome, and timed; every alert names what is measured', async () => {
  const { guild, ana, discord, ask, read } = await running();
  const channel = 'zygote';
  const log = await ana.command({ guild, channel, name: 'log', options: { who: 'Vercingetorix', they: 'good' } });
  expect(discord.text(await log.message())).toContain('Vercingetorix');
  const response = await ask();
  expect(response.headers.get('content-type')).toBe('application/openmetrics-text; version=1.0.0; charset=utf-8');
  const text = await response.text();
  expect(text.endsWith('# EOF\n')).toBe(true);
  const samples = samplesOf(text);
  const value = (name: string, labels: Record<string, string> = {}) =>
    samples.find(
      one => one.name === name && Object.entries(labels).every(([label, said]) => one.labels[label] === said),
    )?.value;
  expect(value('backchannel_command_seconds_count', { command: 'log', outcome: 'done' })).toBe(1);
  expect(value('backchannel_command_seconds_bucket', { command: 'log', outcome: 'done', le: '+Inf' })).toBe(1);
  expect(value('backchannel_ready')).toBe(1);
  expect(value('backchannel_platform_connected', { platform: 'discord' })).toBe(1);
  expect(value('backchannel_gateway_connections', { platform: 'discord', state: 'ready' })).toBe(1);
  expect(value('backchannel_scope_lag_seconds', { platform: 'discord' })).toBe(0);
  expect(value('backchannel_rows_set_aside')).toBe(0);
  expect(value('backchannel_loop_delay_seconds')).toBeGreaterThanOrEqual(0);

  const names = namesOf(await read());
  for (const { alert, expr } of rules)
    for (const name of expr.match(/\b(?:backchannel|process|nodejs)_\w+/g) ?? [])
      expect(names, `${alert}: ${name}`).toContain(name);
});

test('no name, no id and no word of anybody’s is in it, whatever they type', async () => {
  const { discord, guild, ana, ask, read } = await running();
  const channel = 'zygote';
  await (await ana.command({ guild, channel, name: 'log', options: { who: 'Vercingetorix', they: 'good' } })).message();
  const before = ana.dms().length;
  ana.write('vercingetorix was kind to me');
  await discord.until(() => ana.dms()[before]);
  expect((await ask({}, 'POST')).status).toBe(405);
  const samples = samplesOf(await read());
  expect(samples.length).toBeGreaterThan(30);
  const labels = new Set(samples.flatMap(one => Object.keys(one.labels)).filter(label => label !== 'le'));
  const own = ['command', 'outcome', 'platform', 'call', 'kind', 'state'];
  const ofTheProcess = ['type', 'version', 'major', 'minor', 'patch', 'space'];
  for (const label of labels) expect([...own, ...ofTheProcess]).toContain(label);
  const said = samples
    .flatMap(one => own.map(label => one.labels[label]))
    .filter(value => value !== undefined)
    .join('\n');
  expect(said).not.toMatch(/quincunx|zygote|thessaly|vercingetorix|kind to me|good-token|\d{6}/i);
});

test('it is for this computer alone, and not behind a proxy', async () => {
  const { ask } = await running();
  expect((await ask()).status).toBe(200);
  for (const header of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'])
    expect((await ask({ [header]: '203.0.113.9' })).status, header).toBe(403);
  const proxied = await running({ PUBLIC_URL: 'https://bot.example.org' });
  expect((await proxied.ask()).status).toBe(403);
});

test('with a token it is for whoever has that, and for nobody else', async () => {
  const { ask } = await running({ METRICS_TOKEN: 'a-long-enough-token', PUBLIC_URL: 'https://bot.example.org' });
  expect((await ask({ authorization: 'Bearer a-long-enough-token', 'x-forwarded-for': '203.0.113.9' })).status).toBe(
    200,
  );
  for (const authorization of [
    '',
    'Bearer',
    'Bearer a-long-enough-toke',
    'Basic a-long-enough-token',
    'a-long-enough-token',
  ])
    expect((await ask({ authorization })).status, authorization).toBe(401);
});

test('each alert says in a sentence what is wrong, and what to do', () => {
  expect(rules.length).toBeGreaterThan(10);
  expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
  for (const { alert, labels, annotations } of rules) {
    expect(['page', 'ticket'], alert).toContain(labels.severity);
    expect(annotations.summary, alert).toMatch(/\.$/);
    expect(annotations.do.length, alert).toBeGreaterThan(10);
  }
});
