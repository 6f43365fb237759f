import { afterEach, describe, expect, test } from 'vitest';
import { received } from '../../support/mail-world';
import { db, finishJobs, newCharge, newTenant, NOW, runOctober } from '../../support/invoice-world';
import { control, manager, musician, standIn } from '../../support/stripe-world';

const { orderCredit } = await import('~/modules/billing/invoices/credit/order-credit.server');
const { readCreditPdf } = await import('~/modules/billing/invoices/credit/credit-page.queries.server');
const { followInvoice } = await import('~/modules/billing/invoices/follow-invoice.server');
const { recordHandPayment } = await import('~/modules/billing/incoming/record-hand-payment.server');
const { newId } = await import('~/lib/ids.server');

async function issued() {
  const organisationId = await newTenant();
  const charges = [
    await newCharge(organisationId, { netOre: 333, vatBp: 2_500 }),
    await newCharge(organisationId, { netOre: 333, vatBp: 2_500 }),
  ];
  await runOctober();
  const invoice = await db.invoice.findFirstOrThrow({ where: { organisationId }, include: { lines: { orderBy: { position: 'asc' } } } });
  return {
    id: invoice.id,
    stripeInvoiceId: invoice.stripeInvoiceId ?? '',
    lines: invoice.lines.map(({ id }) => id),
    charges,
    organisationId,
  };
}

const order = (invoiceId: string, more: Partial<Parameters<typeof orderCredit>[1]> = {}) => ({
  ...{ invoiceId, wish: { kind: 'whole' as const }, reason: 'Feil pris', billAgain: false, requestKey: newId() },
  ...more,
});
const some = (invoiceLineId: string, netOre: number) => ({ wish: { kind: 'lines' as const, lines: [{ invoiceLineId, netOre }] } });
const standing = async (id: string) => {
  const { state, creditedOre, paidOre } = await db.invoice.findUniqueOrThrow({ where: { id } });
  return { state, creditedOre, paidOre };
};
const atStripe = async (stripeInvoiceId: string) => {
  const headers = { authorization: 'Bearer sk_test_unit' };
  const answer = await fetch(`${standIn.url}/v1/credit_notes?invoice=${stripeInvoiceId}`, { headers });
  return ((await answer.json()) as { data: { total: number; refunds: unknown[] }[] }).data;
};

afterEach(async () => {
  await control('DELETE', '/faults');
  await finishJobs();
});

describe('a credit note', () => {
  test('of the whole of an open invoice voids it; its paper goes out in one mail', async () => {
    const { id, stripeInvoiceId, charges } = await issued();
    const ordered = await orderCredit(manager, order(id), NOW);
    await finishJobs();
    expect(await standing(id)).toEqual({ state: 'void', creditedOre: 833, paidOre: 0 });
    expect(await atStripe(stripeInvoiceId)).toMatchObject([{ total: 833 }]);
    expect((await db.charge.findMany({ where: { id: { in: charges } } })).map(({ state }) => state)).toEqual(['credited', 'credited']);
    const note = await db.creditNote.findFirstOrThrow({ where: { invoiceId: id } });
    expect(note).toMatchObject({ state: 'issued', grossOre: 833, refundOre: 0 });
    expect(received.filter(({ subject }) => subject?.includes(note.number ?? '-'))).toHaveLength(1);
    expect(await readCreditPdf(id, note.id)).toMatchObject({ number: note.number });
    expect(ordered).toMatchObject({ ok: true, value: { creditNoteId: note.id } });
  });

  test('by line takes its VAT along, and the last one what is left of it', async () => {
    const { id, lines } = await issued();
    expect(await orderCredit(manager, order(id, some(lines[0] ?? '', 334)), NOW)).toMatchObject({ code: 'more_than_left', leftOre: 333 });
    await orderCredit(manager, order(id, some(lines[0] ?? '', 333)), NOW);
    await finishJobs();
    expect(await standing(id)).toEqual({ state: 'open', creditedOre: 416, paidOre: 0 });
    await orderCredit(manager, order(id), NOW);
    await finishJobs();
    expect(await standing(id)).toEqual({ state: 'void', creditedOre: 833, paidOre: 0 });
    expect(await orderCredit(manager, order(id), NOW)).toEqual({ ok: false, code: 'not_creditable' });
  });

  test('of a card payment sends the money back with it', async () => {
    const { id, stripeInvoiceId } = await issued();
    await control('POST', `/invoices/${stripeInvoiceId}/pay`);
    await followInvoice(stripeInvoiceId, NOW);
    await orderCredit(manager, order(id), NOW);
    await finishJobs();
    expect(await standing(id)).toEqual({ state: 'void', creditedOre: 833, paidOre: 0 });
    expect(await db.creditNote.findFirst({ where: { invoiceId: id } })).toMatchObject({ refundOre: 833 });
    const [payment] = await db.incomingPayment.findMany({ where: { allocations: { some: { invoiceId: id } } } });
    expect(payment).toMatchObject({ amountOre: 833, returnedOre: 833 });
  });

  test('of a bank payment leaves the money to the payer’s credit', async () => {
    const { id } = await issued();
    const paid = {
      invoiceId: id,
      amountOre: 833,
      receivedOn: '2026-11-23' as const,
      requestKey: newId(),
      reference: 'A1',
      way: 'bank' as const,
    };
    expect(await recordHandPayment(manager, paid as never, NOW)).toMatchObject({ ok: true });
    await finishJobs();
    await orderCredit(manager, order(id), NOW);
    await finishJobs();
    expect(await standing(id)).toEqual({ state: 'void', creditedOre: 833, paidOre: 0 });
    const [payment] = await db.incomingPayment.findMany({ where: { allocations: { some: { invoiceId: id } } } });
    expect(payment).toMatchObject({ amountOre: 833, returnedOre: 0 });
  });

  test.each(['lost_response', '429', '500'] as const)('is made once when Stripe’s answer is a %s', async (kind) => {
    const { id, stripeInvoiceId } = await issued();
    await control('POST', '/faults', { match: 'POST /v1/credit_notes', kind, times: 3 });
    await orderCredit(manager, order(id), NOW);
    await finishJobs();
    expect(await atStripe(stripeInvoiceId)).toMatchObject([{ total: 833 }]);
    expect(await standing(id)).toMatchObject({ state: 'void' });
  });

  test('is ordered once, whoever orders it; what is credited can be invoiced again', async () => {
    const { id, charges, organisationId } = await issued();
    const first = order(id, { billAgain: true });
    const answers = await Promise.all([
      orderCredit(manager, first, NOW),
      orderCredit(manager, first, NOW),
      orderCredit(manager, order(id), NOW),
    ]);
    expect(answers.filter((answer) => answer.ok).length).toBeGreaterThan(0);
    await finishJobs();
    expect(await db.creditNote.count({ where: { invoiceId: id } })).toBe(1);
    expect(await orderCredit(musician, order(id), NOW)).toEqual({ ok: false, code: 'not_allowed' });
    if (!answers[0].ok) return;
    expect((await db.charge.findMany({ where: { id: { in: charges } } })).map(({ state }) => state)).toEqual(['open', 'open']);
    await runOctober();
    expect((await db.invoice.findMany({ where: { organisationId }, orderBy: { serial: 'asc' } })).map(({ state }) => state)).toEqual([
      'void',
      'open',
    ]);
  });
});
