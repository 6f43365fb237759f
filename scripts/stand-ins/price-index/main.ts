/** The demo's price index: on this machine alone, partly invented (see `published.ts`). */
import { createIndexServer } from './index-server';

if (process.env['NODE_ENV'] === 'production') {
  console.error('The stand-in of the price index is for the demo and refuses to run in production.');
  process.exit(1);
}

const server = createIndexServer().listen(Number(process.env['PORT']), '127.0.0.1');

process.on('SIGTERM', () => {
  server.close(() => process.exit(0));
  server.closeAllConnections();
});
