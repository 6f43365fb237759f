/** The invoicing of a month, as it goes and as it ended. */
import type { LocalDate } from '~/lib/local-time';
import type { InvoiceRefusal } from './decide-invoice';

/** Somebody with something due who got no invoice in a run. */
export interface LeftOut {
  readonly organisationId: string;
  readonly name: string;
  readonly grossOre: number;
  readonly code: InvoiceRefusal['code'];
}

export type RunState = 'running' | 'finished' | 'stopped';

export type RunRefusal =
  | { code: 'not_allowed' }
  /** The seller's invoices come from another system: what is due is exported to it. */
  | { code: 'issued_elsewhere' }
  | { code: 'month_not_begun' }
  /** Somebody else's run is under way: it is followed on its page. */
  | { code: 'already_running'; runId: string };

/** A month can be invoiced from its first day on: what is due in advance is due then. */
export function hasBegun(month: LocalDate, today: LocalDate): boolean {
  return month <= today;
}
