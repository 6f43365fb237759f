/** Calling off some dates of a series: this one, this and the following, or all. */
import { beforeAll, expect, test } from 'vitest';
import { received } from '../../support/mail-world';
import { db, newMusician, NOW, payAt, runJobs, stateOf, stripeRefunds } from '../../support/stripe-world';
import { planOf, seriesDraft } from '../../support/series-world';

const { requestOccurrences } = await import('~/modules/bookings/request-occurrences.server');
const { openCheckout } = await import('~/modules/billing/open-checkout.server');
const { settleSession } = await import('~/modules/bookings/settle-checkout.server');
const { previewDatesCancellation } = await import('~/modules/bookings/series/dates-cancellation.queries.server');
const { previewPicked } = await import('~/modules/bookings/series/picked-cancellation.queries.server');
const { cancelPicked } = await import('~/modules/bookings/series/cancel-picked.server');
const { cancelDates } = await import('~/modules/bookings/series/cancel-dates.server');

const actor = await newMusician();
let bookingId = '';
let sessionId = '';
let ids: string[] = [];

beforeAll(async () => {
  await db.room.updateMany({ data: { horizonDays: 730 } });
  const requested = await requestOccurrences(actor, planOf(seriesDraft({ ganger: '5' })), NOW);
  if (!requested.ok || requested.value.checkoutId === null) throw new Error('not held');
  bookingId = requested.value.bookingId;
  await openCheckout(requested.value.checkoutId, NOW);
  sessionId = await payAt(bookingId);
  await settleSession(sessionId, NOW);
  ids = (await db.occurrence.findMany({ where: { bookingId }, orderBy: { startsAt: 'asc' } })).map(({ id }) => id);
  await runJobs(['bookings.mail']);
  received.length = 0;
});

async function cancel(occurrenceId: string, scope: 'this' | 'following' | 'all') {
  const preview = await previewDatesCancellation(actor, bookingId, occurrenceId, NOW);
  if (!preview.ok) return preview;
  const shown = preview.value.scopes.find((one) => one.scope === scope);
  const text = `${shown?.occurrenceIds.length}:${shown?.refundOre}`;
  return cancelDates(actor, { bookingId, occurrenceId, scope, shown: text, reason: '' }, NOW);
}

const states = async () => (await db.occurrence.findMany({ where: { bookingId }, orderBy: { startsAt: 'asc' } })).map(({ state }) => state);

test('shows counts and money first, and asks again when they are others', async () => {
  const preview = await previewDatesCancellation(actor, bookingId, ids[1] ?? '', NOW);
  const { totalOre } = await db.booking.findUniqueOrThrow({ where: { id: bookingId } });
  expect(preview.ok && preview.value.scopes.map(({ occurrenceIds, refundOre }) => [occurrenceIds.length, refundOre])).toEqual([
    [1, totalOre / 5],
    [4, (totalOre / 5) * 4],
    [5, totalOre],
  ]);
  const outdated = { bookingId, occurrenceId: ids[1] ?? '', scope: 'following' as const, shown: '3:1', reason: '' };
  expect(await cancelDates(actor, outdated, NOW)).toMatchObject({ ok: false, code: 'refund_changed' });
});

test('this date alone gives back its share, frees its room, is remembered, and the rest stands', async () => {
  const { totalOre } = await db.booking.findUniqueOrThrow({ where: { id: bookingId } });
  expect(await cancel(ids[1] ?? '', 'this')).toEqual({ ok: true, value: { refundOre: totalOre / 5 } });
  expect(await stateOf(bookingId)).toBe('confirmed');
  expect(await states()).toEqual(['confirmed', 'cancelled', 'confirmed', 'confirmed', 'confirmed']);
  expect(await db.claim.count({ where: { active: true, occurrence: { bookingId } } })).toBe(4);
  expect(await db.seriesException.findMany({ where: { bookingId } })).toMatchObject([
    { date: new Date('2027-01-19'), reason: 'cancelled' },
  ]);
  expect((await db.booking.findUniqueOrThrow({ where: { id: bookingId } })).sequence).toBe(1);
  await runJobs(['billing.send-refund', 'bookings.mail']);
  expect((await stripeRefunds(sessionId)).map(({ amount }) => amount)).toEqual([totalOre / 5]);
  expect(received).toHaveLength(1);
  expect(received[0]?.subject).toMatch(/^Avbestilt: Øvingsrom 1/);
});

test('this and the following is one mail and one refund; then all that is left ends the booking', async () => {
  received.length = 0;
  const { totalOre } = await db.booking.findUniqueOrThrow({ where: { id: bookingId } });
  expect(await cancel(ids[3] ?? '', 'following')).toEqual({ ok: true, value: { refundOre: (totalOre / 5) * 2 } });
  expect(await states()).toEqual(['confirmed', 'cancelled', 'confirmed', 'cancelled', 'cancelled']);
  await runJobs(['billing.send-refund', 'bookings.mail']);
  expect(received).toHaveLength(1);
  expect(await cancel(ids[0] ?? '', 'all')).toMatchObject({ ok: true });
  expect(await stateOf(bookingId)).toBe('cancelled');
  await runJobs(['billing.send-refund', 'bookings.mail']);
  expect((await stripeRefunds(sessionId)).reduce((sum, { amount }) => sum + amount, 0)).toBe(totalOre);
});

test('dates picked one by one: count and money first, once, and nothing else is called off', async () => {
  const picker = await newMusician();
  const draft = seriesDraft({ rom: ['ovingsrom-2'], ukedag: ['6'], dato: '2027-02-06', ganger: '4' });
  const requested = await requestOccurrences(picker, planOf(draft), NOW);
  if (!requested.ok || requested.value.checkoutId === null) throw new Error('not held');
  const { bookingId: own, checkoutId } = requested.value;
  await openCheckout(checkoutId, NOW);
  await settleSession(await payAt(own), NOW);
  const dates = (await db.occurrence.findMany({ where: { bookingId: own }, orderBy: { startsAt: 'asc' } })).map(({ id }) => id);
  const picked = [dates[0] ?? '', dates[2] ?? '', ids[0] ?? ''];
  const { totalOre } = await db.booking.findUniqueOrThrow({ where: { id: own } });
  const shown = await previewPicked(picker, own, picked, NOW);
  if (!shown.ok) throw new Error(shown.code);
  expect(shown.value).toMatchObject({ pickedCount: 2, refundOre: totalOre / 2, isAll: false });
  const wanted = { bookingId: own, occurrenceIds: picked, shown: shown.value.shown, reason: '' };
  expect(await cancelPicked(picker, { ...wanted, occurrenceIds: dates.slice(0, 2) }, NOW)).toMatchObject({ code: 'refund_changed' });
  expect(await cancelPicked(picker, { ...wanted, occurrenceIds: [] }, NOW)).toMatchObject({ code: 'nothing_picked' });
  expect(await cancelPicked(await newMusician(), wanted, NOW)).toMatchObject({ code: 'not_found' });
  expect(await cancelPicked(picker, wanted, NOW)).toEqual({ ok: true, value: { refundOre: totalOre / 2 } });
  expect(await cancelPicked(picker, wanted, NOW)).toMatchObject({ ok: false, code: 'refund_changed' });
  const states = (await db.occurrence.findMany({ where: { bookingId: own }, orderBy: { startsAt: 'asc' } })).map(({ state }) => state);
  expect(states).toEqual(['cancelled', 'confirmed', 'cancelled', 'confirmed']);
  const rest = await previewPicked(picker, own, [dates[1] ?? '', dates[3] ?? ''], NOW);
  expect(rest).toMatchObject({ value: { dates: [{ picked: true }, { picked: true }], isAll: true } });
});
