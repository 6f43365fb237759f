/**
 * Loads Prisma's schema engine from its WebAssembly package and connects it to PostgreSQL through the driver adapter.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { MigrationAdapterFactory } from './migration-adapter.mjs';
import { OfflineAdapterFactory } from './offline-adapter.mjs';

const require = createRequire(import.meta.url);

/** Node 20 cannot import `.wasm` files, so the module is instantiated by hand, the way the package's entry would. */
async function instantiate() {
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const entry = require.resolve('@prisma/schema-engine-wasm');
  const bytes = await readFile(entry.replace(/schema_engine\.js$/, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return glue;
}

export async function schemaEngineVersion() {
  return (await instantiate()).version();
}

/**
 * @param {{url: string, datamodels: [string, string][], offline: boolean}} options
 * @returns an engine whose `call` runs one method by its name on the WebAssembly class
 */
export async function loadSchemaEngine({ url, datamodels, offline }) {
  const glue = await instantiate();
  const factory = bindMigrationAwareSqlAdapterFactory(offline ? new OfflineAdapterFactory() : new MigrationAdapterFactory(url));
  const ignoreLogs = () => undefined;
  const engine = await glue.SchemaEngine.new({ datamodels: datamodels.length ? datamodels : undefined }, ignoreLogs, factory);

  return {
    async call(method, params) {
      if (typeof engine[method] !== 'function') throw new Error(`The schema engine has no method ${method}.`);
      return toPlain(await engine[method](params));
    },
    close() {
      engine.free();
    },
  };
}

/** The engine answers with `Map`s where the wire has objects. */
function toPlain(value) {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [key, toPlain(item)]));
  if (Array.isArray(value)) return value.map(toPlain);
  return value;
}
