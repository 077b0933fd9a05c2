// Installs the packages and generates the database clients, where they are missing or older than their source.
// Plain JavaScript without packages: it runs on whatever Node is there, before anything is installed.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'));
const PRISMA = 'node_modules/prisma-cli';

const changed = path => (existsSync(path) ? statSync(path).mtimeMs : 0);
const newest = paths => Math.max(...paths.map(changed));
const schemaFiles = folder =>
  readdirSync(folder)
    .filter(name => name.endsWith('.prisma'))
    .map(name => join(folder, name));

function fail(why) {
  console.error(why);
  process.exit(1);
}

function run(what, args, env) {
  console.log(what);
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { env: { ...process.env, ...env } });
  if (status !== 0) fail(`${stdout}${stderr}`);
}

function npm(what, ...args) {
  if (!process.env.npm_execpath) fail('Start this by npm: npm run setup');
  run(what, [process.env.npm_execpath, ...args]);
}

/** One folder for the generator: the models, which both databases share, beside one database's datasource. */
function generate(prisma, provider, sources) {
  const target = `src/store/generated/${provider}`;
  const work = `src/store/generated/.${provider}-${process.pid}`;
  mkdirSync(work, { recursive: true });
  for (const source of sources) cpSync(source, join(work, source.replace(/^.*[\\/]/, '')));
  run(
    `Generating the ${provider} client...`,
    [join(prisma, 'build/index.js'), 'generate', '--no-hints', '--schema', work],
    // The generator never runs the schema engine, but would download it: any executable keeps it from that.
    { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
  );
  rmSync(target, { recursive: true, force: true });
  renameSync(join(work, 'client'), target);
  rmSync(work, { recursive: true, force: true });
}

/** What generates the clients is a development package: where those were left out it is fetched for the moment. */
function withPrisma(work) {
  if (existsSync(PRISMA)) return work(PRISMA);
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-setup-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const quiet = ['--no-save', '--no-package-lock', '--ignore-scripts', '--omit=peer'];
  const what = devDependencies['prisma-cli'].replace('npm:', '');
  npm(
    'Fetching what makes the database clients (for the moment, half a minute)...',
    'install',
    '--prefix',
    folder,
    ...quiet,
    what,
  );
  work(join(folder, 'node_modules/prisma'));
}

if (changed('node_modules/.package-lock.json') < changed('package-lock.json')) {
  // What was installed without development packages stays so.
  const isLean = existsSync('node_modules') && !existsSync('node_modules/vitest');
  npm('Installing packages (once, about half a minute)...', 'ci', ...(isLean ? ['--omit=dev'] : []));
}
if (!existsSync('node_modules/node') && Number.parseInt(process.versions.node, 10) < 26)
  fail(`Without development packages this needs Node 26 or newer; this is ${process.versions.node}.`);

const outdated = ['sqlite', 'postgresql']
  .map(provider => [provider, [...schemaFiles('prisma/models'), ...schemaFiles(`prisma/${provider}`)]])
  .filter(([provider, sources]) => changed(`src/store/generated/${provider}/client.ts`) < newest(sources));
if (outdated.length > 0)
  withPrisma(prisma => {
    for (const [provider, sources] of outdated) generate(prisma, provider, sources);
  });
