/** Answers that a client may have already (RFC 9110, section 13). */

export type Validators = { readonly etag: string; readonly lastModified?: Date | undefined };

/** Whether what the client has is this still. An `If-None-Match` decides alone; without one the time does, to the second. */
export function clientHas(request: Request, { etag, lastModified }: Validators): boolean {
  const known = request.headers.get('if-none-match');
  if (known !== null) return known.trim() === '*' || known.split(',').some((candidate) => weak(candidate) === weak(etag));
  const since = Date.parse(request.headers.get('if-modified-since') ?? '');
  return lastModified !== undefined && !Number.isNaN(since) && wholeSeconds(lastModified) <= since;
}

/** 304 when the client has this already, else 200; without a body for HEAD. The body is made only when it is sent. */
export function conditionalReply(request: Request, validators: Validators, headers: HeadersInit, body: () => string): Response {
  const sent = new Headers(headers);
  sent.set('ETag', validators.etag);
  if (validators.lastModified) sent.set('Last-Modified', validators.lastModified.toUTCString());
  if (clientHas(request, validators)) {
    sent.delete('Content-Type');
    return new Response(null, { status: 304, headers: sent });
  }
  return new Response(request.method === 'HEAD' ? null : body(), { headers: sent });
}

/** The weak comparison: an answer packed for the way is the same answer. */
function weak(etag: string): string {
  return etag.trim().replace(/^W\//, '');
}

function wholeSeconds(instant: Date): number {
  return Math.floor(instant.getTime() / 1_000) * 1_000;
}
