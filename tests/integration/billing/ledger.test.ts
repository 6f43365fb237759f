import { describe, expect, test } from 'vitest';
import { confirmedBooking, control, db, house, manager, musician, NOW, runJobs, slotAt } from '../../support/stripe-world';
import type { Voucher } from '~/modules/billing/ledger/postings';

const { inTransaction } = await import('~/infrastructure/db.server');
const { findViolation } = await import('~/infrastructure/db-errors.server');
const { newId } = await import('~/lib/ids.server');
const { toDateColumn } = await import('~/lib/local-time');
const { cancelBooking } = await import('~/modules/bookings/cancel-booking.server');
const { confirmRefund } = await import('~/modules/billing/confirm-refund.server');
const { settleRefund } = await import('~/modules/billing/settle-refund.server');
const { bookMissingSales } = await import('~/modules/billing/ledger/book-card-sale.server');
const { invoiceIssued, paymentReceived } = await import('~/modules/billing/ledger/postings');
const { postVoucher } = await import('~/modules/billing/ledger/post-voucher.server');

const organisationId = Object.values(house.organisations)[0] ?? '';

const payment = (changes: Partial<Parameters<typeof paymentReceived>[0]> = {}): Voucher =>
  paymentReceived({
    paymentId: newId(),
    on: '2026-11-20',
    amountOre: 10_000,
    way: 'bank',
    organisationId,
    text: 'Innbetaling',
    ...changes,
  });

const post = (voucher: Voucher) => inTransaction(async (tx) => postVoucher(tx, voucher));

async function entriesOf(keyPart: string): Promise<string[]> {
  const vouchers = await db.voucher.findMany({
    where: { key: { startsWith: keyPart } },
    orderBy: { number: 'asc' },
    include: { entries: { orderBy: { position: 'asc' } } },
  });
  return vouchers.flatMap(({ entries }) => entries.map(({ accountNumber, amountOre }) => `${accountNumber} ${amountOre}`));
}

const refusedBy = (work: Promise<unknown>) =>
  work.then(
    () => 'accepted',
    (error: unknown) => findViolation(error)?.constraint ?? /constraint "(\w+)"/.exec(String(error))?.[1] ?? String(error),
  );

describe('the ledger', () => {
  test('books an event once, however often it is asked', async () => {
    const voucher = payment();
    expect(await Promise.all([post(voucher), post(voucher), post(voucher)])).toEqual(expect.arrayContaining([true, false, false]));
    expect(await entriesOf(voucher.key)).toEqual(['1920 10000', '1500 -10000']);
  });

  test('takes no voucher that does not add up', async () => {
    const voucher = payment();
    const crooked = { ...voucher, postings: voucher.postings.slice(0, 1) };
    expect(await refusedBy(post(crooked))).toBe('voucher_balanced');
    expect(await entriesOf(voucher.key)).toEqual([]);
  });

  test('is never changed, and nothing is taken out of it', async () => {
    const voucher = payment();
    await post(voucher);
    const { id } = await db.voucher.findUniqueOrThrow({ where: { key: voucher.key } });
    expect(await refusedBy(db.ledgerEntry.updateMany({ where: { voucherId: id }, data: { amountOre: 1 } }))).toBe('ledger_append_only');
    expect(await refusedBy(db.ledgerEntry.deleteMany({ where: { voucherId: id } }))).toBe('ledger_append_only');
    expect(await refusedBy(db.voucher.update({ where: { id }, data: { text: 'noe annet' } }))).toBe('ledger_append_only');
  });

  test('books each kind of sale on the account of the chart', async () => {
    const sale = (kind: 'booking' | 'rent' | 'deposit', vatCode: string, vatBp: number) => ({
      ...{ kind, vatCode, vatBp, text: kind, netOre: 1_000 },
    });
    const lines = [
      sale('rent', '6', 0),
      sale('rent', '3', 2_500),
      sale('booking', '6', 0),
      sale('booking', '33', 1_200),
      sale('deposit', '7', 0),
    ];
    const vat = [
      { vatCode: '3', vatBp: 2_500, vatOre: 250 },
      { vatCode: '33', vatBp: 1_200, vatOre: 120 },
    ];
    const issued = invoiceIssued({ invoiceId: newId(), organisationId, number: '1', on: '2026-11-20', lines, vat });
    await post({ ...issued, invoiceId: null });
    expect(await entriesOf(issued.key)).toEqual([
      ...['1500 5370', '3600 -1000', '3610 -1000', '3200 -1000', '3000 -1000', '2990 -1000', '2700 -250', '2702 -120'],
    ]);
  });

  test('has what comes late in the month after the closed one', async () => {
    const [early, late] = [payment({ on: '2026-01-20' }), payment({ on: '2026-01-20' })];
    await post(early);
    await db.closedMonth.create({ data: { month: toDateColumn('2026-01-01'), closedById: house.accounts.manager } });
    await post(late);
    const dated = await db.voucher.findMany({ where: { key: { in: [early.key, late.key] } }, orderBy: { number: 'asc' } });
    expect(dated.map(({ datedOn }) => datedOn)).toEqual([toDateColumn('2026-01-20'), toDateColumn('2026-02-01')]);
    const data = { id: newId(), key: newId(), kind: 'payment' as const, datedOn: toDateColumn('2025-12-31'), text: '' };
    expect(await refusedBy(db.voucher.create({ data }))).toBe('voucher_in_open_month');
  });
});

async function cancelledBooking(days: number) {
  const made = await confirmedBooking(musician, { slot: slotAt(days, 9, 11) });
  const { totalOre } = await db.booking.findUniqueOrThrow({ where: { id: made.bookingId } });
  await cancelBooking(musician, { bookingId: made.bookingId, waive: false, reason: '', confirmedRefundOre: totalOre }, NOW);
  await runJobs(['billing.send-refund']);
  const { id: refundId, stripeRefundId } = await db.refund.findFirstOrThrow({ where: { bookingId: made.bookingId } });
  const { id: paymentId } = await db.payment.findFirstOrThrow({ where: { bookingId: made.bookingId } });
  return { ...made, totalOre, refundId, paymentId, stripeRefundId: stripeRefundId ?? '' };
}

describe('a booking paid by card', () => {
  test('is sold and paid in the books in the moment it is recorded, and taken back when Stripe has taken its refund', async () => {
    const { paymentId, refundId, totalOre } = await cancelledBooking(8);
    expect(await entriesOf(`card_sale:${paymentId}`)).toEqual([`1580 ${totalOre}`, `3200 ${-totalOre}`]);
    expect(await entriesOf(`card_refund:${refundId}`)).toEqual([`1580 ${-totalOre}`, `3200 ${totalOre}`]);
  });

  test('whose refund bounced is sold as before, until the money went back by bank', async () => {
    const { refundId, totalOre, stripeRefundId } = await cancelledBooking(9);
    await control('POST', `/refunds/${stripeRefundId}/fail`, {});
    await confirmRefund(stripeRefundId, NOW);
    await confirmRefund(stripeRefundId, NOW);
    const bounced = [`1580 ${-totalOre}`, `3200 ${totalOre}`, `1580 ${totalOre}`, `3200 ${-totalOre}`];
    expect(await entriesOf(`card_refund:${refundId}`)).toEqual(bounced);
    await settleRefund(manager, refundId, NOW);
    expect(await entriesOf(`card_refund:${refundId}`)).toEqual([...bounced, `1920 ${-totalOre}`, `3200 ${totalOre}`]);
  });

  test('before there were books is made up for, once', async () => {
    const { paymentId, refundId, totalOre } = await cancelledBooking(10);
    await db.$executeRaw`ALTER TABLE ledger_entry DISABLE TRIGGER USER`;
    await db.$executeRaw`ALTER TABLE voucher DISABLE TRIGGER USER`;
    const keys = { OR: [{ key: { startsWith: `card_sale:${paymentId}` } }, { key: { startsWith: `card_refund:${refundId}` } }] };
    await db.ledgerEntry.deleteMany({ where: { voucher: keys } });
    await db.voucher.deleteMany({ where: keys });
    await db.$executeRaw`ALTER TABLE ledger_entry ENABLE TRIGGER USER`;
    await db.$executeRaw`ALTER TABLE voucher ENABLE TRIGGER USER`;
    expect(await bookMissingSales(NOW)).toBe(2);
    expect(await bookMissingSales(NOW)).toBe(0);
    expect(await entriesOf(`card_sale:${paymentId}`)).toEqual([`1580 ${totalOre}`, `3200 ${-totalOre}`]);
    expect(await entriesOf(`card_refund:${refundId}`)).toEqual([`1580 ${-totalOre}`, `3200 ${totalOre}`]);
  });
});
