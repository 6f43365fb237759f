import { afterEach, expect, test } from 'vitest';
import {
  bookingInput,
  confirmedBooking,
  control,
  db,
  heldBooking,
  house,
  manager,
  musician,
  newMusician,
  NOW,
  slotAt,
  standIn,
} from '../../support/stripe-world';

const { findReceipt } = await import('~/modules/bookings/find-receipt.server');
const { loadBookingPage } = await import('~/modules/bookings/booking-page.queries.server');
const { loadMyPage } = await import('~/modules/bookings/my-bookings.queries.server');
const { requestBooking } = await import('~/modules/bookings/request-booking.server');

afterEach(() => control('DELETE', '/faults'));

const tenant = {
  personId: house.accounts.tenant,
  staffRoles: [],
  memberships: [{ organisationId: house.organisations['Raknehaug lyd'] ?? '', role: 'booker' as const }],
};

test('the receipt of a paid booking is at Stripe, for owner, organisation and staff, and does not exist for others', async () => {
  const { bookingId } = await confirmedBooking(tenant, {
    slot: slotAt(3, 9, 11),
    organisationId: house.organisations['Raknehaug lyd'] ?? '',
  });
  const payment = await db.payment.findFirstOrThrow({ where: { bookingId } });
  const url = `${standIn.url}/i/${payment.stripeInvoiceId}`;
  const colleague = { ...tenant, personId: (await newMusician()).personId };
  for (const actor of [tenant, colleague, manager]) {
    expect(await findReceipt(actor, bookingId, null)).toEqual({ ok: true, value: { url } });
    expect(await findReceipt(actor, bookingId, payment.id)).toEqual({ ok: true, value: { url } });
  }
  expect(await findReceipt(await newMusician(), bookingId, null)).toMatchObject({ code: 'not_found' });
  expect(await findReceipt(tenant, bookingId, bookingId)).toMatchObject({ code: 'not_found' });
  expect((await fetch(url)).status).toBe(200);
  expect(await loadBookingPage(tenant, bookingId, NOW)).toMatchObject({ hasInvoice: true });
});

test('the list of receipts knows which have one', async () => {
  const { bookingId } = await confirmedBooking(musician, { slot: slotAt(3, 12, 14) });
  const whose = { personId: musician.personId ?? '', organisationIds: [], now: NOW };
  expect((await loadMyPage(whose)).receipts).toMatchObject([{ bookingId, kind: 'payment', hasInvoice: true }]);
  await db.payment.updateMany({ where: { bookingId }, data: { stripeInvoiceId: null } });
  expect((await loadMyPage(whose)).receipts).toMatchObject([{ bookingId, hasInvoice: false }]);
  expect(await findReceipt(musician, bookingId, null)).toMatchObject({ code: 'not_found' });
  expect(await loadBookingPage(musician, bookingId, NOW)).toMatchObject({ hasInvoice: false });
});

test('before anything is paid there is none', async () => {
  const { bookingId } = await heldBooking(musician, { slot: slotAt(3, 15, 17) });
  expect(await findReceipt(musician, bookingId, null)).toMatchObject({ code: 'not_found' });
  const free = await requestBooking(manager, bookingInput({ slot: slotAt(3, 18, 20), paymentMethod: 'free' }), NOW);
  expect(free.ok && (await findReceipt(manager, free.value.bookingId, null))).toMatchObject({ code: 'not_found' });
});

test('a silent payment service is told kindly, and later it is there', async () => {
  const { bookingId } = await confirmedBooking(musician, { slot: slotAt(4, 9, 11) });
  await control('POST', '/faults', { match: 'GET /v1/invoices/*', kind: 'lost_response', times: 3 });
  expect(await findReceipt(musician, bookingId, null)).toMatchObject({ ok: false, code: 'payment_service_silent' });
  expect(await findReceipt(musician, bookingId, null)).toMatchObject({ ok: true });
});
