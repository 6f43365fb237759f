/**
 * The inbox over HTTP, as JSON:
 *   GET /messages?page=1&size=50&to=…   newest first: {total, page, size, messages: [{id, date, from, to, subject}]}
 *   GET /messages/:id                   one mail with html, text and attachments (content in base64)
 *   GET /messages/:id/raw               the mail as it was received
 */
import { createServer, type Server, type ServerResponse } from 'node:http';
import PostalMime, { type Address, type Email } from 'postal-mime';
import type { MailStore } from './mail-store';

const DEFAULT_SIZE = 50;
const MAX_SIZE = 200;
const ONE = /^\/messages\/([^/]+)(\/raw)?$/;

export function createInboxServer(store: MailStore): Server {
  return createServer((request, response) => {
    answer(store, new URL(request.url ?? '/', 'http://inbox'), response).catch((error: unknown) => {
      console.error(error);
      reply(response, 500, { error: 'The mail could not be read.' });
    });
  });
}

async function answer(store: MailStore, url: URL, response: ServerResponse): Promise<void> {
  if (url.pathname === '/messages') return reply(response, 200, await listMessages(store, url.searchParams));
  const [, id = '', raw] = ONE.exec(url.pathname) ?? [];
  const source = await store.read(id);
  if (!source) return reply(response, 404, { error: 'There is no such mail.' });
  if (raw) {
    response.writeHead(200, { 'Content-Type': 'message/rfc822' }).end(source);
    return;
  }
  reply(response, 200, toMessage(id, await parse(source)));
}

async function listMessages(store: MailStore, query: URLSearchParams) {
  const page = Math.max(1, Number(query.get('page')) || 1);
  const size = Math.min(MAX_SIZE, Math.max(1, Number(query.get('size')) || DEFAULT_SIZE));
  const to = query.get('to')?.toLowerCase();
  const ids = await store.list();
  const from = (page - 1) * size;
  if (to === undefined) return { total: ids.length, page, size, messages: await summaries(store, ids.slice(from, from + size)) };

  const matching = (await summaries(store, ids)).filter((mail) => mail.to.some((address) => address.toLowerCase() === to));
  return { total: matching.length, page, size, messages: matching.slice(from, from + size) };
}

async function summaries(store: MailStore, ids: readonly string[]) {
  const found = await Promise.all(
    ids.map(async (id) => {
      const source = await store.read(id);
      return source ? [toSummary(id, await parse(source))] : [];
    }),
  );
  return found.flat();
}

function parse(source: Buffer): Promise<Email> {
  return PostalMime.parse(source, { attachmentEncoding: 'base64' });
}

function toSummary(id: string, mail: Email) {
  return {
    id,
    date: new Date(Number(id.slice(0, 13))).toISOString(),
    from: addressesOf(mail.from ? [mail.from] : [])[0] ?? '',
    to: addressesOf(mail.to ?? []),
    subject: mail.subject ?? '',
  };
}

function toMessage(id: string, mail: Email) {
  return {
    ...toSummary(id, mail),
    messageId: mail.messageId ?? '',
    html: mail.html ?? '',
    text: mail.text ?? '',
    attachments: mail.attachments.map(({ filename, mimeType, content }) => ({ filename: filename ?? '', contentType: mimeType, content })),
  };
}

function addressesOf(addresses: readonly Address[]): string[] {
  return addresses.flatMap((entry) => entry.address ?? []);
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}
