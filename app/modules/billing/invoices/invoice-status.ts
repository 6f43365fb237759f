/** How an issued invoice stands, from what it came to and what became of it. */
import type { InvoiceState } from '~/infrastructure/db.server';
import type { LocalDate } from '~/lib/local-time';
import { subtractOre } from '~/lib/money';

/** Shown to people: the state, with what is late and what is disputed told apart. */
export type InvoiceStatus = InvoiceState | 'overdue' | 'disputed';

export interface Standing {
  readonly state: InvoiceState;
  readonly dueOn: LocalDate;
  readonly disputed: boolean;
}

/** A dispute comes before everything else about an unpaid invoice; the day after the due date it is late. */
export function statusOf({ state, dueOn, disputed }: Standing, today: LocalDate): InvoiceStatus {
  if (state !== 'open' && state !== 'partly_paid') return state;
  if (disputed) return 'disputed';
  return dueOn < today ? 'overdue' : state;
}

interface Sums {
  readonly grossOre: number;
  readonly paidOre: number;
  readonly creditedOre: number;
}

/** What is left to pay; below nothing what was paid too much. */
export function outstandingOf({ grossOre, paidOre, creditedOre }: Sums): number {
  return subtractOre(subtractOre(grossOre, creditedOre), paidOre);
}
