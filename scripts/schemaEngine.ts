// Prisma's own schema engine, which writes migrations. They are applied without it: src/store/driver/migrate.ts.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import type { Provider } from '../src/store/driver/database.ts';
import { migratePostgres } from '../src/store/driver/postgresMigrations.ts';
import { migrateSqlite } from '../src/store/driver/sqliteMigrations.ts';
import { sqlitePath } from '../src/store/driver/url.ts';

/**
 * The SQL that leads from the migrations to the models; undefined where they agree.
 * @param url of a blank database, in which all migrations are applied and which is then compared
 */
export async function difference(url: string): Promise<string | undefined> {
  const path = sqlitePath(url);
  if (path === undefined) {
    await migratePostgres(new PrismaPg(url));
    return differenceOf('postgresql', new PrismaPg(url));
  }
  await migrateSqlite(path);
  return differenceOf('sqlite', new PrismaBetterSqlite3({ url: path }));
}

const differenceOf = (
  provider: Provider,
  adapter: SqlMigrationAwareDriverAdapterFactory,
): Promise<string | undefined> =>
  withEngine(provider, adapter, async (engine, files) => {
    const { stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: '' },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      // Tables that are not the schema's own: none.
      filters: { externalTables: [], externalEnums: [] },
    });
    return stdout && !stdout.includes('This is an empty migration') ? stdout : undefined;
  });

interface SchemaFile {
  path: string;
  content: string;
}

const filesIn = (folder: string): SchemaFile[] =>
  readdirSync(join(import.meta.dirname, '../prisma', folder))
    .filter(name => name.endsWith('.prisma'))
    .sort()
    .map(name => join(import.meta.dirname, '../prisma', folder, name))
    .map(path => ({ path, content: readFileSync(path, 'utf8') }));

/** The models, which both databases share, as one text. */
export const modelsText = (): string =>
  filesIn('models')
    .map(({ content }) => content)
    .join('\n');

/** Runs Prisma's own schema engine in this process: there is no engine binary to download. */
async function withEngine<Result>(
  provider: Provider,
  adapter: SqlMigrationAwareDriverAdapterFactory,
  use: (engine: SchemaEngine, files: SchemaFile[]) => Promise<Result>,
): Promise<Result> {
  // The engine closes its shadow databases, never the main one, and an open session keeps PostgreSQL's migration lock.
  const opened: SqlDriverAdapter[] = [];
  const tracked: SqlMigrationAwareDriverAdapterFactory = {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    connectToShadowDb: () => adapter.connectToShadowDb(),
    async connect() {
      const connection = withLetters(await adapter.connect());
      opened.push(connection);
      return connection;
    },
  };
  const { SchemaEngine } = await loadEngine();
  try {
    const files = [...filesIn(provider), ...filesIn('models')];
    const datamodels = files.map(({ path, content }): [string, string] => [path, content]);
    const bound = bindMigrationAwareSqlAdapterFactory(tracked);
    const engine = await SchemaEngine.new({ datamodels }, () => undefined, bound);
    try {
      return await use(engine, files);
    } finally {
      engine.free();
    }
  } finally {
    for (const connection of opened) await connection.dispose();
  }
}

/**
 * PostgreSQL's catalog has the kinds of constraints in columns of its own type "char", which the engine asks for and
 * the adapter does not read: they are asked for as text and handed on as the single letters that they are.
 */
function withLetters(connection: SqlDriverAdapter): SqlDriverAdapter {
  const queryRaw = connection.queryRaw.bind(connection);
  connection.queryRaw = async query => {
    const result = await queryRaw({ ...query, sql: query.sql.replace(/\b\w+\.con\w*type\b(?=,| AS)/g, '$&::text') });
    const columnTypes = result.columnTypes.map((type, index) =>
      /^con\w*type$/.test(result.columnNames[index] ?? '') ? ColumnTypeEnum.Character : type,
    );
    return { ...result, columnTypes };
  };
  return connection;
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
