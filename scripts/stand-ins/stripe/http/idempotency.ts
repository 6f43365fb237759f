import { createHash } from 'node:crypto';
import { ApiError } from './api-error';

/** Stripe forgets a key 24 hours after the execution began. */
const KEPT_SECONDS = 24 * 60 * 60;
const LONGEST_KEY = 255;

export interface IdempotencyRecord {
  /** Method, path and a hash of the body: a key belongs to one request. */
  request: string;
  startedAt: number;
  /** Absent while the first request is still executing. */
  answer?: { status: number; body: string };
}

/** What Stripe promises about repeated POSTs: the first answer again, whatever it was, once execution had begun. */
export class IdempotencyKeys {
  constructor(
    private readonly records: Record<string, IdempotencyRecord>,
    private readonly now: () => number,
  ) {}

  /** The kept answer for the key, or undefined when the request is to be executed now; refuses a key in use or misused. */
  claim(key: string, method: string, path: string, body: string): IdempotencyRecord['answer'] {
    if (key.length > LONGEST_KEY)
      throw new ApiError(`An idempotency key has at most ${LONGEST_KEY} characters.`, { type: 'idempotency_error' });
    const request = `${method} ${path} ${createHash('sha256').update(body).digest('hex')}`;
    const known = this.records[key];
    if (known === undefined || known.startedAt + KEPT_SECONDS <= this.now()) {
      this.records[key] = { request, startedAt: this.now() };
      return undefined;
    }
    if (known.request !== request) {
      const message = `Keys for idempotent requests can only be used with the same endpoint and parameters they were first used with. Try using a key other than '${key}'.`;
      throw new ApiError(message, { type: 'idempotency_error' });
    }
    if (known.answer === undefined) {
      const message = `There is currently another in-progress request using this Idempotent Key (${key}).`;
      throw new ApiError(message, { status: 409, type: 'idempotency_error', code: 'idempotency_key_in_use' });
    }
    return known.answer;
  }

  keep(key: string, answer: { status: number; body: string }): void {
    const record = this.records[key];
    if (record !== undefined) record.answer = answer;
  }

  /** Nothing was executed: the key is free for a corrected request. */
  release(key: string): void {
    delete this.records[key];
  }

  /** Keys that were in use when the process ended can never be answered. */
  releaseAbandoned(): void {
    for (const [key, record] of Object.entries(this.records)) {
      if (record.answer === undefined) this.release(key);
    }
  }
}
