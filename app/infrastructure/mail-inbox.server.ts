/** Reads the mails that the mail stand-in has caught, over its HTTP interface. Only the demo has one. */
import { z } from 'zod';
import { env } from './env.server';

const TIMEOUT_MS = 5_000;

const summary = z.object({ id: z.string(), date: z.iso.datetime(), from: z.string(), to: z.array(z.string()), subject: z.string() });
const page = z.object({ total: z.number(), page: z.number(), size: z.number(), messages: z.array(summary) });
const attachment = z.object({ filename: z.string(), contentType: z.string(), content: z.string() });
const message = summary.extend({ html: z.string(), text: z.string(), attachments: z.array(attachment) });

export type CaughtMailPage = z.infer<typeof page>;
/** `content` of an attachment is base64. */
export type CaughtMail = z.infer<typeof message>;

/** Newest first. Null when the inbox does not answer. */
export async function listCaughtMails(query: { page: number; size: number; to: string }): Promise<CaughtMailPage | null> {
  const search = new URLSearchParams({ page: String(query.page), size: String(query.size), ...(query.to && { to: query.to }) });
  const response = await ask(`/messages?${search.toString()}`);
  return response?.ok ? page.parse(await response.json()) : null;
}

/** Null when there is no such mail, or no answer. */
export async function readCaughtMail(id: string): Promise<CaughtMail | null> {
  const response = await ask(`/messages/${encodeURIComponent(id)}`);
  return response?.ok ? message.parse(await response.json()) : null;
}

async function ask(path: string): Promise<Response | null> {
  if (env.MAIL_INBOX_URL === undefined) return null;
  try {
    return await fetch(new URL(path, env.MAIL_INBOX_URL), { signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch {
    return null;
  }
}
