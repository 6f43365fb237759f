/**
 * Files of the build. Names below /assets carry a fingerprint and never change; the other public files may.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import express, { type RequestHandler, Router } from 'express';

/** The best first; made at build time beside each file. */
const ENCODINGS = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const;

export function staticFiles(folder: string): Router {
  const router = Router();
  router.use(preferCompressed(folder));
  router.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', index: false }));
  // A missing asset is an answer of its own; rendering a page for it would be costly and wrong.
  router.use('/assets', (_req, res) => res.status(404).type('text/plain').send('Not found\n'));
  router.use(express.static(folder, { maxAge: '1h', index: false, redirect: false, dotfiles: 'ignore' }));
  return router;
}

/** Sends the copy that was compressed at build time, under the type and the name of the original. */
function preferCompressed(folder: string): RequestHandler {
  const compressed = existsSync(folder) ? compressedFiles(folder) : new Set<string>();
  return (req, res, next) => {
    const encoding = ENCODINGS.find(({ name, suffix }) => compressed.has(req.path + suffix) && req.acceptsEncodings(name));
    if (encoding) {
      res.type(req.path.slice(req.path.lastIndexOf('.')));
      res.setHeader('Content-Encoding', encoding.name);
      res.vary('Accept-Encoding');
      req.url = req.path + encoding.suffix;
    }
    next();
  };
}

function compressedFiles(folder: string): Set<string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Set(
    files
      .filter((file) => file.isFile() && ENCODINGS.some(({ suffix }) => file.name.endsWith(suffix)))
      .map((file) => `/${relative(folder, join(file.parentPath, file.name)).split(sep).join('/')}`),
  );
}
