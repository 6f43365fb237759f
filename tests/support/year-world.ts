/**
 * The house over a year: two tenants, a contact of the first, and a clock that the stand-ins of Stripe and of Statistics Norway follow.
 * Import this before anything of the application.
 */
import type { AddressInfo } from 'node:net';
import { afterAll, expect, vi } from 'vitest';
import type { Actor } from '../../app/modules/identity/permissions';
import type { LeaseTerms } from '../../app/modules/leases/lease-terms';
import { createIndexServer } from '../../scripts/stand-ins/price-index/index-server';
import { camt054, type SamplePayment } from './bank-files';

// Each test is a month of work, with everything that its nights do.
vi.setConfig({ testTimeout: 60_000 });

const statistics = createIndexServer(() => new Date());
await new Promise<void>((resolve) => statistics.listen(0, '127.0.0.1', resolve));
process.env['KPI_API_BASE'] = `http://127.0.0.1:${(statistics.address() as AddressInfo).port}`;
afterAll(() => statistics.close());

const { bookingInput, control, db, house, manager, setStripeClock } = await import('./stripe-world');
const { finishJobs } = await import('./invoice-world');
const { newId } = await import('../../app/lib/ids.server');
const { toInstantOrAfterGap } = await import('../../app/lib/local-time');
const { SELLER } = await import('../../prisma/seed/data/seller');
const { createLease } = await import('../../app/modules/leases/create-lease.server');
const { signLease } = await import('../../app/modules/leases/sign-lease.server');
const { chargeDueRent } = await import('../../app/modules/leases/charge-rent.server');
const { rollLeaseClaims, turnLeases } = await import('../../app/modules/leases/follow-leases.server');
const { fetchPriceIndex } = await import('../../app/modules/leases/price-index/fetch-price-index.server');
const { requestBooking } = await import('../../app/modules/bookings/request-booking.server');
const { completeBookings } = await import('../../app/modules/bookings/complete-bookings.server');
const { importBankFile, uploadBankFile } = await import('../../app/modules/billing/bank/import-bank-file.server');
const { followInvoice } = await import('../../app/modules/billing/invoices/follow-invoice.server');
const { loadMonthPreview } = await import('../../app/modules/billing/invoices/month-preview.queries.server');
const { startRun } = await import('../../app/modules/billing/invoices/start-run.server');

export { db, finishJobs, house, manager };

export type Day = `${number}-${number}-${number}`;

const same = { onAccount: true, addressLine: 'Storgata 1', postalCode: '2050', city: 'Jessheim' };
/** A drawing office that rents a workshop with VAT, and a band with its Thursdays in a rehearsal room, which is exempt. */
export const office = { id: newId(), leaseId: '', name: 'Strek og flate AS' };
export const band = { id: newId(), leaseId: '', name: 'Frostrøyk' };
await db.organisation.createMany({
  data: [
    { ...same, id: office.id, name: office.name, kind: 'business', vatRegistered: true, email: 'post@strek.example' },
    { ...same, id: band.id, name: band.name, kind: 'association', email: 'kasserer@frostroyk.example' },
  ],
});
await db.room.updateMany({ where: { slug: { in: ['verkstedet', 'ovingsrom-5'] } }, data: { lettable: true } });
await db.membership.create({
  data: { id: newId(), organisationId: office.id, personId: house.accounts.tenant, role: 'contact', validFrom: new Date(0) },
});

/** The office's contact. */
export const contact: Actor = {
  personId: house.accounts.tenant,
  staffRoles: [],
  memberships: [{ organisationId: office.id, role: 'contact' }],
};

/** Half past nine in the morning of a day, after all that the nights before have done. */
export async function itIs(day: Day): Promise<Date> {
  const now = toInstantOrAfterGap(day, 9 * 60 + 30);
  vi.setSystemTime(now);
  await setStripeClock(now);
  await fetchPriceIndex(manager, now);
  await turnLeases(now);
  await rollLeaseClaims(now);
  await chargeDueRent(now);
  await completeBookings(now);
  await finishJobs();
  return now;
}

type Wanted = Partial<LeaseTerms> & Pick<LeaseTerms, 'organisationId' | 'roomId' | 'startsOn'> & { readonly monthlyNetOre: number };

export async function sign({ monthlyNetOre, ...wanted }: Wanted, now: Date): Promise<string> {
  const terms: LeaseTerms = {
    ...{ purpose: 'Arbeidsrom', weekly: [], endsOn: null, noticeMonths: 3, option: null, vat: 'exempt', taxableUseDeclaredOn: null },
    ...{ includedMinutes: 0, depositOre: 0, indexClause: 'none', indexBaseMonth: null, indexShareBp: 10_000, indexFloor: true },
    rent: [{ kind: 'rent', labelNb: 'Husleie', labelEn: 'Rent', monthlyNetOre, indexed: true }],
    ...wanted,
  };
  const made = await createLease(manager, { requestKey: newId(), terms }, now);
  if (!made.ok) throw new Error(made.code);
  const signed = await signLease(manager, made.value.leaseId, { keepBookings: true }, now);
  if (!signed.ok) throw new Error(signed.code);
  return made.value.leaseId;
}

/** Three hours of an afternoon in the sound studio, on the office's account. Answers what they cost, in øre with VAT. */
export async function bookStudio(day: Day, now: Date): Promise<number> {
  const slot = { start: toInstantOrAfterGap(day, 13 * 60), end: toInstantOrAfterGap(day, 16 * 60) };
  const input = bookingInput({ slot, roomSlug: 'lydstudio', paymentMethod: 'on_account', organisationId: office.id });
  const booked = await requestBooking(contact, input, now);
  if (!booked.ok) throw new Error(`${day}: ${booked.code}`);
  return (await db.booking.findUniqueOrThrow({ where: { id: booked.value.bookingId } })).totalOre;
}

/**
 * Invoices on the 15th of a month: the rent of the next month, and what was booked and used since the 15th before. Answers what each
 * tenant got, by name.
 */
export async function invoiceMonth(month: Day): Promise<Record<string, { netOre: number; vatOre: number }>> {
  const now = await itIs(`${month.slice(0, 8)}15` as Day);
  const started = await startRun(manager, { month, requestKey: newId() }, now);
  if (!started.ok) throw new Error(started.code);
  await finishJobs();
  const made = await db.invoice.findMany({
    where: { runId: started.value.runId, state: 'open' },
    select: { netOre: true, vatOre: true, organisation: { select: { name: true } } },
  });
  return Object.fromEntries(made.map(({ organisation, ...sums }) => [organisation.name, sums]));
}

/** A file from the bank, looked at and booked. */
export async function bankBooks(payments: readonly SamplePayment[], now: Date): Promise<void> {
  const date = now.toISOString().slice(0, 10);
  const named = payments.map((payment) => ({ reference: newId(), ...payment }));
  const bytes = new TextEncoder().encode(camt054(named, { account: SELLER.bankAccount, date }));
  const kept = await uploadBankFile(manager, { name: `${date}.xml`, bytes }, now);
  if (!kept.ok) throw new Error(kept.code);
  const booked = await importBankFile(manager, kept.value.fileId, now);
  expect(booked).toEqual({ ok: true, value: { booked: payments.length } });
}

/** The invoices that a tenant has not paid, the oldest first. */
export function openInvoices({ id }: { id: string }) {
  return db.invoice.findMany({
    where: { organisationId: id, state: { in: ['open', 'partly_paid'] } },
    orderBy: [{ issuedOn: 'asc' }, { serial: 'asc' }],
    select: { id: true, number: true, kid: true, grossOre: true, paidOre: true, creditedOre: true },
  });
}

/** Pays a tenant's open invoices in full, each by its reference. */
export async function payByBank(tenant: { id: string }, now: Date): Promise<void> {
  const open = await openInvoices(tenant);
  await bankBooks(
    open.map(({ kid, grossOre, paidOre, creditedOre }) => ({ kid: kid ?? '', amountOre: grossOre - paidOre - creditedOre })),
    now,
  );
}

/** Pays a tenant's oldest open invoice on Stripe's page, and lets the news of it arrive. */
export async function payByCard(tenant: { id: string }, now: Date): Promise<{ id: string }> {
  const [oldest] = await openInvoices(tenant);
  const { id, stripeInvoiceId } = await db.invoice.findUniqueOrThrow({ where: { id: oldest?.id ?? '' } });
  await control('POST', `/invoices/${stripeInvoiceId}/pay`);
  await followInvoice(stripeInvoiceId ?? '', now);
  return { id };
}

/** What an account of the books stands at, in øre; debit is positive. */
export async function balanceOf(account: string): Promise<number> {
  const { _sum } = await db.ledgerEntry.aggregate({ where: { accountNumber: account }, _sum: { amountOre: true } });
  return _sum.amountOre ?? 0;
}

/**
 * What must hold when a month has been invoiced: nothing that was due by then is unbilled; the books sum to nothing; what the tenants owe by
 * the books is what their invoices say, less what they have paid and nobody has placed; and no number of the series is missing.
 */
export async function expectBalance(month: Day): Promise<void> {
  const preview = await loadMonthPreview({ month, page: 1, size: 50 }, new Date());
  expect([preview.itemCount, preview.left.issuing], `unbilled in ${month}`).toEqual([0, 0]);
  const [books] = await db.$queryRaw<{ all: number; owed: number }[]>`
    SELECT coalesce(sum(amount_ore), 0)::int AS all, coalesce(sum(amount_ore) FILTER (WHERE account_number = '1500'), 0)::int AS owed
    FROM ledger_entry`;
  const [papers] = await db.$queryRaw<{ owed: number }[]>`
    SELECT ((SELECT coalesce(sum(gross_ore - paid_ore - credited_ore), 0) FROM invoice WHERE state NOT IN ('issuing', 'discarded'))
      - (SELECT coalesce(sum(p.amount_ore - p.returned_ore), 0) FROM incoming_payment p)
      + (SELECT coalesce(sum(amount_ore), 0) FROM allocation))::int AS owed`;
  expect({ month, ...books }).toEqual({ month, all: 0, owed: papers?.owed });
  const numbers = (await db.invoice.findMany({ where: { number: { not: null } }, select: { number: true } }))
    .map(({ number }) => Number(/\d+$/.exec(number ?? '')?.[0]))
    .toSorted((a, b) => a - b);
  expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index));
}
