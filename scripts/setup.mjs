// Installs the packages and generates the database clients, where they are missing or older than their source.
// Plain JavaScript without packages: it runs on whatever Node is there, before anything is installed.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'));

const changed = path => (existsSync(path) ? statSync(path).mtimeMs : 0);
const newest = paths => Math.max(...paths.map(changed));
const schemaFiles = folder =>
  readdirSync(folder)
    .filter(name => name.endsWith('.prisma'))
    .map(name => join(folder, name));

function run(what, args, env) {
  console.log(what);
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { env: { ...process.env, ...env } });
  if (status === 0) return;
  console.error(`${stdout}${stderr}`);
  process.exit(status || 1);
}

/** One folder for the generator: the models, which both databases share, beside one database's datasource. */
function generate(provider, sources) {
  const target = `src/store/generated/${provider}`;
  const work = `src/store/generated/.${provider}-${process.pid}`;
  mkdirSync(work, { recursive: true });
  for (const source of sources) cpSync(source, join(work, source.replace(/^.*[\\/]/, '')));
  run(
    `Generating the ${provider} client...`,
    ['node_modules/prisma/build/index.js', 'generate', '--no-hints', '--schema', work],
    // The generator never runs the schema engine, but would download it: any executable keeps it from that.
    { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
  );
  rmSync(target, { recursive: true, force: true });
  renameSync(join(work, 'client'), target);
  rmSync(work, { recursive: true, force: true });
}

if (changed('node_modules/.package-lock.json') < changed('package-lock.json')) {
  if (!process.env.npm_execpath) throw new Error('Start this by npm: npm run setup');
  run('Installing packages (once, about half a minute)...', [process.env.npm_execpath, 'ci']);
}

for (const provider of ['sqlite', 'postgresql']) {
  const sources = [...schemaFiles('prisma/models'), ...schemaFiles(`prisma/${provider}`)];
  if (changed(`src/store/generated/${provider}/client.ts`) < newest(sources)) generate(provider, sources);
}
