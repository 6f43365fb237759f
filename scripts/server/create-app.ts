/**
 * The order in which a request passes: identify, measure, protect, probes, files, pages.
 */
import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type ErrorRequestHandler, type Express } from 'express';
import { env } from '../../app/infrastructure/env.server';
import { logger } from '../../app/infrastructure/logger.server';
import { httpMetrics, metricsEndpoint } from './metrics';
import { healthz, readyz } from './probes';
import { identifyRequest, requestContext } from './request-context';
import { limitBody, requirePageMethod, requirePlainHost, requireSameOrigin } from './request-limits';
import { routePatternFinder } from './route-pattern';
import { securityHeaders } from './security-headers';
import { staticFiles } from './static-files';

export function createApp(build: ServerBuild): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', env.TRUST_PROXY ? 1 : false);

  app.use(identifyRequest);
  app.use(httpMetrics(routePatternFinder(build)));
  app.get('/healthz', healthz);
  app.get('/readyz', readyz);
  app.get('/metrics', metricsEndpoint);

  app.use(requirePlainHost(env.TRUST_PROXY));
  app.use(securityHeaders({ publicUrl: env.PUBLIC_URL, stripeApiBase: env.STRIPE_API_BASE }));
  app.use(requirePageMethod);
  app.use(staticFiles('build/client'));
  app.use(requireSameOrigin(env.PUBLIC_URL));
  app.use(limitBody);
  app.use(compression());
  const answerPage = createRequestHandler({ build, mode: env.NODE_ENV, getLoadContext: (_req, res) => requestContext(res) });
  // The handler passes its own failures to `next`; its promise never rejects.
  app.all('*', (req, res, next) => void answerPage(req, res, next));
  app.use(answerFault);
  return app;
}

/** The last resort, for what went wrong outside the pages: nothing of the cause is shown. */
const answerFault: ErrorRequestHandler = (error: { status?: number }, req, res, _next) => {
  const { requestId } = requestContext(res);
  // Express marks what the client did wrong, such as an address that cannot be decoded.
  const status = error.status !== undefined && error.status < 500 ? error.status : 500;
  if (status === 500) logger.error({ err: error, requestId, method: req.method, path: req.path }, 'request failed');
  if (res.headersSent) {
    res.destroy();
    return;
  }
  res.status(status).type('text/plain').send(`Noe gikk galt. / Something went wrong.\n${requestId}\n`);
};
