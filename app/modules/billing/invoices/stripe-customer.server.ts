/** Whom Stripe's invoices of an organisation go to. Made at the first invoice, and kept in step with what the invoice says. */
import { createHash } from 'node:crypto';
import { db } from '~/infrastructure/db.server';
import { callStripe, operationKey } from '~/infrastructure/stripe.server';
import type { InvoiceRow } from './invoice.repository.server';

/** The customer's id at Stripe. Throws a `StripeFault`. */
export async function stripeCustomerFor({ organisationId, buyer, locale }: InvoiceRow): Promise<string> {
  const [email] = buyer.emails;
  if (email === undefined) throw new Error(`Organisation ${organisationId} has no address for its invoices`);
  const { name } = buyer;
  const known = await db.stripeCustomer.findUnique({ where: { organisationId } });
  if (known && known.name === name && known.email === email) return known.stripeCustomerId;
  const details = {
    ...{ name, email, preferred_locales: [locale] },
    ...(buyer.addressLine !== null && {
      address: { line1: buyer.addressLine, postal_code: buyer.postalCode ?? '', city: buyer.city ?? '', country: 'NO' },
    }),
  };
  if (known) {
    await callStripe('customer', (stripe) => stripe.customers.update(known.stripeCustomerId, details));
    await db.stripeCustomer.updateMany({ where: { organisationId }, data: { name, email } });
    return known.stripeCustomerId;
  }
  // Other details are another customer for the key; one that was lost before anything was invoiced to it does no harm.
  const key = operationKey('customer', `${organisationId}:${digest(details)}`, 1);
  const params = { ...details, metadata: { organisation_id: organisationId } };
  const created = await callStripe('customer', (stripe) => stripe.customers.create(params, { idempotencyKey: key }));
  await db.stripeCustomer.createMany({ data: { organisationId, stripeCustomerId: created.id, name, email }, skipDuplicates: true });
  return (await db.stripeCustomer.findUniqueOrThrow({ where: { organisationId } })).stripeCustomerId;
}

function digest(details: object): string {
  return createHash('sha256').update(JSON.stringify(details)).digest('hex').slice(0, 16);
}
