/** Which part of a payment goes to which invoice: the rules, on rows that are locked. */
import { compareOre, subtractOre, sumOre } from '~/lib/money';
import { ok, refuse, type Result } from '~/lib/result';

export type InvoiceState = 'issuing' | 'open' | 'partly_paid' | 'paid' | 'void' | 'uncollectible' | 'discarded';

export interface InvoiceMoney {
  readonly id: string;
  readonly organisationId: string;
  readonly state: InvoiceState;
  readonly grossOre: number;
  readonly creditedOre: number;
  readonly paidOre: number;
}

export interface PaymentMoney {
  /** Null: nobody knows yet whose it is. */
  readonly organisationId: string | null;
  readonly amountOre: number;
  readonly returnedOre: number;
  /** Sum of its allocations. */
  readonly allocatedOre: number;
}

/** What is still owed on an invoice; nothing where nothing can be paid any more. */
export function outstandingOre({ state, grossOre, creditedOre, paidOre }: Omit<InvoiceMoney, 'id' | 'organisationId'>): number {
  return state === 'open' || state === 'partly_paid' ? subtractOre(subtractOre(grossOre, creditedOre), paidOre) : 0;
}

/** What of a payment is neither on an invoice nor paid back. */
export function leftOre({ amountOre, returnedOre, allocatedOre }: Omit<PaymentMoney, 'organisationId'>): number {
  return subtractOre(subtractOre(amountOre, returnedOre), allocatedOre);
}

/** How an invoice stands when so much of it is paid; what is void stays so. */
export function stateWhenPaid(invoice: InvoiceMoney, paidOre: number): InvoiceState {
  if (invoice.state !== 'open' && invoice.state !== 'partly_paid' && invoice.state !== 'paid') return invoice.state;
  const rest = subtractOre(subtractOre(invoice.grossOre, invoice.creditedOre), paidOre);
  if (rest <= 0) return 'paid';
  return paidOre > 0 ? 'partly_paid' : 'open';
}

export interface Share {
  readonly invoiceId: string;
  readonly amountOre: number;
}

export type AllocationRefusal =
  | { code: 'nothing_chosen' }
  | { code: 'more_than_left'; leftOre: number }
  | { code: 'more_than_outstanding'; invoiceId: string; outstandingOre: number }
  /** Somebody else paid, voided or credited it meanwhile. */
  | { code: 'invoice_not_open'; invoiceId: string }
  /** Invoices of two organisations, or a payment of which something is on an invoice of another. */
  | { code: 'other_payer' };

/** Whose the payment is afterwards. Refused when it does not have that much, or the invoices do not want it. */
export function decideAllocation(
  payment: PaymentMoney,
  shares: readonly Share[],
  invoices: readonly InvoiceMoney[],
): Result<{ readonly organisationId: string }, AllocationRefusal> {
  const wanted = shares.filter(({ amountOre }) => amountOre > 0);
  const chosen = wanted.map(({ invoiceId }) => invoices.find(({ id }) => id === invoiceId));
  const [first] = chosen;
  if (!first) return refuse({ code: 'nothing_chosen' });
  for (const [index, invoice] of chosen.entries()) {
    const { invoiceId = '', amountOre = 0 } = wanted[index] ?? {};
    const outstanding = invoice ? outstandingOre(invoice) : 0;
    if (outstanding <= 0) return refuse({ code: 'invoice_not_open', invoiceId });
    if (compareOre(amountOre, outstanding) > 0) return refuse({ code: 'more_than_outstanding', invoiceId, outstandingOre: outstanding });
  }
  const { organisationId } = first;
  const taken = payment.organisationId !== null && payment.organisationId !== organisationId && payment.allocatedOre !== 0;
  if (taken || chosen.some((invoice) => invoice?.organisationId !== organisationId)) return refuse({ code: 'other_payer' });
  const left = leftOre(payment);
  if (compareOre(sumOre(wanted.map(({ amountOre }) => amountOre)), left) > 0) return refuse({ code: 'more_than_left', leftOre: left });
  return ok({ organisationId });
}
