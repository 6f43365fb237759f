import { db } from '~/infrastructure/db.server';
import { tryStripe } from '~/infrastructure/stripe.server';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../../identity/permissions';
import { findById } from './invoice.repository.server';

export type PayPageRefusal =
  | { code: 'not_found' }
  /** Nothing is owed. */
  | { code: 'not_open' }
  /** A part came by bank: the card would take the whole again. */
  | { code: 'partly_paid' }
  | { code: 'payment_service_silent' };

/** Where an invoice can be paid by card. The address lapses and is a secret of its own: it is asked for at each click and never kept. */
export async function findPayPage(
  actor: Actor,
  { invoiceId, organisationId }: { readonly invoiceId: string; readonly organisationId: string },
): Promise<Result<{ url: string }, PayPageRefusal>> {
  if (!can(actor, 'invoice.view', { organisationId })) return refuse({ code: 'not_found' });
  const invoice = await findById(db, invoiceId);
  const stripeInvoiceId = invoice?.organisationId === organisationId ? invoice.stripeInvoiceId : null;
  if (!invoice || stripeInvoiceId === null) return refuse({ code: 'not_found' });
  if (invoice.state === 'partly_paid' || invoice.paidOre > 0) return refuse({ code: 'partly_paid' });
  if (invoice.state !== 'open') return refuse({ code: 'not_open' });
  const answer = await tryStripe('invoice', (stripe) => stripe.invoices.retrieve(stripeInvoiceId));
  if (!answer.ok) return refuse({ code: 'payment_service_silent' });
  const { status, hosted_invoice_url: url } = answer.value;
  return status === 'open' && url ? ok({ url }) : refuse({ code: 'not_open' });
}
