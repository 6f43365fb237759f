/**
 * On SIGTERM: take no new connections, finish what was begun, close, end.
 */
import type { Server } from 'node:http';
import { logger } from '../../app/infrastructure/logger.server';

const PATIENCE_MS = 10_000;

let stopping = false;

/** A balancer that asks must send new requests elsewhere from the first moment of the shutdown. */
export function isStopping(): boolean {
  return stopping;
}

export function stopGracefully(server: Server, closeResources: () => Promise<void>): void {
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, 'server stops');
    const forced = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
    server.close(() => {
      clearTimeout(forced);
      closeResources()
        .catch((error: unknown) => logger.error({ err: error }, 'resources could not be closed'))
        .finally(() => process.exit(0));
    });
    server.closeIdleConnections();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
