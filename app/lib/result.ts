/** What a decision answers: a value, or a refusal with a code and the facts its message needs. */
export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

/** A refusal as the caller sees it: `ok: false` beside the refusal's own code and facts. */
export type Refused<R extends { code: string }> = R & { readonly ok: false };

export type Result<T, R extends { code: string }> = Ok<T> | Refused<R>;

export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

export function refuse<const R extends { code: string }>(refusal: R): Refused<R> {
  return { ...refusal, ok: false };
}
