/** What becomes of shares that are not all paid, and of money that is given back later. */
import { describe, expect, test } from 'vitest';
import '../../support/mail-world';
import { bookingInput, control, db, heldBooking, newMusician, NOW, slotAt, stateOf, stripeRefunds } from '../../support/stripe-world';
import { HOURS, later, mailsAbout, openPage, payPage, runMails, shareOut, splitOf, sumOf, tokens } from '../../support/split-world';

const { requestBooking } = await import('~/modules/bookings/request-booking.server');
const { cancelBooking } = await import('~/modules/bookings/cancel-booking.server');
const { previewCancellation } = await import('~/modules/bookings/cancellation-preview.queries.server');
const { settleSession } = await import('~/modules/bookings/settle-checkout.server');
const { sweepHolds } = await import('~/modules/bookings/sweep-holds.server');
const { payShare } = await import('~/modules/bookings/split/pay-split.server');
const { callOffSplit } = await import('~/modules/bookings/split/call-off-split.server');
const { remindOrganisers } = await import('~/modules/bookings/split/remind-organisers.server');

describe('at the deadline', () => {
  test('the organiser is reminded once before; then the room is released, everybody gets it back once, and a late payment too', async () => {
    const organiser = await newMusician();
    const slot = slotAt(13, 18, 20);
    const { bookingId } = await heldBooking(organiser, { slot });
    await shareOut(organiser, bookingId, 3, { emails: ['ola@musiker.example', null, null] });
    const [first = '', second = '', third = ''] = await tokens(bookingId);
    await payPage(first);
    await payPage(second);
    const late = await openPage(third);
    await remindOrganisers(later(41 * HOURS));
    expect((await splitOf(bookingId)).remindedAt).toBeNull();
    await Promise.all([remindOrganisers(later(43 * HOURS)), remindOrganisers(later(43 * HOURS))]);
    await remindOrganisers(later(44 * HOURS));
    expect((await splitOf(bookingId)).remindedAt).toEqual(later(43 * HOURS));
    await runMails();

    await Promise.all([sweepHolds(later(49 * HOURS)), sweepHolds(later(49 * HOURS))]);
    expect(await stateOf(bookingId)).toBe('released');
    expect(await splitOf(bookingId)).toMatchObject({ state: 'lapsed' });
    await db.checkoutSession.updateMany({ where: { stripeSessionId: late }, data: { state: 'open' } });
    await runMails();
    await runMails();
    const refunds = await db.refund.findMany({ where: { bookingId } });
    expect(refunds.map(({ reason, state }) => [reason, state])).toEqual([
      ['split_ended', 'succeeded'],
      ['split_ended', 'succeeded'],
    ]);
    expect(await mailsAbout('ended', bookingId)).toHaveLength(2);
    expect(await mailsAbout('reminder', bookingId)).toHaveLength(1);
    expect(await mailsAbout('lapsed', bookingId)).toHaveLength(1);
    expect(await requestBooking(await newMusician(), bookingInput({ slot }), NOW)).toMatchObject({ ok: true });
    expect(await payShare(third, 'nb', NOW)).toMatchObject({ ok: false, code: 'not_payable' });
  });

  test('a share paid by a slow bank that arrives after it goes back', async () => {
    const organiser = await newMusician();
    const { bookingId } = await heldBooking(organiser, { slot: slotAt(14, 18, 20) });
    await shareOut(organiser, bookingId, 2);
    const [first = ''] = await tokens(bookingId);
    const slow = await openPage(first);
    await control('POST', `/sessions/${slow}/delay`, {});
    expect(await settleSession(slow, NOW)).toBe('wait');
    expect(await payShare(first, 'nb', NOW)).toMatchObject({ ok: false, code: 'payment_pending' });
    await sweepHolds(later(49 * HOURS));
    expect(await stateOf(bookingId)).toBe('released');
    await control('POST', `/sessions/${slow}/settle_delayed`, {});
    expect(await settleSession(slow, NOW)).toBe('refund_late');
    await runMails();
    expect(await stripeRefunds(slow)).toMatchObject([{ amount: (await splitOf(bookingId)).shares[0]?.amountOre }]);
  });

  test('whoever needs the room after it releases it, with the refunds in the same transaction', async () => {
    const organiser = await newMusician();
    const slot = slotAt(15, 18, 20);
    const { bookingId } = await heldBooking(organiser, { slot });
    await shareOut(organiser, bookingId, 2);
    await payPage((await tokens(bookingId))[0] ?? '');
    const after = later(48 * HOURS + 1);
    expect(await requestBooking(await newMusician(), bookingInput({ slot }), after)).toMatchObject({ ok: true });
    expect(await stateOf(bookingId)).toBe('released');
    expect(await db.refund.findMany({ where: { bookingId } })).toMatchObject([{ reason: 'split_ended' }]);
  });
});

test('a cancellation gives back to each payer in proportion, and never more than was paid', async () => {
  const organiser = await newMusician();
  const { bookingId } = await heldBooking(organiser, { slot: slotAt(20, 18, 21) });
  const { totalOre } = await db.booking.findUniqueOrThrow({ where: { id: bookingId } });
  const amounts = [10_000, 5_001, totalOre - 15_001];
  await shareOut(organiser, bookingId, amounts);
  for (const token of await tokens(bookingId)) await payPage(token);
  await db.booking.update({ where: { id: bookingId }, data: { policy: [{ hoursBefore: 8, refundBp: 3_333 }] } });
  const preview = await previewCancellation(organiser, bookingId, { waive: false }, NOW);
  if (!preview.ok) throw new Error(preview.code);
  const { refundOre } = preview.value;
  expect(refundOre).toBeGreaterThan(0);
  expect(refundOre).toBeLessThan(totalOre);
  await cancelBooking(organiser, { bookingId, waive: false, reason: '', confirmedRefundOre: refundOre }, NOW);
  const payments = await db.payment.findMany({ where: { bookingId }, include: { refunds: true }, orderBy: { paidAt: 'asc' } });
  const given = payments.map(({ amountOre, refunds }) => [amountOre, sumOf(refunds)] as const);
  expect(given.reduce((sum, [, back]) => sum + back, 0)).toBe(refundOre);
  for (const [paid, back] of given) expect(Math.abs(back - (paid * refundOre) / totalOre)).toBeLessThanOrEqual(1);
  await runMails();
  expect(await db.refund.count({ where: { bookingId, state: 'succeeded' } })).toBe(3);
  expect(await mailsAbout('given_back', bookingId)).toHaveLength(3);
});

test('the database refuses shares that are not the price', async () => {
  const organiser = await newMusician();
  const { bookingId } = await heldBooking(organiser, { slot: slotAt(21, 18, 20) });
  await shareOut(organiser, bookingId, 2);
  const { id } = await splitOf(bookingId);
  await expect(db.paymentShare.updateMany({ where: { splitId: id, position: 1 }, data: { amountOre: 301 } })).rejects.toThrow();
  await expect(db.paymentShare.deleteMany({ where: { splitId: id, position: 1 } })).rejects.toThrow();
  await callOffSplit(organiser, bookingId, NOW);
});

test('a third room is not kept from others in this way at the same time, also when asked for at once', async () => {
  const organiser = await newMusician();
  const held = await Promise.all([22, 23, 24].map((day) => heldBooking(organiser, { slot: slotAt(day, 18, 20) })));
  const answers = await Promise.all(held.map(({ bookingId }) => shareOut(organiser, bookingId, 2)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(2);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: 'too_many_running' });
});
