/**
 * Requests that are refused before any page sees them.
 */
import type { RequestHandler } from 'express';

const MAX_BODY_BYTES = 1_000_000;
/** Where pictures are sent: more than a picture may have, so that the page itself can say that it is too large. */
const MAX_UPLOAD_BYTES = 16_000_000;
const UPLOADS = /^\/(bestilling\/[^/]+\/(overlevering|skade)|rom\/[^/]+\/skade)$/;
const READING = new Set(['GET', 'HEAD', 'OPTIONS']);
/** No address of ours has one, and PostgreSQL takes none. */
const NULL_BYTE = /%00/;
const PAGE_METHODS = new Set(['GET', 'HEAD', 'POST']);
const HOST = /^[a-z0-9.-]+(:\d{1,5})?$|^\[[0-9a-f:]+\](:\d{1,5})?$/i;

/** An address that cannot be one is refused; without a proxy in front, nobody may claim to be one. */
export const requirePlainHost =
  (behindProxy: boolean): RequestHandler =>
  (req, res, next) => {
    if (!behindProxy) {
      delete req.headers['x-forwarded-host'];
      delete req.headers['x-forwarded-proto'];
    }
    if (!HOST.test(req.headers.host ?? '') || req.originalUrl.startsWith('//') || NULL_BYTE.test(req.originalUrl)) {
      res.status(400).type('text/plain').send('Bad request\n');
      return;
    }
    next();
  };

/** Pages are read and their forms are posted; the router would take every other method for a post. The API answers for itself. */
export const requirePageMethod: RequestHandler = (req, res, next) => {
  if (PAGE_METHODS.has(req.method) || req.path.startsWith('/api/')) {
    next();
    return;
  }
  res
    .status(405)
    .set('Allow', [...PAGE_METHODS].join(', '))
    .type('text/plain')
    .send('Method not allowed\n');
};

/**
 * A page of another site cannot write here, whatever cookies the browser sends along. Webhooks carry a signature instead and come
 * from no browser; a client that sends neither header is no browser either.
 */
export const requireSameOrigin =
  (publicUrl: string): RequestHandler =>
  (req, res, next) => {
    if (READING.has(req.method) || req.path.startsWith('/webhooks/')) {
      next();
      return;
    }
    const site = req.get('sec-fetch-site');
    const origin = req.get('origin');
    const own = [new URL(publicUrl).origin, `${req.protocol}://${req.get('host') ?? ''}`];
    const allowed = site === undefined ? origin === undefined || own.includes(origin) : site === 'same-origin' || site === 'none';
    if (!allowed) {
      res.status(403).type('text/plain').send('Cross-origin request refused\n');
      return;
    }
    next();
  };

/** The length must be told, so that a body can be refused before it is read. */
export const limitBody: RequestHandler = (req, res, next) => {
  if (req.headers['transfer-encoding'] !== undefined) {
    res.status(411).type('text/plain').send('Length required\n');
    return;
  }
  const most = UPLOADS.test(req.path) ? MAX_UPLOAD_BYTES : MAX_BODY_BYTES;
  if (Number(req.headers['content-length'] ?? 0) > most) {
    res.status(413).type('text/plain').send('Too large\n');
    return;
  }
  // Answered before it was read, the rest of a body would keep the connection from its next request.
  res.once('finish', () => {
    if (!req.readableEnded) req.removeAllListeners('data').resume();
  });
  next();
};
