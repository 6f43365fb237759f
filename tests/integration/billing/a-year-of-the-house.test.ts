/**
 * A year of the house, month by month, as the manager, the bookkeeper, a drawing office and a band live it; the clocks of the stand-ins go
 * along. At each month's end nothing is left to bill, and the books say what the papers say, to the øre. The months build on each other.
 */
import { expect, test } from 'vitest';
import {
  balanceOf,
  band,
  bankBooks,
  bookStudio,
  db,
  expectBalance,
  finishJobs,
  house,
  invoiceMonth,
  itIs,
  manager,
  office,
  openInvoices,
  payByBank,
  payByCard,
  sign,
} from '../../support/year-world';

const { newId } = await import('~/lib/ids.server');
const { notifyAdjustment } = await import('~/modules/leases/price-index/notify-adjustment.server');
const { findAdjustmentsPage } = await import('~/modules/leases/price-index/adjustments-page.queries.server');
const { giveNotice } = await import('~/modules/leases/give-notice.server');
const { askDeposit, moveDeposit } = await import('~/modules/leases/move-deposit.server');
const { orderCredit } = await import('~/modules/billing/invoices/credit/order-credit.server');
const { returnPayment } = await import('~/modules/billing/incoming/return-payment.server');

/** Rents without VAT, a month. */
const WORKSHOP = 800_000;
const THURSDAYS = 150_000;
/** 17 of January's 31 days. */
const WORKSHOP_IN_JANUARY = 438_710;
const BANDS_DEPOSIT = 300_000;
/** The account of what is held for others. */
const DEPOSITS = '2990';

test('December: both sign; the office will move in on the 15th of January and pays for 17 days of 31, with VAT; the band pays without', async () => {
  const now = await itIs('2026-12-01');
  office.leaseId = await sign(
    {
      ...{ organisationId: office.id, roomId: house.rooms['verkstedet'] ?? '', startsOn: '2027-01-15', monthlyNetOre: WORKSHOP },
      ...{ vat: 'voluntary', taxableUseDeclaredOn: '2026-12-01', indexClause: 'commercial', indexBaseMonth: '2026-10-01' },
      includedMinutes: 3 * 60,
    },
    now,
  );
  band.leaseId = await sign(
    {
      ...{ organisationId: band.id, roomId: house.rooms['ovingsrom-5'] ?? '', startsOn: '2027-01-01', monthlyNetOre: THURSDAYS },
      depositOre: BANDS_DEPOSIT,
      weekly: [{ weekday: 4, fromMinute: 18 * 60, toMinute: 21 * 60 }],
    },
    now,
  );
  expect(await openInvoices(office)).toEqual([]);
  expect(await askDeposit(manager, band.leaseId, now)).toMatchObject({ ok: true });
  expect(await invoiceMonth('2026-12-01')).toEqual({
    [office.name]: { netOre: WORKSHOP_IN_JANUARY, vatOre: 109_678 },
    [band.name]: { netOre: THURSDAYS + BANDS_DEPOSIT, vatOre: 0 },
  });
  // It is owed back: no income.
  expect(await balanceOf(DEPOSITS)).toBe(-BANDS_DEPOSIT);
  await expectBalance('2026-12-01');
});

test('January: both pay by bank, by the references of their invoices', async () => {
  const now = await itIs('2027-01-11');
  await payByBank(office, now);
  await payByBank(band, now);
  expect([await openInvoices(office), await openInvoices(band)]).toEqual([[], []]);
  expect(await invoiceMonth('2027-01-01')).toEqual({
    [office.name]: { netOre: WORKSHOP, vatOre: WORKSHOP / 4 },
    [band.name]: { netOre: THURSDAYS, vatOre: 0 },
  });
  await expectBalance('2027-01-01');
});

test('February: the office uses the studio, first within the hours of its lease and then above; the band pays half of what it owes', async () => {
  const now = await itIs('2027-02-11');
  await payByBank(office, now);
  const [owed] = await openInvoices(band);
  await bankBooks([{ kid: owed?.kid ?? '', amountOre: THURSDAYS / 2 }], now);
  expect(await openInvoices(band)).toMatchObject([{ grossOre: THURSDAYS, paidOre: THURSDAYS / 2 }]);
  expect(await bookStudio('2027-02-17', now)).toBe(0);
  expect(await bookStudio('2027-02-24', now)).toBeGreaterThan(0);
  expect((await invoiceMonth('2027-02-01'))[office.name]?.netOre).toBe(WORKSHOP);
  await expectBalance('2027-02-01');
});

test('March: what was used above the hours in February stands on an invoice once it is over', async () => {
  const now = await itIs('2027-03-11');
  await payByBank(office, now);
  const invoiced = await invoiceMonth('2027-03-01');
  const lines = await db.invoiceLine.findMany({
    where: { invoice: { organisationId: office.id, state: 'open' } },
    orderBy: { position: 'asc' },
    select: { netOre: true, charge: { select: { kind: true } } },
  });
  expect(lines.map(({ charge }) => charge?.kind).toSorted()).toEqual(['booking', 'rent']);
  expect(lines.reduce((sum, { netOre }) => sum + netOre, 0)).toBe(invoiced[office.name]?.netOre);
  await expectBalance('2027-03-01');
});

test('April: the band pays all it owes, and by mistake the last once more; the bank sends it back', async () => {
  const now = await itIs('2027-04-09');
  await payByBank(office, now);
  const last = (await openInvoices(band)).at(-1);
  await payByBank(band, now);
  const later = await itIs('2027-04-12');
  await bankBooks([{ kid: last?.kid ?? '', amountOre: THURSDAYS }], later);
  const twice = await db.incomingPayment.findFirstOrThrow({ where: { kid: last?.kid ?? '' }, orderBy: { id: 'desc' } });
  expect(await db.paymentDifference.count({ where: { kind: 'invoice_paid_twice' } })).toBe(1);
  const back = { requestKey: twice.id, paymentId: twice.id, amountOre: THURSDAYS, returnedOn: '2027-04-12', reference: 'Retur 1' } as const;
  expect(await returnPayment(manager, back, later)).toMatchObject({ ok: true });
  await invoiceMonth('2027-04-01');
  await expectBalance('2027-04-01');
});

test('May: a month like others', async () => {
  const now = await itIs('2027-05-11');
  await payByBank(office, now);
  await payByBank(band, now);
  await invoiceMonth('2027-05-01');
  await expectBalance('2027-05-01');
});

test('June: the office pays by card; the heating was off, and a part of the rent goes back to the card with a credit note', async () => {
  const now = await itIs('2027-06-11');
  const invoice = await payByCard(office, now);
  await payByBank(band, now);
  const [line] = await db.invoiceLine.findMany({ where: { invoiceId: invoice.id, charge: { kind: 'rent' } } });
  const wish = (netOre: number) => ({ kind: 'lines' as const, lines: [{ invoiceLineId: line?.id ?? '', netOre }] });
  const order = { invoiceId: invoice.id, reason: 'Varmen var borte en uke', billAgain: false };
  const tooMuch = { ...order, wish: wish(WORKSHOP + 1), requestKey: newId() };
  expect(await orderCredit(manager, tooMuch, now)).toMatchObject({ code: 'more_than_left', leftOre: WORKSHOP });
  expect(await orderCredit(manager, { ...order, wish: wish(200_000), requestKey: newId() }, now)).toMatchObject({ ok: true });
  await finishJobs();
  expect(await db.creditNote.findFirst({ where: { invoiceId: invoice.id } })).toMatchObject({
    ...{ state: 'issued', netOre: 200_000, vatOre: 50_000, refundOre: 250_000 },
  });
  await invoiceMonth('2027-06-01');
  await expectBalance('2027-06-01');
});

test('July: an invoice of the band was wrong; it is credited whole, and what it was for is invoiced again', async () => {
  const now = await itIs('2027-07-11');
  await payByBank(office, now);
  const [wrong] = await openInvoices(band);
  const order = {
    invoiceId: wrong?.id ?? '',
    wish: { kind: 'whole' as const },
    reason: 'Feil adresse',
    billAgain: true,
    requestKey: newId(),
  };
  expect(await orderCredit(manager, order, now)).toMatchObject({ ok: true });
  await finishJobs();
  expect(await openInvoices(band)).toEqual([]);
  expect((await invoiceMonth('2027-07-01'))[band.name]).toEqual({ netOre: 2 * THURSDAYS, vatOre: 0 });
  await expectBalance('2027-07-01');
});

test('August: the band gives notice, which runs for three months from the month’s end', async () => {
  const now = await itIs('2027-08-11');
  await payByBank(office, now);
  await payByBank(band, now);
  const notice = { leaseId: band.leaseId, by: 'landlord', toldEndsOn: '2027-12-01' } as const;
  expect(await giveNotice(manager, notice, now)).toEqual({ ok: true, value: { endsOn: '2027-12-01' } });
  await invoiceMonth('2027-08-01');
  await expectBalance('2027-08-01');
});

test.each(['2027-09-01', '2027-10-01'] as const)('%s: rent of the next month as before', async (month) => {
  const now = await itIs(`${month.slice(0, 8)}11` as typeof month);
  await payByBank(office, now);
  await payByBank(band, now);
  expect((await invoiceMonth(month))[band.name]).toEqual({ netOre: THURSDAYS, vatOre: 0 });
  await expectBalance(month);
});

test('November: the band pays its last invoice, and gets no more', async () => {
  const now = await itIs('2027-11-11');
  await payByBank(office, now);
  await payByBank(band, now);
  expect(Object.keys(await invoiceMonth('2027-11-01'))).toEqual([office.name]);
  expect(await openInvoices(band)).toEqual([]);
  await expectBalance('2027-11-01');
});

test('December: the band is out and gets its deposit back, but for a window; November’s index is known, and the office pays by it from New Year, from its first rent', async () => {
  const now = await itIs('2027-12-11');
  expect(await db.lease.findUnique({ where: { id: band.leaseId } })).toMatchObject({ state: 'ended' });
  await payByBank(office, now);
  const reason = 'Et vindu måtte skiftes';
  const same = { leaseId: band.leaseId, on: '2027-12-11' } as const;
  const kept = { ...same, requestKey: newId(), kind: 'kept', amountOre: 60_000, reason } as const;
  const back = { ...same, requestKey: newId(), kind: 'returned', amountOre: BANDS_DEPOSIT - 60_000, reason: null } as const;
  expect(await moveDeposit(manager, { ...back, amountOre: BANDS_DEPOSIT + 1 }, now)).toMatchObject({ code: 'deposit_too_much' });
  expect(await moveDeposit(manager, kept, now)).toMatchObject({ ok: true });
  expect(await moveDeposit(manager, back, now)).toMatchObject({ ok: true });
  expect(await balanceOf(DEPOSITS)).toBe(0);
  const [due] = (await findAdjustmentsPage(now)).due;
  expect(due).toMatchObject({ leaseId: office.leaseId, effectiveOn: '2028-01-01', oldOre: WORKSHOP });
  const seen = { leaseId: office.leaseId, effectiveOn: '2028-01-01', newOre: due?.newOre ?? 0 } as const;
  expect(await notifyAdjustment(manager, seen, now)).toMatchObject({ ok: true });
  const { baseTenths, targetTenths } = await db.indexAdjustment.findFirstOrThrow({ where: { leaseId: office.leaseId } });
  const invoiced = await invoiceMonth('2027-12-01');
  // Commercial rents follow the index to the nearest krone.
  expect(invoiced[office.name]?.netOre).toBe(Math.round((WORKSHOP * targetTenths) / baseTenths / 100) * 100);
  await expectBalance('2027-12-01');
});

test('January: the office pays, and nobody owes the house anything', async () => {
  await payByBank(office, await itIs('2028-01-11'));
  expect([await openInvoices(office), await openInvoices(band)]).toEqual([[], []]);
  await expectBalance('2028-01-01');
});
