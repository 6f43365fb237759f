/** Jobs of invoices. Each may run twice: the use cases look before they act. */
import { now } from '~/infrastructure/clock.server';
import { issueCredit } from '~/modules/billing/invoices/credit/issue-credit.server';
import { creditNotePayload, issuePayload, runPayload } from '~/modules/billing/invoices/invoice.messages';
import { issueInvoice } from '~/modules/billing/invoices/issue-invoice.server';
import { prepareRun } from '~/modules/billing/invoices/prepare-run.server';

/** Job `invoices.prepare-run`: draws up the invoices of a month. */
export async function prepareInvoiceRun(payload: unknown): Promise<void> {
  await prepareRun(runPayload.parse(payload).runId, now());
}

/** Job `invoices.issue`: one invoice through Stripe. */
export async function issueOneInvoice(payload: unknown): Promise<void> {
  await issueInvoice(issuePayload.parse(payload), now());
}

/** Job `invoices.credit`: one credit note through Stripe. */
export async function issueOneCredit(payload: unknown): Promise<void> {
  await issueCredit(creditNotePayload.parse(payload).creditNoteId, now());
}
