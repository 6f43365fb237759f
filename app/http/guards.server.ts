/** What a request must bring before a route does anything. Each throws the reply itself. */
import { env } from '~/infrastructure/env.server';
import { isUuid } from '~/lib/uuid';

/** The same answer for what does not exist and for what is none of the visitor's business. */
export function notFound(): Response {
  return new Response(null, { status: 404 });
}

/** An id from the address, fit to look up; anything else does not exist. */
export function requireId(id: string | undefined): string {
  if (id === undefined || !isUuid(id)) throw notFound();
  return id;
}

/** Pages that only the demo has. */
export function requireDemo(): void {
  if (env.mode !== 'demo') throw notFound();
}

export function requireMethod(request: Request, method: 'POST'): void {
  if (request.method !== method) throw new Response(null, { status: 405, headers: { Allow: method } });
}
