/**
 * What every request carries: an id that appears in the answer and in each log line, and a nonce for its page's inline scripts.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import type { AppLoadContext } from '@remix-run/node';
import type { RequestHandler, Response } from 'express';

/** An id from a proxy is kept when it is harmless to print. */
const ACCEPTABLE_ID = /^[\w.:-]{8,64}$/;

export const identifyRequest: RequestHandler = (req, res, next) => {
  const given = req.get('x-request-id') ?? '';
  const context: AppLoadContext = {
    requestId: ACCEPTABLE_ID.test(given) ? given : randomUUID(),
    nonce: randomBytes(16).toString('base64'),
    clientAddress: req.ip ?? '',
  };
  res.locals['context'] = context;
  res.setHeader('X-Request-Id', context.requestId);
  next();
};

export function requestContext(res: Response): AppLoadContext {
  return res.locals['context'] as AppLoadContext;
}
