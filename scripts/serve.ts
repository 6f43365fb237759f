/**
 * The web server, runnable alone: any number of them may serve one database.
 */
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import type { ServerBuild } from '@remix-run/node';
import { pool } from '../app/infrastructure/db.server';
import { env } from '../app/infrastructure/env.server';
import { logger } from '../app/infrastructure/logger.server';
import { createApp } from './server/create-app';
import { stopGracefully } from './server/graceful-shutdown';

const build = (await import(pathToFileURL(resolve('build/server/index.js')).href)) as ServerBuild;

const server = createServer(createApp(build));
// Longer than a proxy's own limit, so that the proxy never meets a connection that we are just closing.
server.keepAliveTimeout = 65_000;
server.requestTimeout = 30_000;

server.once('error', (error: NodeJS.ErrnoException) => {
  logger.fatal(error.code === 'EADDRINUSE' ? `Port ${env.PORT} is taken by another program.` : error.message);
  process.exit(1);
});
server.listen({ port: env.PORT, ...(env.HOST !== undefined && { host: env.HOST }) }, () =>
  logger.info({ port: env.PORT, mode: env.mode }, 'server listens'),
);

stopGracefully(server, async () => {
  await pool.end();
});
