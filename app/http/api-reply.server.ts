/** Replies of the machine API: JSON that caches can keep, errors as `application/problem+json` (RFC 9457), readable from any site. */
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { clientHas } from './conditional-reply.server';

const ANY_SITE = { 'Access-Control-Allow-Origin': '*' };
const LONGEST_BODY_BYTES = 64 * 1024;

/** What is wrong with one field of a request. */
export type FieldProblem = { readonly path: string; readonly message: string };

export type Problem = {
  readonly status: number;
  /** A word for programs. */
  readonly code: string;
  /** A sentence for people. */
  readonly title: string;
  readonly errors?: readonly FieldProblem[];
  /** More facts of this problem. */
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
};

/** 200 with a validator, or 304 when the client has this answer already. */
export function jsonReply(request: Request, body: unknown, { cacheControl }: { cacheControl: string }): Response {
  const text = JSON.stringify(body);
  const etag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  const headers = { ...ANY_SITE, 'Cache-Control': cacheControl, ETag: etag };
  if (clientHas(request, { etag })) return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' } });
}

export function problemReply({ status, code, title, errors, facts, headers }: Problem): Response {
  return new Response(JSON.stringify({ type: 'about:blank', status, code, title, ...(errors && { errors }), ...facts }), {
    status,
    headers: { ...ANY_SITE, 'Cache-Control': 'no-store', 'Content-Type': 'application/problem+json; charset=utf-8', ...headers },
  });
}

/** What is answered to methods that an address does not have; `OPTIONS` is asked by browsers before a request of another site. */
export function otherMethod(request: Request, allowed: 'GET' | 'POST'): Response {
  const allow = allowed === 'GET' ? 'GET, HEAD, OPTIONS' : 'POST, OPTIONS';
  if (request.method === 'OPTIONS') {
    const preflight =
      allowed === 'GET' ? { ...ANY_SITE, 'Access-Control-Allow-Methods': 'GET, HEAD', 'Access-Control-Max-Age': '86400' } : {};
    return new Response(null, { status: 204, headers: { Allow: allow, ...preflight } });
  }
  return problemReply({ status: 405, code: 'method_not_allowed', title: `Use ${allowed}.`, headers: { Allow: allow } });
}

export const NO_SUCH_ROOM: Problem = { status: 404, code: 'unknown_room', title: 'There is no such room.' };

/** The body as the schema wants it, or the reply that says what is wrong: 415, 413, 400 or 422. */
export async function readJson<S extends z.ZodType>(request: Request, schema: S): Promise<{ value: z.output<S> } | { reply: Response }> {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) {
    return refuse({ status: 415, code: 'not_json', title: 'Send application/json.' });
  }
  const tooLong: Problem = { status: 413, code: 'too_large', title: `A request has at most ${LONGEST_BODY_BYTES} bytes.` };
  if (Number(request.headers.get('content-length') ?? 0) > LONGEST_BODY_BYTES) return refuse(tooLong);
  const text = await request.text();
  if (Buffer.byteLength(text) > LONGEST_BODY_BYTES) return refuse(tooLong);
  const body = parseJson(text);
  if (!body.ok) return refuse({ status: 400, code: 'bad_json', title: 'The body is not JSON.' });
  const parsed = schema.safeParse(body.value);
  if (parsed.success) return { value: parsed.data };
  return refuse({ status: 422, code: 'invalid', title: 'Some fields are not right.', errors: fieldProblems(parsed.error) });
}

export function fieldProblems(error: z.ZodError): FieldProblem[] {
  return error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message }));
}

function refuse(problem: Problem): { reply: Response } {
  return { reply: problemReply(problem) };
}

function parseJson(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return { ok: false };
  }
}
