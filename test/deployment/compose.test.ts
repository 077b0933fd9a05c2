import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../../src/config.ts';
import { variables } from '../../src/variables.ts';

interface Service {
  image?: string;
  build?: string;
  profiles?: string[];
  environment?: Record<string, string>;
  ports?: string[];
  volumes?: string[];
  read_only?: boolean;
  tmpfs?: string[];
  cap_drop?: string[];
  security_opt?: string[];
  env_file?: { path: string; required: boolean }[];
  depends_on?: Record<string, { condition: string; required: boolean }>;
}
const text = readFileSync('compose.yaml', 'utf8');
const compose: { services: Record<string, Service>; volumes: Record<string, null> } = parse(text, { merge: true });
const { backchannel, replica, postgres } = compose.services as Record<'backchannel' | 'replica' | 'postgres', Service>;

/** As Compose fills in `${NAME:-else}`. */
const filled = (said: string, environment: Record<string, string>): string =>
  said.replaceAll(/\$\{(\w+):-([^}]*)\}/g, (_, name: string, otherwise: string) => environment[name] || otherwise);
const configOf = (service: Service, environment: Record<string, string>) =>
  readConfig({
    ...environment,
    ...Object.fromEntries(
      Object.entries(service.environment ?? {}).map(([name, said]) => [name, filled(said, environment)]),
    ),
  });

test('one container on a volume starts by default, PostgreSQL and a second one where they are asked for', () => {
  const byDefault = Object.entries(compose.services).filter(([, { profiles }]) => !profiles);
  expect(byDefault.map(([name]) => name)).toEqual(['backchannel']);
  expect([replica.profiles, postgres.profiles]).toEqual([['replicas'], ['replicas']]);
  expect(backchannel.build).toBe('.');
  expect(replica.image).toBe(backchannel.image);
  // It waits for PostgreSQL only where that is started.
  expect(backchannel.depends_on).toEqual({ postgres: { condition: 'service_healthy', required: false } });
});

test('the bot writes to its volume and to /tmp, and to nothing else', () => {
  for (const service of [backchannel, replica])
    expect(service).toMatchObject({
      ...{ read_only: true, tmpfs: ['/tmp'], cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] },
      ...{ volumes: ['data:/data'], env_file: [{ path: '.env', required: false }] },
    });
  const named = Object.values(compose.services).flatMap(({ volumes = [] }) => volumes.map(one => one.split(':')[0]));
  expect(Object.keys(compose.volumes).toSorted()).toEqual([...new Set(named)].toSorted());
});

test('it is reached from this computer alone: a proxy stands in front', () => {
  for (const { ports } of [backchannel, replica])
    for (const port of ports ?? []) expect(filled(port, {})).toMatch(/^127\.0\.0\.1:\d+:3000$/);
  expect(postgres.ports).toBeUndefined();
});

test('by itself it is SQLite on the volume; with what the guide says both are on one PostgreSQL, a shard each', () => {
  const discord = { DISCORD_TOKEN: 'a-token' };
  expect(configOf(backchannel, discord)).toMatchObject({
    databaseUrl: 'file:/data/backchannel.db',
    host: '0.0.0.0',
    port: 3000,
  });
  const guide = readFileSync('docs/growing.md', 'utf8');
  const block = /```\n( +DATABASE_URL=[\s\S]*?)```/.exec(guide)?.[1] ?? '';
  const growing = Object.fromEntries(
    block
      .trim()
      .split('\n')
      .map(line => line.trim().split(/=(.*)/).slice(0, 2) as [string, string]),
  );
  expect(growing).toMatchObject({ DISCORD_SHARDS: '0/2' });
  const both = [backchannel, replica].map(service => configOf(service, { ...discord, ...growing }));
  for (const config of both) expect(config.databaseUrl).toMatch(/^postgres:\/\/backchannel:.+@postgres\/backchannel$/);
  expect(both.map(({ discord: found }) => found?.shards)).toEqual([
    { ids: [0], of: 2 },
    { ids: [1], of: 2 },
  ]);
  expect(new URL(both[0]!.databaseUrl).password).toBe(growing.POSTGRES_PASSWORD);
});

test('it names no setting that there is not, in .env.example or for Compose alone', () => {
  const own = ['IMAGE', 'REPLICA_PORT', 'POSTGRES_PASSWORD', 'POSTGRES_USER', 'POSTGRES_DB'];
  const named = text.match(/\b[A-Z][A-Z_]{3,}\b(?=:|\})/g) ?? [];
  for (const name of named.filter(one => !own.includes(one))) expect(Object.keys(variables)).toContain(name);
  const example = readFileSync('.env.example', 'utf8');
  for (const name of own.slice(0, 3)) expect(example).toContain(`${name}=`);
});
