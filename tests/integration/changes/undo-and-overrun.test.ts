import { expect, test } from 'vitest';
import { bookingInput, confirmedBooking, db, manager, newMusician, NOW, runJobs, slotAt, stripeRefunds } from '../../support/stripe-world';
import { changeInput, claimsOf, inForce, settleLatest } from '../../support/change-world';

const { newId } = await import('~/lib/ids.server');
const { requestBooking } = await import('~/modules/bookings/request-booking.server');
const { changeBooking } = await import('~/modules/bookings/changes/change-booking.server');
const { undoChange } = await import('~/modules/bookings/changes/undo-change.server');
const { noteOverrun } = await import('~/modules/bookings/changes/note-overrun.server');

async function changed(bookingId: string, more: Parameters<typeof changeInput>[1]): Promise<string> {
  const done = await changeBooking(manager, await changeInput(bookingId, more), NOW);
  if (!done.ok) throw new Error(done.code);
  return done.value.changeId;
}

async function onAccount(slot: { start: Date; end: Date }): Promise<string> {
  const organisation = await db.organisation.findFirstOrThrow({ where: { onAccount: true } });
  const input = bookingInput({ slot, paymentMethod: 'on_account', organisationId: organisation.id });
  const requested = await requestBooking(manager, input, NOW);
  if (!requested.ok) throw new Error(requested.code);
  return requested.value.bookingId;
}

const occurrenceOf = async (bookingId: string) => (await db.occurrence.findFirstOrThrow({ where: { bookingId } })).id;
const tomorrow = new Date(NOW.getTime() + 24 * 3_600_000);

test('undo puts a booking on account back where it was, at the price it had, once', async () => {
  const bookingId = await onAccount(slotAt(3, 18, 20));
  const before = await inForce(bookingId);
  const changeId = await changed(bookingId, { slot: slotAt(4, 9, 12) });
  expect(await undoChange(manager, changeId, NOW)).toMatchObject({ ok: true, value: { state: 'applied' } });
  expect(await inForce(bookingId)).toEqual(before);
  expect(await claimsOf(bookingId)).toHaveLength(1);
  expect(await undoChange(manager, changeId, NOW)).toMatchObject({ ok: false, code: 'not_last' });
});

test('undo of a lengthening that was paid gives the money back', async () => {
  const band = await newMusician();
  const { bookingId } = await confirmedBooking(band, { slot: slotAt(5, 18, 20) });
  const before = await inForce(bookingId);
  const longer = await changeBooking(band, await changeInput(bookingId, { slot: slotAt(5, 18, 21) }), NOW);
  if (!longer.ok) throw new Error(longer.code);
  await settleLatest(bookingId);
  const { stripeSessionId } = await db.checkoutSession.findFirstOrThrow({ where: { bookingId }, orderBy: { attempt: 'desc' } });
  expect(await undoChange(manager, longer.value.changeId, NOW)).toMatchObject({ ok: true, value: { state: 'applied' } });
  expect(await inForce(bookingId)).toEqual(before);
  await runJobs();
  expect(await stripeRefunds(stripeSessionId ?? '')).toEqual([expect.objectContaining({ amount: before.totalOre / 2 })]);
});

test('undo waits for nobody: not for another day, not for a room that has gone, not for somebody who is not staff', async () => {
  const bookingId = await onAccount(slotAt(6, 18, 20));
  const changeId = await changed(bookingId, { slot: slotAt(7, 18, 20) });
  expect(await undoChange(await newMusician(), changeId, NOW)).toMatchObject({ ok: false, code: 'not_found' });
  expect(await undoChange(manager, changeId, tomorrow)).toMatchObject({ ok: false, code: 'too_late' });
  await onAccount(slotAt(6, 18, 20));
  expect(await undoChange(manager, changeId, NOW)).toMatchObject({ ok: false, code: 'own_booking' });
});

test('an unpaid change is simply given up', async () => {
  const { bookingId } = await confirmedBooking(await newMusician(), { slot: slotAt(8, 18, 20) });
  const before = await inForce(bookingId);
  const changeId = await changed(bookingId, { slot: slotAt(8, 18, 21) });
  expect(await claimsOf(bookingId)).toHaveLength(2);
  expect(await undoChange(manager, changeId, NOW)).toEqual({ ok: true, value: null });
  expect(await inForce(bookingId)).toEqual(before);
  expect(await claimsOf(bookingId)).toHaveLength(1);
});

test('an overrun is charged by each half hour begun, takes nobody’s time, and can be waived', async () => {
  const slot = slotAt(9, 18, 20);
  const bookingId = await onAccount(slot);
  await onAccount(slotAt(9, 21, 23));
  const before = await inForce(bookingId);
  const claims = await claimsOf(bookingId);
  const input = {
    bookingId,
    occurrenceId: await occurrenceOf(bookingId),
    requestKey: newId(),
    until: new Date(slot.end.getTime() + 70 * 60_000),
  };
  const later = new Date(slot.end.getTime() + 2 * 3_600_000);
  const noted = await noteOverrun(manager, input, later);
  expect(noted).toMatchObject({ ok: true, value: { state: 'applied' } });
  expect(await noteOverrun(manager, input, later)).toEqual(noted);
  const after = await inForce(bookingId);
  expect(after.totalOre).toBe(before.totalOre + (before.totalOre / 4) * 3);
  expect([after.lineOre, after.chargedOre]).toEqual([after.totalOre, after.totalOre]);
  expect(await claimsOf(bookingId)).toEqual(claims);
  expect(await noteOverrun(manager, { ...input, requestKey: newId() }, later)).toMatchObject({ ok: false, code: 'already_noted' });
  expect(await undoChange(manager, noted.ok ? noted.value.changeId : '', later)).toMatchObject({ ok: true });
  expect(await inForce(bookingId)).toEqual(before);
});

test('an overrun of a booking by card is owed until it is paid or waived', async () => {
  const slot = slotAt(10, 18, 20);
  const band = await newMusician();
  const { bookingId } = await confirmedBooking(band, { slot });
  await db.booking.update({
    where: { id: bookingId },
    data: { state: 'completed', occurrences: { updateMany: { where: {}, data: { state: 'completed' } } } },
  });
  const before = await inForce(bookingId);
  const input = {
    bookingId,
    occurrenceId: await occurrenceOf(bookingId),
    requestKey: newId(),
    until: new Date(slot.end.getTime() + 60_000),
  };
  const later = new Date(slot.end.getTime() + 600_000);
  expect(await noteOverrun(band, input, later)).toMatchObject({ ok: false, code: 'not_allowed' });
  const noted = await noteOverrun(manager, input, later);
  if (!noted.ok) throw new Error(noted.code);
  expect(noted.value).toMatchObject({ state: 'awaiting_payment', payNow: false });
  const { payChange } = await import('~/modules/bookings/changes/pay-change.server');
  expect(await payChange(band, noted.value.changeId, NOW)).toMatchObject({ ok: true });
  await settleLatest(bookingId);
  expect(await inForce(bookingId)).toMatchObject({ totalOre: (before.totalOre / 4) * 5, chargedOre: (before.totalOre / 4) * 5 });
});

test.each([
  ['before the end', -1],
  ['in the future', 24 * 60],
])('no overrun %s', async (_, minutes) => {
  const slot = slotAt(minutes < 0 ? 11 : 12, 18, 20);
  const bookingId = await onAccount(slot);
  const input = {
    bookingId,
    occurrenceId: await occurrenceOf(bookingId),
    requestKey: newId(),
    until: new Date(slot.end.getTime() + minutes * 60_000),
  };
  expect(await noteOverrun(manager, input, new Date(slot.end.getTime() + 3_600_000))).toMatchObject({ ok: false, code: 'bad_until' });
});
