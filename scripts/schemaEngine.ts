// Prisma's own schema engine, which writes migrations. They are applied without it: src/store/driver/migrate.ts.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import type { Provider } from '../src/store/driver/database.ts';

const folder = (...names: string[]) => join(import.meta.dirname, '../prisma', ...names);
/** Tables that are not the schema's own: none. */
const filters = { externalTables: [], externalEnums: [] };

/**
 * The SQL that leads from one text of models to another; undefined where they agree. The texts are compared: of the
 * database nothing is read.
 */
export const difference = (
  provider: Provider,
  adapter: SqlMigrationAwareDriverAdapterFactory,
  models: { before: string; after: string },
): Promise<string | undefined> =>
  withEngine(provider, adapter, async engine => {
    const datasource = readFileSync(folder(provider, 'schema.prisma'), 'utf8');
    const schema = (text: string) => ({ files: [{ path: 'schema.prisma', content: `${datasource}\n${text}` }] });
    const { stdout } = await engine.diff({
      from: { tag: 'schemaDatamodel', ...schema(models.before) },
      to: { tag: 'schemaDatamodel', ...schema(models.after) },
      script: true,
      exitCode: null,
      filters,
    });
    return stdout && !stdout.includes('This is an empty migration') ? stdout : undefined;
  });

/** The models, which both databases share, as one text. */
export const modelsText = (): string =>
  filesOf(folder('models'))
    .map(path => readFileSync(path, 'utf8'))
    .join('\n');

/** The models as the last migrations left them, where they are kept beside the migrations. */
export const migratedModels: string = folder('migrated.prisma');

const filesOf = (dir: string): string[] =>
  readdirSync(dir)
    .filter(name => name.endsWith('.prisma'))
    .sort()
    .map(name => join(dir, name));

const schemaOf = (provider: Provider): [path: string, text: string][] =>
  [...filesOf(folder(provider)), ...filesOf(folder('models'))].map(path => [path, readFileSync(path, 'utf8')]);

/** Runs Prisma's own schema engine in this process: there is no engine binary to download. */
async function withEngine<Result>(
  provider: Provider,
  adapter: SqlMigrationAwareDriverAdapterFactory,
  use: (engine: SchemaEngine) => Promise<Result>,
): Promise<Result> {
  // The engine closes its shadow databases, never the main one, and an open session keeps PostgreSQL's migration lock.
  const opened: SqlDriverAdapter[] = [];
  const tracked: SqlMigrationAwareDriverAdapterFactory = {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    connectToShadowDb: () => adapter.connectToShadowDb(),
    async connect() {
      const connection = await adapter.connect();
      opened.push(connection);
      return connection;
    },
  };
  const { SchemaEngine } = await loadEngine();
  try {
    const bound = bindMigrationAwareSqlAdapterFactory(tracked);
    const engine = await SchemaEngine.new({ datamodels: schemaOf(provider) }, () => undefined, bound);
    try {
      return await use(engine);
    } finally {
      engine.free();
    }
  } finally {
    for (const connection of opened) await connection.dispose();
  }
}

/** As much of the global as is used here: its types come with the browser's alone. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: Record<string, object>) => { exports: Record<string, unknown> };
};

let loaded: ReturnType<typeof load> | undefined;
const loadEngine = () => {
  loaded ??= load();
  return loaded;
};

/** The package's own entry imports its WASM file as a module, of which Node still warns: this does it by hand. */
async function load() {
  const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const wasm = new WebAssembly.Module(readFileSync(script.replace(/\.js$/, '.wasm')));
  const { exports } = new WebAssembly.Instance(wasm, { './schema_engine_bg.js': { ...engine } });
  engine.__wbg_set_wasm(exports);
  if (typeof exports.__wbindgen_start === 'function') exports.__wbindgen_start();
  return engine;
}
