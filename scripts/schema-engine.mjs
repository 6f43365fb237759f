#!/usr/bin/env node
/**
 * The schema engine that the Prisma CLI starts as a child process.
 *
 * Prisma's own engine is a native binary fetched from a host that is no npm registry, even for `prisma generate`. The same engine
 * is published on npm as WebAssembly, so this script speaks the native engine's interface (arguments, JSON-RPC on stdin and stdout,
 * log lines on stderr) over that package. `prisma.config.ts` names it, and the official CLI works from the registry alone.
 */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { canConnect, createDatabase, dropDatabase } from './lib/prisma-engine/databases.mjs';
import { loadSchemaEngine, schemaEngineVersion } from './lib/prisma-engine/wasm-engine.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    version: { type: 'boolean' },
    datasource: { type: 'string' },
    datamodels: { type: 'string', multiple: true },
    'enabled-preview-features': { type: 'string' },
    'extension-types': { type: 'string' },
  },
});

const url = values.datasource ? (JSON.parse(values.datasource).url ?? '') : '';

if (values.version) {
  console.log(`schema-engine-cli ${await schemaEngineVersion()}`);
} else if (positionals[0] === 'cli') {
  process.exitCode = await runDatabaseCommand(positionals[1]);
} else {
  await serveRequests();
}

/** A one-off command about the database as a whole; the CLI reads the outcome from the exit code and from stderr. */
async function runDatabaseCommand(command) {
  const commands = {
    'can-connect-to-database': canConnect,
    'create-database': createDatabase,
    'drop-database': dropDatabase,
  };
  // The CLI drops the first line of stderr before it parses the rest.
  logLine('INFO', { message: 'Starting schema engine CLI' });
  try {
    const run = commands[command];
    if (!run) throw new Error(`Unknown command: ${command}`);
    await run(url);
    return 0;
  } catch (error) {
    logLine('ERROR', { message: error.message, ...(error.prismaCode && { error_code: error.prismaCode }) });
    return 1;
  }
}

/** Answers JSON-RPC requests, one object a line, one after the other, until stdin closes. */
async function serveRequests() {
  const datamodels = (values.datamodels ?? []).map((path) => [path, readFileSync(path, 'utf8')]);
  let engine;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    const request = line.trim() && JSON.parse(line);
    // Lines without a method are the CLI's replies to our own `print` requests.
    if (!request?.method) continue;
    try {
      engine ??= await loadSchemaEngine({ url, datamodels, offline: needsNoDatabase(request) });
      send({ id: request.id, result: (await call(engine, request)) ?? {} });
    } catch (error) {
      send({ id: request.id, error: toRpcError(error) });
    }
  }
  engine?.close();
}

/** The CLI asks one process for one comparison, so the whole process may stay offline when both sides are text. */
function needsNoDatabase({ method, params }) {
  return method === 'diff' && [params.from, params.to].every(({ tag }) => tag === 'empty' || tag === 'schemaDatamodel');
}

async function call(engine, { method, params }) {
  if (method === 'createDatabase') {
    await createDatabase(url);
    return { databaseName: new URL(url).pathname.slice(1) };
  }
  const result = await engine.call(method === 'getDatabaseVersion' ? 'version' : method, params);
  // The native engine prints a difference itself, through the CLI, before it answers.
  if (method === 'diff' && result.stdout) {
    send({ id: 1, method: 'print', params: { content: result.stdout } });
    return { ...result, stdout: null };
  }
  return result;
}

function toRpcError(error) {
  return {
    code: 4466,
    message: 'An error happened. Check the data field for details.',
    data: { is_panic: false, message: error?.message ?? String(error), ...(error?.code && { error_code: error.code }), meta: null },
  };
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
}

function logLine(level, fields) {
  process.stderr.write(`${JSON.stringify({ timestamp: new Date().toISOString(), level, fields, target: 'schema_engine::logger' })}\n`);
}
