/** A series at the desk of staff: one row, what remains of its price, and one evening on which nobody came. */
import { beforeAll, expect, test } from 'vitest';
import { db, manager, NOW } from '../../support/stripe-world';
import { planOf, seriesDraft, tenant } from '../../support/series-world';

const { requestOccurrences } = await import('~/modules/bookings/request-occurrences.server');
const { cancelBooking } = await import('~/modules/bookings/cancel-booking.server');
const { loadAdminBookings } = await import('~/modules/bookings/admin-bookings.queries.server');
const { loadAdminBooking } = await import('~/modules/bookings/admin-booking.queries.server');
const { loadBookingPage } = await import('~/modules/bookings/booking-page.queries.server');
const { loadBookingSteps } = await import('~/modules/bookings/booking-steps.queries.server');
const { markNoShow, undoNoShow } = await import('~/modules/bookings/mark-no-show.server');

let bookingId = '';
let actor = manager;
const dates = () => db.occurrence.findMany({ where: { bookingId }, orderBy: { startsAt: 'asc' } });
const row = async () => (await loadAdminBookings({ search: (await loadAdminBooking(bookingId))?.reference })).items;

beforeAll(async () => {
  const { actor: member, organisationId } = await tenant();
  actor = { ...member, staffRoles: [] };
  const requested = await requestOccurrences(member, planOf(seriesDraft({ betaler: organisationId, ganger: '4' })), NOW);
  if (!requested.ok) throw new Error(requested.code);
  bookingId = requested.value.bookingId;
});

test('is one row with its number of dates and the first of those asked about', async () => {
  const [first, second] = await dates();
  const { totalOre } = await db.booking.findUniqueOrThrow({ where: { id: bookingId } });
  expect(await row()).toMatchObject([{ id: bookingId, count: 4, totalOre, start: first?.startsAt }]);
  const later = await loadAdminBookings({ from: '2027-01-13', search: 'k' });
  expect(later.items.filter(({ id }) => id === bookingId)).toMatchObject([{ count: 4, start: second?.startsAt }]);
});

test('after a date was called off, list, page and desk say what remains, as the invoice will', async () => {
  const [, second] = await dates();
  const { totalOre } = await db.booking.findUniqueOrThrow({ where: { id: bookingId } });
  const off = { bookingId, occurrenceIds: [second?.id ?? ''], waive: true, reason: 'Lekkasje', confirmedRefundOre: totalOre / 4 };
  expect(await cancelBooking(manager, off, NOW)).toMatchObject({ ok: true });
  const charges = await db.charge.findMany({ where: { occurrence: { bookingId } } });
  const remains = charges.reduce((sum, { grossOre }) => sum + grossOre, 0);
  expect(remains).toBe((totalOre * 3) / 4);
  expect(await row()).toMatchObject([{ count: 3, totalOre: remains }]);
  expect(await loadBookingPage(actor, bookingId, NOW)).toMatchObject({ totalOre, standingOre: remains });
  expect(await loadAdminBooking(bookingId)).toMatchObject({ totalOre, standingOre: remains });
});

test('nobody came one evening, and that is taken back the same day; the other dates are as they were', async () => {
  const [first] = await dates();
  const evening = new Date((first?.startsAt.getTime() ?? 0) + 1_800_000);
  expect(await markNoShow(manager, bookingId, evening)).toMatchObject({ ok: true });
  const states = async () => (await dates()).map(({ state }) => state);
  expect(await states()).toEqual(['no_show', 'cancelled', 'confirmed', 'confirmed']);
  const booking = await loadAdminBooking(bookingId);
  if (!booking) throw new Error('no booking');
  expect(await loadBookingSteps(manager, booking, evening)).toMatchObject({ undoNoShow: true });
  expect(await undoNoShow(manager, bookingId, new Date(evening.getTime() + 2 * 86_400_000))).toMatchObject({ code: 'too_late' });
  expect(await undoNoShow(manager, bookingId, evening)).toMatchObject({ ok: true });
  expect(await states()).toEqual(['confirmed', 'cancelled', 'confirmed', 'confirmed']);
  expect(await undoNoShow(manager, bookingId, evening)).toMatchObject({ code: 'not_no_show' });
});
