import { describe, expect, test } from 'vitest';
import {
  bookingInput,
  confirmedBooking,
  db,
  house,
  manager,
  musician,
  newMusician,
  NOW,
  runJobs,
  slotAt,
  standIn,
  stateOf,
  stripeRefunds,
} from '../../support/stripe-world';

const { requestBooking } = await import('~/modules/bookings/request-booking.server');
const { cancelBooking } = await import('~/modules/bookings/cancel-booking.server');
const { previewCancellation } = await import('~/modules/bookings/cancellation-preview.queries.server');
const { markNoShow, undoNoShow } = await import('~/modules/bookings/mark-no-show.server');
const { completeBookings } = await import('~/modules/bookings/complete-bookings.server');

type Actor = typeof musician;
const HOUR = 60 * 60_000;

const roomWith = async (policy: string) =>
  (await db.room.findFirstOrThrow({ where: { cancellationPolicy: { slug: policy }, bookable: true }, orderBy: { position: 'asc' } })).slug;

async function cancel(actor: Actor, bookingId: string, now: Date, more: { waive?: boolean; reason?: string } = {}) {
  const waive = more.waive ?? false;
  const preview = await previewCancellation(actor, bookingId, { waive }, now);
  if (!preview.ok) return preview;
  return cancelBooking(actor, { bookingId, waive, reason: more.reason ?? '', confirmedRefundOre: preview.value.refundOre }, now);
}

async function creditNoteOf(bookingId: string) {
  const refund = await db.refund.findFirstOrThrow({ where: { bookingId } });
  const headers = { authorization: 'Bearer sk_test_unit' };
  const read = async (path: string) =>
    (await (await fetch(`${standIn.url}/v1/credit_notes/${refund.stripeCreditNoteId}${path}`, { headers })).json()) as never;
  const note: { total: number; metadata: Record<string, string> } = await read('');
  const lines: { data: { description: string; amount: number }[] } = await read('/lines');
  return { note, lines: lines.data, refund };
}

describe('cancelling', () => {
  test('in good time gives everything back through a credit note, line by line', async () => {
    const slot = slotAt(3, 18, 20);
    const { bookingId, sessionId } = await confirmedBooking(musician, { slot, roomSlug: await roomWith('eight-hours') });
    const booking = await db.booking.findUniqueOrThrow({ where: { id: bookingId } });
    expect(await cancel(musician, bookingId, NOW)).toEqual({ ok: true, value: { refundOre: booking.totalOre } });
    expect((await runJobs(['billing.send-refund'])).failed).toEqual([]);
    expect(await stripeRefunds(sessionId)).toMatchObject([{ amount: booking.totalOre, status: 'succeeded' }]);
    const { note, lines, refund } = await creditNoteOf(bookingId);
    expect(note.total).toBe(booking.totalOre);
    expect(lines.reduce((sum, line) => sum + line.amount, 0)).toBe(booking.totalOre);
    expect(refund).toMatchObject({ state: 'succeeded', reason: 'cancelled_by_customer' });
  });

  test('in between gives half back, to the øre, with the same VAT split as was paid', async () => {
    const slug = await roomWith('large-hall');
    const equipment = await db.roomEquipment.findMany({ where: { room: { slug } }, take: 2 });
    const { bookingId, sessionId } = await confirmedBooking(musician, {
      slot: slotAt(8, 18, 21),
      roomSlug: slug,
      equipment: equipment.map(({ equipmentItemId }) => ({ itemId: equipmentItemId, quantity: 1 })),
    });
    const booking = await db.booking.findUniqueOrThrow({ where: { id: bookingId }, include: { quoteLines: true } });
    expect(booking.vatOre).toBeGreaterThan(0);
    const half = Math.round(booking.totalOre / 2);
    expect(await cancel(musician, bookingId, NOW)).toEqual({ ok: true, value: { refundOre: half } });
    await runJobs(['billing.send-refund']);
    expect(await stripeRefunds(sessionId)).toMatchObject([{ amount: half }]);
    const { lines, refund } = await creditNoteOf(bookingId);
    expect(lines).toHaveLength((refund.lines as unknown[]).length);
    expect(lines.reduce((sum, line) => sum + line.amount, 0)).toBe(half);
    const charges = await db.charge.findMany({ where: { occurrence: { bookingId } } });
    expect(charges.reduce((sum, charge) => sum + charge.grossOre, 0)).toBe(booking.totalOre - half);
    for (const credit of charges.filter((charge) => charge.grossOre < 0)) {
      expect(Math.abs(credit.vatOre * 10_000 - credit.netOre * credit.vatBp)).toBeLessThanOrEqual(10_000);
    }
  });

  test('too late gives nothing back, but frees the room', async () => {
    const slot = slotAt(4, 18, 20);
    const { bookingId, sessionId } = await confirmedBooking(musician, { slot });
    const tooLate = new Date(slot.start.getTime() - 8 * HOUR + 1);
    expect(await cancel(musician, bookingId, tooLate)).toEqual({ ok: true, value: { refundOre: 0 } });
    expect(await db.refund.count({ where: { bookingId } })).toBe(0);
    expect(await stripeRefunds(sessionId)).toEqual([]);
    expect(await requestBooking(await newMusician(), bookingInput({ slot }), NOW)).toMatchObject({ ok: true });
  });

  test('at the very last moment of the free time is free', async () => {
    const slot = slotAt(5, 18, 20);
    const { bookingId } = await confirmedBooking(musician, { slot });
    const { totalOre } = await db.booking.findUniqueOrThrow({ where: { id: bookingId } });
    const lastMoment = new Date(slot.start.getTime() - 8 * HOUR);
    expect(await cancel(musician, bookingId, lastMoment)).toEqual({ ok: true, value: { refundOre: totalOre } });
  });

  test('asks again when the amount that was shown is no longer right, and changes nothing', async () => {
    const slot = slotAt(8, 12, 14);
    const { bookingId } = await confirmedBooking(musician, { slot });
    const { totalOre } = await db.booking.findUniqueOrThrow({ where: { id: bookingId } });
    const tooLate = new Date(slot.start.getTime() - HOUR);
    const refused = await cancelBooking(musician, { bookingId, waive: false, reason: '', confirmedRefundOre: totalOre }, tooLate);
    expect(refused).toMatchObject({ ok: false, code: 'refund_changed', refundOre: 0 });
    expect(await stateOf(bookingId)).toBe('confirmed');
  });

  test('takes the door code away, raises the calendar’s sequence and happens once', async () => {
    const { bookingId } = await confirmedBooking(musician, { slot: slotAt(8, 15, 17) });
    await cancel(musician, bookingId, NOW);
    expect(await cancel(musician, bookingId, NOW)).toMatchObject({ ok: false, code: 'already_cancelled' });
    const booking = await db.booking.findUniqueOrThrow({
      where: { id: bookingId },
      include: { occurrences: { include: { accessGrant: true, claims: true } } },
    });
    expect(booking).toMatchObject({ state: 'cancelled', sequence: 1, cancelledBy: 'customer' });
    expect(booking.occurrences[0]?.accessGrant?.revokedAt).toEqual(NOW);
    expect(booking.occurrences[0]?.claims.every((claim) => !claim.active)).toBe(true);
    expect(await db.refund.count({ where: { bookingId } })).toBe(1);
  });

  test('twice at once cancels once', async () => {
    const { bookingId } = await confirmedBooking(musician, { slot: slotAt(9, 12, 14) });
    const answers = await Promise.all([1, 2, 3].map(() => cancel(musician, bookingId, NOW)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await db.refund.count({ where: { bookingId } })).toBe(1);
  });

  test('somebody else’s booking is as if it did not exist', async () => {
    const { bookingId } = await confirmedBooking(musician, { slot: slotAt(9, 15, 17) });
    expect(await cancel(await newMusician(), bookingId, NOW)).toMatchObject({ ok: false, code: 'not_found' });
    expect(await stateOf(bookingId)).toBe('confirmed');
  });

  test('by the hub needs a reason, and may give everything back whatever the policy says', async () => {
    const slot = slotAt(9, 18, 20);
    const { bookingId } = await confirmedBooking(musician, { slot });
    const { totalOre } = await db.booking.findUniqueOrThrow({ where: { id: bookingId } });
    const late = new Date(slot.start.getTime() - HOUR);
    expect(await cancel(manager, bookingId, late, { waive: true })).toMatchObject({ ok: false, code: 'reason_missing' });
    const done = await cancel(manager, bookingId, late, { waive: true, reason: 'Vannlekkasje i Låven' });
    expect(done).toEqual({ ok: true, value: { refundOre: totalOre } });
    expect(await db.refund.findFirst({ where: { bookingId } })).toMatchObject({ reason: 'cancelled_by_hub' });
  });

  test('on account takes the charge back with a negative one', async () => {
    const [organisationId = ''] = Object.values(house.organisations);
    await db.organisation.update({ where: { id: organisationId }, data: { onAccount: true } });
    const input = bookingInput({
      slot: slotAt(10, 12, 14),
      organisationId,
      paymentMethod: 'on_account',
      bookFor: { email: 'kontakt@lag.example', name: 'Kari Kontakt' },
    });
    const booked = await requestBooking(manager, input, NOW);
    if (!booked.ok) throw new Error(booked.code);
    const { bookingId } = booked.value;
    expect(await stateOf(bookingId)).toBe('confirmed');
    const charges = () => db.charge.findMany({ where: { occurrence: { bookingId } } });
    expect(await charges()).toMatchObject([{ state: 'open', organisationId, personId: null }]);
    await cancel(manager, bookingId, NOW, { reason: 'Etter avtale' });
    const after = await charges();
    expect(after).toHaveLength(2);
    expect(after.reduce((sum, charge) => sum + charge.grossOre, 0)).toBe(0);
    expect(await db.refund.count({ where: { bookingId } })).toBe(0);
  });
});

describe('after the booking', () => {
  test('what has ended is completed, once', async () => {
    const slot = slotAt(11, 12, 14);
    const { bookingId } = await confirmedBooking(musician, { slot });
    await completeBookings(new Date(slot.end.getTime() - 1));
    expect(await stateOf(bookingId)).toBe('confirmed');
    await completeBookings(slot.end);
    expect(await stateOf(bookingId)).toBe('completed');
    expect(await cancel(musician, bookingId, slot.end)).toMatchObject({ ok: false, code: 'too_late' });
  });

  test('staff may note that nobody came, and take it back on the same day', async () => {
    const slot = slotAt(11, 15, 17);
    const { bookingId } = await confirmedBooking(musician, { slot });
    expect(await markNoShow(musician, bookingId, slot.start)).toMatchObject({ ok: false, code: 'not_allowed' });
    expect(await markNoShow(manager, bookingId, new Date(slot.start.getTime() - 1))).toMatchObject({ ok: false, code: 'too_early' });
    expect(await markNoShow(manager, bookingId, slot.start)).toMatchObject({ ok: true });
    expect(await undoNoShow(manager, bookingId, new Date(slot.end.getTime() + 48 * HOUR))).toMatchObject({ ok: false, code: 'too_late' });
    expect(await undoNoShow(manager, bookingId, slot.end)).toMatchObject({ ok: true });
    expect(await stateOf(bookingId)).toBe('completed');
  });
});
