/** Hours that a lease includes are used up first when its organisation books on account. */
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '~/modules/identity/permissions';
import { bookingInput, db, house, manager, NOW, slotAt } from '../../support/stripe-world';

const { newId } = await import('~/lib/ids.server');
const { localDateOf } = await import('~/lib/local-time');
const { previewBooking } = await import('~/modules/bookings/booking-preview.queries.server');
const { requestBooking } = await import('~/modules/bookings/request-booking.server');
const { cancelBooking } = await import('~/modules/bookings/cancel-booking.server');
const { loadAllowances } = await import('~/modules/pricing/allowance.queries.server');

const TENANT = 'Raknehaug lyd';
const organisationId = house.organisations[TENANT] ?? '';
const booker: Actor = { personId: house.accounts.tenant, staffRoles: [], memberships: [{ organisationId, role: 'booker' }] };
let atOnce = false;
const DECEMBER = { from: '2026-12-01', to: '2026-12-31' } as const;

beforeAll(async () => {
  const lease = { id: newId(), organisationId, state: 'running' as const, purpose: 'Atelier', requestKey: newId(), noticeMonths: 1 };
  const terms = { startsOn: new Date('2026-01-01'), vat: 'exempt' as const, indexClause: 'none' as const, includedMinutes: 300 };
  await db.lease.create({ data: { ...lease, ...terms }, select: { id: true } });
});

const left = async () => (await loadAllowances(db, { organisationId, dates: DECEMBER, lock: false }, NOW))[0]?.leftMinutes;

/** Looks at the price first, as the form does; unless several book at once, it is the price of the booking. */
async function book(days: number, from: number, to: number, paymentMethod: 'on_account' | 'card' = 'on_account'): Promise<string> {
  const choice = { slot: slotAt(days, from, to), roomSlug: 'ovingsrom-2', people: 3, paymentMethod };
  const shown = await previewBooking({
    ...{ ...choice, date: localDateOf(choice.slot.start), equipment: [], organisation: { id: organisationId, onAccount: true } },
    ...{ groups: ['permanent_actor'], actor: booker, now: NOW },
  });
  const expectedTotalOre = shown?.decision?.ok ? shown.decision.value.quote.totalOre : null;
  const input = bookingInput({ ...choice, organisationId, expectedTotalOre: atOnce ? null : expectedTotalOre });
  const booked = await requestBooking(booker, input, NOW);
  if (!booked.ok) throw new Error(booked.code);
  return booked.value.bookingId;
}

const charged = async (bookingId: string) => {
  const rows = await db.charge.findMany({ where: { occurrence: { bookingId } }, select: { netOre: true } });
  return rows.reduce((sum, { netOre }) => sum + netOre, 0);
};
const priceOf = async (bookingId: string) => (await db.booking.findUniqueOrThrow({ where: { id: bookingId } })).totalOre;

test('what is within them costs nothing, what is above them costs its price, and calling off gives them back', async () => {
  const within = await book(10, 9, 12);
  expect([await priceOf(within), await charged(within), await left()]).toEqual([0, 0, 120]);
  const above = await book(11, 9, 12);
  const full = await book(14, 9, 12);
  expect(await left()).toBe(0);
  expect([await priceOf(above), await charged(above)]).toEqual([(await priceOf(full)) / 3, (await priceOf(full)) / 3]);
  const preview = { bookingId: within, waive: true, reason: 'Syk', confirmedRefundOre: 0 };
  expect(await cancelBooking(manager, preview, NOW)).toMatchObject({ ok: true });
  expect(await left()).toBe(180);
});

test('two at once do not use the same hours, and a card uses none', async () => {
  await book(15, 9, 10, 'card');
  expect(await left()).toBe(180);
  atOnce = true;
  const [first, second] = await Promise.all([book(16, 9, 12), book(17, 9, 12)]);
  expect([await priceOf(first), await priceOf(second)].filter((total) => total === 0)).toHaveLength(1);
  expect(await left()).toBe(0);
});
