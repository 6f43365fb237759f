import { describe, expect, test } from 'vitest';
import { db, finishJobs, newCharge, newTenant, NOW, runOctober } from '../../support/invoice-world';
import { control, standIn } from '../../support/stripe-world';

const { followInvoice } = await import('~/modules/billing/invoices/follow-invoice.server');

async function issued() {
  const organisationId = await newTenant();
  await newCharge(organisationId, { netOre: 80_000, vatBp: 2_500 });
  await runOctober();
  const { id, stripeInvoiceId } = await db.invoice.findFirstOrThrow({ where: { organisationId } });
  return { id, stripeInvoiceId: stripeInvoiceId ?? '' };
}

const stateOf = async (id: string) => {
  const { state, paidOre } = await db.invoice.findUniqueOrThrow({ where: { id } });
  return { state, paidOre };
};

describe('an invoice paid on Stripe’s page', () => {
  test('is paid once, however often the news comes, and its money is known by Stripe’s payment', async () => {
    const { id, stripeInvoiceId } = await issued();
    await followInvoice(stripeInvoiceId, NOW);
    expect(await stateOf(id)).toEqual({ state: 'open', paidOre: 0 });
    await control('POST', `/invoices/${stripeInvoiceId}/pay`);
    await Promise.all([1, 2, 3].map(() => followInvoice(stripeInvoiceId, NOW)));
    expect(await stateOf(id)).toEqual({ state: 'paid', paidOre: 100_000 });
    const payments = await db.incomingPayment.findMany({ where: { allocations: { some: { invoiceId: id } } } });
    expect(payments).toMatchObject([{ way: 'card', amountOre: 100_000 }]);
    expect(payments[0]?.sourceKey).toMatch(/^stripe:pi_/);
  });

  test('is not paid by news from before: Stripe’s invoice as it is decides', async () => {
    const { id, stripeInvoiceId } = await issued();
    const { receiveStripeEvent } = await import('~/modules/billing/receive-stripe-event.server');
    const event = { id: `evt_${id}`, type: 'invoice.paid', data: { object: { id: stripeInvoiceId, object: 'invoice' } } };
    expect(await receiveStripeEvent(event as never, NOW)).toBe(true);
    expect(await receiveStripeEvent(event as never, NOW)).toBe(false);
    await finishJobs();
    expect(await stateOf(id)).toEqual({ state: 'open', paidOre: 0 });
  });

  test('is left alone and listed when somebody voided it in Stripe’s pages', async () => {
    const { id, stripeInvoiceId } = await issued();
    const headers = { authorization: 'Bearer sk_test_unit' };
    await fetch(`${standIn.url}/v1/invoices/${stripeInvoiceId}/void`, { method: 'POST', headers });
    await followInvoice(stripeInvoiceId, NOW);
    expect(await stateOf(id)).toEqual({ state: 'open', paidOre: 0 });
    expect(await db.paymentDifference.findUnique({ where: { key: `closed_at_stripe:${id}` } })).toMatchObject({
      kind: 'invoice_closed_at_stripe',
    });
  });

  test('of a sale that is no invoice of ours is nobody’s news here', async () => {
    await expect(followInvoice('in_unknown', NOW)).resolves.toBeUndefined();
  });
});
