export const FAULT_KINDS = ['lost_response', '429', '500', 'timeout'] as const;

/**
 * What goes wrong: `lost_response` executes and then closes the connection; `429` refuses before executing;
 * `500` answers an error that the idempotency key keeps; `timeout` executes, but answers only after `delayMs`.
 */
export interface Fault {
  /** Method and path, where a star stands for anything: `POST /v1/refunds`, `GET /v1/*`. */
  match: string;
  kind: (typeof FAULT_KINDS)[number];
  times: number;
  delayMs: number;
}

export class PlannedFaults {
  private faults: Fault[] = [];

  plan(fault: Fault): void {
    this.faults.push(fault);
  }

  clear(): void {
    this.faults = [];
  }

  /** The fault that strikes this request, if any; each strikes as often as it was planned to. */
  take(method: string, path: string): Fault | undefined {
    const fault = this.faults.find((candidate) => matches(candidate.match, `${method} ${path}`));
    if (fault === undefined) return undefined;
    fault.times -= 1;
    if (fault.times <= 0) this.faults = this.faults.filter((candidate) => candidate !== fault);
    return fault;
  }
}

function matches(pattern: string, request: string): boolean {
  const expression = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${expression.join('.*')}$`).test(request);
}
