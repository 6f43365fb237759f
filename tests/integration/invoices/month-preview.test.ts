import { describe, expect, test } from 'vitest';
import { db, newCharge, newTenant, NOW, OCTOBER } from '../../support/invoice-world';
import { bookingInput, house, manager, slotAt } from '../../support/stripe-world';

const { loadMonthPreview } = await import('~/modules/billing/invoices/month-preview.queries.server');
const { requestBooking } = await import('~/modules/bookings/request-booking.server');

const preview = (month: typeof OCTOBER | '2026-11-01' = OCTOBER, now = NOW) => loadMonthPreview({ month, page: 1, size: 100 }, now);
const lineOf = async (organisationId: string, ...question: Parameters<typeof preview>) =>
  (await preview(...question)).items.find((item) => item.organisationId === organisationId);

describe('the month before it is invoiced', () => {
  test('says what each would pay, line by line, with VAT once for each rate', async () => {
    const tenant = await newTenant();
    for (const netOre of [1, 1, 99_999]) await newCharge(tenant, { netOre, vatBp: 2_500 });
    await newCharge(tenant, { netOre: 450_000 });
    const line = await lineOf(tenant);
    expect(line).toMatchObject({ netOre: 550_001, vatOre: 25_000, grossOre: 575_001, chargeCount: 4, stop: null });
    expect(line?.draft).toMatchObject({ netOre: 550_001, vatOre: 25_000, grossOre: 575_001 });
    expect(line?.oddities.map(({ kind }) => kind)).toEqual(['first_invoice']);
  });

  test('leaves out what comes later, and says how much that is', async () => {
    const tenant = await newTenant();
    const before = (await preview()).left.later;
    await newCharge(tenant, { netOre: 100, from: '2026-11-01', to: '2026-12-01' });
    expect(await lineOf(tenant)).toBeUndefined();
    expect((await preview()).left.later).toEqual({ count: before.count + 1, grossOre: before.grossOre + 100 });
    expect(await lineOf(tenant, '2026-11-01')).toMatchObject({ grossOre: 100 });
  });

  test('takes a booking on account when it is over, and not before', async () => {
    const tenant = await newTenant();
    const slot = slotAt(1, 10, 12);
    const input = bookingInput({ slot, paymentMethod: 'on_account', organisationId: tenant });
    const booked = await requestBooking(manager, input, NOW);
    if (!booked.ok) throw new Error(JSON.stringify(booked));
    expect(await lineOf(tenant, '2026-11-01', slot.start)).toBeUndefined();
    const over = await lineOf(tenant, '2026-11-01', slot.end);
    expect(over?.draft?.lines[0]?.description).toMatch(/Øvingsrom 1.*tir\. 24\.\snov\. 2026$/);
  });

  test('stops who has nothing to pay, no address or no mail, and counts them as left', async () => {
    const [credit, homeless, mute] = [await newTenant(), await newTenant({ addressLine: null }), await newTenant({ email: null })];
    await newCharge(credit, { netOre: 100 });
    await newCharge(credit, { netOre: -300 });
    for (const id of [homeless, mute]) await newCharge(id, { netOre: 500 });
    const { totals } = await preview();
    const stops = Object.fromEntries(totals.stopped.map(({ organisationId, stop }) => [organisationId, stop]));
    expect(stops[credit]).toEqual({ code: 'carried_forward', grossOre: -200 });
    expect(stops[homeless]).toEqual({ code: 'no_address' });
    expect(stops[mute]).toEqual({ code: 'no_mail' });
    await db.organisation.update({ where: { id: mute }, data: { invoiceEmail: 'her@leietaker.example' } });
    expect(await lineOf(mute)).toMatchObject({ stop: null });
  });

  test('has nothing of what was taken back whole, and both lines of what was taken back in part', async () => {
    const [whole, part] = [await newTenant(), await newTenant()];
    await newCharge(whole, { netOre: 500, sourceKey: 'w:1' });
    await newCharge(whole, { netOre: -500, sourceKey: 'w:1:credit' });
    await newCharge(part, { netOre: 500, sourceKey: 'p:1' });
    await newCharge(part, { netOre: -200, sourceKey: 'p:1:credit' });
    expect(await lineOf(whole)).toBeUndefined();
    expect(await lineOf(part)).toMatchObject({ grossOre: 300, chargeCount: 2 });
  });

  test('never has a unit of the house itself', async () => {
    const unit = await newTenant({ kind: 'internal' });
    const before = (await preview()).left.internal;
    await newCharge(unit, { netOre: 700 });
    expect(await lineOf(unit)).toBeUndefined();
    expect((await preview()).left.internal).toEqual({ count: before.count + 1, grossOre: before.grossOre + 700 });
  });

  test('goes to whoever takes care of invoices, in their language', async () => {
    const tenant = await newTenant();
    await newCharge(tenant, { netOre: 100 });
    await db.membership.create({
      data: { id: house.accounts.tenant, organisationId: tenant, personId: house.accounts.tenant, role: 'billing', validFrom: new Date(0) },
    });
    const { email } = await db.person.update({ where: { id: house.accounts.tenant }, data: { locale: 'en' } });
    expect((await lineOf(tenant))?.draft).toMatchObject({ buyer: { emails: [email] }, locale: 'en', lines: [{ description: 'Rent' }] });
  });
});
