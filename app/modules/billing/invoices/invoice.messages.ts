/** Jobs of invoices: topic and payload, written by use cases and read by `app/jobs`. */
import { z } from 'zod';

export const INVOICE_TOPICS = {
  prepareRun: 'invoices.prepare-run',
  issue: 'invoices.issue',
  mail: 'invoices.mail',
  credit: 'invoices.credit',
  creditMail: 'invoices.credit-mail',
} as const;

export const runPayload = z.object({ runId: z.uuid() });
export const issuePayload = z.object({ invoiceId: z.uuid(), giveUp: z.boolean() });

export const prepareRunMessage = (runId: string) => ({ topic: INVOICE_TOPICS.prepareRun, payload: { runId } });

/**
 * Stripe takes 25 calls a second of one kind. Jobs of a queue run one after the other in the whole house, and each call waits for the
 * answer to the one before it: two queues stay below that however many workers there are.
 */
const QUEUES = 2;

/** The position spreads the invoices of a run over the queues. */
export function issueMessage({ invoiceId, giveUp }: z.output<typeof issuePayload>, position: number) {
  return {
    topic: INVOICE_TOPICS.issue,
    payload: { invoiceId, giveUp },
    options: { jobKey: `${INVOICE_TOPICS.issue}:${invoiceId}`, queue: `stripe-invoices-${position % QUEUES}` },
  };
}

export const invoiceMailPayload = z.object({ invoiceId: z.uuid() });

export const invoiceMailMessage = (invoiceId: string) => ({ topic: INVOICE_TOPICS.mail, payload: { invoiceId } });

/** Names the one mail that brings an invoice. */
export const invoiceMailKey = (invoiceId: string) => `invoice.issued:${invoiceId}`;

export const creditNotePayload = z.object({ creditNoteId: z.uuid() });

export const creditMessage = (creditNoteId: string) => ({ topic: INVOICE_TOPICS.credit, payload: { creditNoteId } });
export const creditMailMessage = (creditNoteId: string) => ({ topic: INVOICE_TOPICS.creditMail, payload: { creditNoteId } });

/** Names the one mail that brings a credit note. */
export const creditMailKey = (creditNoteId: string) => `invoice.credited:${creditNoteId}`;
