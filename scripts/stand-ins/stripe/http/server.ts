import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { handleControl, type ControlServices } from '../control/control-handler';
import { creditNotePdf, handleInvoicePage, invoicePdf } from '../pages/document-handler';
import { handlePayPage, type PageReply } from '../pages/pay-page-handler';
import { letTimePass } from '../resources/passage-of-time';
import { handleApiRequest } from './api-handler';

const LARGEST_BODY_BYTES = 1_000_000;
const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** The one server for the API, the hosted pages and the controls. `onHandled` runs after every request. */
export function createStandInServer(services: ControlServices, onHandled: () => void): Server {
  return createServer((incoming, response) => {
    void handle(services, incoming, response)
      .catch((error: unknown) => {
        services.warn(`CRASH: ${incoming.method ?? ''} ${incoming.url ?? ''}: ${String(error)}`);
        if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
        response.end('The stand-in failed; see its log.');
      })
      .finally(onHandled);
  });
}

async function handle(services: ControlServices, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const method = incoming.method ?? 'GET';
  const url = new URL(incoming.url ?? '/', 'http://stand-in');
  const body = await readBody(incoming);
  letTimePass(services.account);
  if (url.pathname.startsWith('/_control/')) {
    const fromHere = LOOPBACK.has(incoming.socket.remoteAddress ?? '') && incoming.headers.origin === undefined;
    if (fromHere) handleControl(services, method, url.pathname, body, response);
    else response.writeHead(403).end();
    return;
  }
  const request = { method, acceptLanguage: incoming.headers['accept-language'], body };
  const [, page, id = ''] = /^\/(c\/pay|i)\/(\w+)$/.exec(url.pathname) ?? [];
  if (page !== undefined) {
    const show = page === 'i' ? handleInvoicePage : handlePayPage;
    sendPage(response, show(services.account, id, request));
    return;
  }
  const [, documentKind, documentId = ''] = /^\/(i|credit_notes)\/(\w+)\/pdf$/.exec(url.pathname) ?? [];
  if (documentKind !== undefined) {
    const makePdf = documentKind === 'i' ? invoicePdf : creditNotePdf;
    sendPdf(response, makePdf(services.account, documentId));
    return;
  }
  if (url.pathname === '/favicon.ico') {
    response.writeHead(204).end();
    return;
  }
  await handleApiRequest(services, incoming, url, body, response);
}

function sendPage(response: ServerResponse, reply: PageReply): void {
  response.writeHead(reply.status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
    ...(reply.location === undefined ? {} : { location: reply.location }),
  });
  response.end(reply.body);
}

function sendPdf(response: ServerResponse, pdf: Buffer | undefined): void {
  if (pdf === undefined) response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
  else response.writeHead(200, { 'content-type': 'application/pdf' }).end(pdf);
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY_BYTES) throw new Error('The request body is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
