const LONGEST_LOG = 2000;

export interface LoggedRequest {
  requestId: string;
  method: string;
  path: string;
  idempotencyKey: string | null;
  status: number;
  /** Answered from the idempotency key, without executing. */
  replayed: boolean;
  /** The answer never reached the caller. */
  lost: boolean;
}

/** The API calls received, oldest first, so that a test can tell how often something was really asked for. */
export class RequestLog {
  private entries: LoggedRequest[] = [];

  add(entry: LoggedRequest): void {
    this.entries.push(entry);
    if (this.entries.length > LONGEST_LOG) this.entries.shift();
  }

  list(): readonly LoggedRequest[] {
    return this.entries;
  }

  clear(): void {
    this.entries = [];
  }
}
