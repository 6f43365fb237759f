import type { InvoiceState } from '~/infrastructure/db.server';
import type { LocalDate } from '~/lib/local-time';
import type { LeftOut, RunState } from './invoice-run';

/** A run as its page shows it, while it lasts and afterwards. */
export interface RunProgress {
  readonly id: string;
  /** First day. */
  readonly month: LocalDate;
  readonly state: RunState;
  readonly startedBy: string;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  /** All invoices are drawn up, so that their number is final. */
  readonly prepared: boolean;
  readonly counts: RunCounts;
  /** Of what was issued. */
  readonly grossOre: number;
  readonly leftOut: readonly LeftOut[];
  /** Refused by Stripe or without an answer, the first ones. */
  readonly troubles: readonly RunTrouble[];
}

export interface RunCounts {
  readonly all: number;
  readonly issued: number;
  readonly discarded: number;
  readonly underWay: number;
  readonly stuck: number;
}

export interface RunTrouble {
  readonly invoiceId: string;
  readonly name: string;
  readonly grossOre: number;
  readonly state: InvoiceState;
  /** Stripe's code, or why it was given up; null when the answer has not come and the job tries again by itself. */
  readonly failure: string | null;
  readonly attempts: number;
}

/** Drawing up is a tenth of the way; the rest is told by the invoices. In whole per cent. */
export function percentDone({ prepared, counts: { all, underWay } }: Pick<RunProgress, 'prepared' | 'counts'>): number {
  if (!prepared) return 5;
  return all === 0 ? 100 : Math.floor(10 + (90 * (all - underWay)) / all);
}
