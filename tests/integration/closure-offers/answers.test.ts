import { describe, expect, test } from 'vitest';
import '../../support/mail-world';
import { closeDay, hit, mailsTo, offersOf, offerStates, pageOf } from '../../support/closure-world';
import { inForce } from '../../support/change-world';
import {
  bookingInput,
  confirmedBooking,
  db,
  house,
  manager,
  newMusician,
  NOW,
  runJobs,
  slotAt,
  stateOf,
  stripeRefunds,
} from '../../support/stripe-world';

const { newId } = await import('~/lib/ids.server');
const { addMinutes } = await import('~/lib/interval');
const { answerByLink, answerForCustomer } = await import('~/modules/bookings/closure-offers/answer-offer.server');
const { resendOffer } = await import('~/modules/bookings/closure-offers/resend-offer.server');
const { sweepOffers } = await import('~/modules/bookings/closure-offers/sweep-offers.server');
const { cancelBooking } = await import('~/modules/bookings/cancel-booking.server');
const { previewCancellation } = await import('~/modules/bookings/cancellation-preview.queries.server');
const { loadDesk } = await import('~/modules/bookings/desk.queries.server');
const { openRooms } = await import('~/modules/bookings/open-rooms.server');
const { requestBooking } = await import('~/modules/bookings/request-booking.server');

const MAIL = 'bookings.closure-mail';

describe('the money back', () => {
  test('all of it, whatever the policy says, once', async () => {
    const { bookingId, sessionId, token, offerId } = await hit(1, { room: 'klipperommet', fromHour: 14, toHour: 16 });
    const paid = (await inForce(bookingId)).totalOre;
    const { chosen } = await pageOf(token);
    expect(chosen?.refundOre).toBe(paid);
    const answer = { kind: 'refund', refundOre: paid } as const;
    expect(await answerByLink(token, offerId, { kind: 'refund', refundOre: paid - 1 }, NOW)).toMatchObject({
      ok: false,
      code: 'refund_changed',
    });
    const answers = await Promise.all([answerByLink(token, offerId, answer, NOW), answerByLink(token, offerId, answer, NOW)]);
    expect(answers.filter(({ ok }) => ok).length).toBeGreaterThan(0);
    expect(await answerByLink(token, offerId, answer, NOW)).toMatchObject({ ok: true });
    expect(await stateOf(bookingId)).toBe('cancelled');
    expect(await offerStates(bookingId)).toEqual(['refunded']);
    await runJobs();
    expect((await stripeRefunds(sessionId)).map(({ amount }) => amount)).toEqual([paid]);
    expect((await pageOf(token)).chosen).toBeNull();
  });

  test('by the ordinary page all of it comes back as well', async () => {
    const { bookingId, person } = await hit(1, { room: 'ovingsrom-3', fromHour: 14, toHour: 16 });
    const paid = (await inForce(bookingId)).totalOre;
    const preview = await previewCancellation(person, bookingId, { waive: false }, NOW);
    expect(preview).toMatchObject({ ok: true, value: { refundOre: paid } });
    expect(await cancelBooking(person, { bookingId, waive: false, reason: '', confirmedRefundOre: paid }, NOW)).toMatchObject({ ok: true });
    expect(await offerStates(bookingId)).toEqual(['refunded']);
  });
});

describe('two who answer at once', () => {
  test('one wins: the customer moves, or the manager pays back', async () => {
    for (const days of [33, 34, 35]) {
      const { bookingId, token, offerId } = await hit(days);
      const { chosen } = await pageOf(token);
      const choice = chosen?.choices[0];
      if (!choice) throw new Error('no choice');
      const [moved, refunded] = await Promise.all([
        answerByLink(
          token,
          offerId,
          { kind: 'move', requestKey: newId(), roomSlug: choice.roomSlug, slot: choice, backOre: choice.backOre },
          NOW,
        ),
        answerForCustomer(manager, offerId, { kind: 'refund', refundOre: chosen?.refundOre ?? 0 }, NOW),
      ]);
      expect([moved.ok, refunded.ok].filter(Boolean)).toHaveLength(1);
      expect(await offerStates(bookingId)).toEqual([moved.ok ? 'moved' : 'refunded']);
      expect(await stateOf(bookingId)).toBe(moved.ok ? 'confirmed' : 'cancelled');
      expect(await db.refund.count({ where: { bookingId, reason: 'cancelled_by_hub' } })).toBe(refunded.ok ? 1 : 0);
    }
  });
});

describe('the time to answer', () => {
  test('passes to the desk first; shortly before the start all of it is paid back, once, and told', async () => {
    const { bookingId, sessionId, planId, slot, person, token } = await hit(36);
    const late = addMinutes(NOW, 3 * 1_440);
    await sweepOffers(late);
    expect(await offerStates(bookingId)).toEqual(['unanswered']);
    expect(await stateOf(bookingId)).toBe('confirmed');
    expect((await loadDesk({ now: late })).items).toContainEqual(
      expect.objectContaining({ kind: 'booking_in_closed_room', bookingId, planId, settleAt: addMinutes(slot.start, -720) }),
    );
    expect((await pageOf(token, late)).chosen?.choices.length).toBeGreaterThan(0);
    const near = addMinutes(slot.start, -720);
    await sweepOffers(addMinutes(near, -1));
    expect(await stateOf(bookingId)).toBe('confirmed');
    await Promise.all([sweepOffers(near), sweepOffers(near)]);
    expect(await stateOf(bookingId)).toBe('cancelled');
    expect(await offerStates(bookingId)).toEqual(['refunded']);
    await runJobs();
    expect(await stripeRefunds(sessionId)).toHaveLength(1);
    expect((await mailsTo(person.personId)).filter(({ topic }) => topic === 'bookings.cancelled')).toHaveLength(1);
    expect(await db.booking.findUnique({ where: { id: bookingId } })).toMatchObject({
      cancelledBy: 'hub',
      cancelReason: 'Huset er stengt: Vannlekkasje',
    });
  });

  test('where one may stay, silence keeps the time', async () => {
    const { bookingId, slot, token, offerId } = await hit(37, { terms: { answerDays: 1, mayKeep: true } });
    await sweepOffers(addMinutes(NOW, 1_440));
    expect(await offerStates(bookingId)).toEqual(['unanswered']);
    await sweepOffers(addMinutes(slot.start, -60));
    expect(await offerStates(bookingId)).toEqual(['kept']);
    expect(await stateOf(bookingId)).toBe('confirmed');
    expect(await answerByLink(token, offerId, { kind: 'refund', refundOre: 0 }, NOW)).toMatchObject({ ok: false });
  });

  test('one may say that one stays, where that is allowed', async () => {
    const stays = await hit(46, { terms: { answerDays: 1, mayKeep: true } });
    expect(await answerByLink(stays.token, stays.offerId, { kind: 'keep' }, NOW)).toMatchObject({ ok: true });
    expect(await answerByLink(stays.token, stays.offerId, { kind: 'keep' }, NOW)).toMatchObject({ ok: true });
    expect(await offerStates(stays.bookingId)).toEqual(['kept']);
    const goes = await hit(47);
    expect(await answerByLink(goes.token, goes.offerId, { kind: 'keep' }, NOW)).toMatchObject({ ok: false, code: 'may_not_keep' });
    expect(await answerForCustomer(manager, goes.offerId, { kind: 'keep' }, NOW)).toMatchObject({ ok: true });
    expect(await answerForCustomer(goes.person, goes.offerId, { kind: 'keep' }, NOW)).toMatchObject({ ok: false, code: 'not_allowed' });
  });
});

describe('lifting', () => {
  test('withdraws what was not answered, and tells it once', async () => {
    const { bookingId, planId, person, token, offerId } = await hit(40);
    await runJobs([MAIL]);
    expect(await openRooms(manager, { planId, extent: 'all', start: null, roomId: null }, NOW)).toMatchObject({ ok: true });
    expect(await offerStates(bookingId)).toEqual(['withdrawn']);
    await runJobs([MAIL]);
    expect((await mailsTo(person.personId)).filter(({ topic }) => topic.startsWith('bookings.closure'))).toHaveLength(2);
    expect(await answerByLink(token, offerId, { kind: 'refund', refundOre: 0 }, NOW)).toMatchObject({ ok: false });
    expect(await stateOf(bookingId)).toBe('confirmed');
  });

  test('what another closure stands over is asked about anew, for its reason, and not told that all is well', async () => {
    const { bookingId, planId, person } = await hit(41);
    const second = await closeDay({ days: 41, fields: { reasonNb: 'Strømbrudd' } });
    await openRooms(manager, { planId, extent: 'all', start: null, roomId: null }, NOW);
    await runJobs(['bookings.closure-offers', MAIL]);
    await runJobs([MAIL]);
    expect(await offerStates(bookingId)).toEqual(['withdrawn', 'open']);
    expect((await offersOf(bookingId))[1]?.letter.planId).toBe(second);
    expect((await mailsTo(person.personId)).map(({ topic }) => topic)).not.toContain('bookings.closure_withdrawn');
  });

  test('one room of the house alone', async () => {
    const one = await confirmedBooking(await newMusician(), { roomSlug: 'ovingsrom-1', slot: slotAt(42, 12, 14) });
    const other = await confirmedBooking(await newMusician(), { roomSlug: 'ovingsrom-2', slot: slotAt(42, 12, 14) });
    const planId = await closeDay({ days: 42, fields: { what: 'house' } });
    const opened = { planId, extent: 'all', start: null, roomId: house.rooms['ovingsrom-2'] ?? '' } as const;
    expect(await openRooms(manager, opened, NOW)).toEqual({ ok: true, value: { lifted: 1 } });
    expect(await openRooms(manager, opened, NOW)).toMatchObject({ ok: false, code: 'already_lifted' });
    expect(await offerStates(one.bookingId)).toEqual(['open']);
    expect(await offerStates(other.bookingId)).toEqual(['withdrawn']);
    expect(
      await requestBooking(await newMusician(), bookingInput({ roomSlug: 'ovingsrom-2', slot: slotAt(42, 16, 18) }), NOW),
    ).toMatchObject({ ok: true });
    expect(
      await requestBooking(await newMusician(), bookingInput({ roomSlug: 'ovingsrom-1', slot: slotAt(42, 16, 18) }), NOW),
    ).toMatchObject({ code: 'closure' });
  });
});

test('a mail is sent again once, however often the button is pressed', async () => {
  const { offerId, person } = await hit(43);
  await runJobs([MAIL]);
  await Promise.all([1, 2, 3].map(() => resendOffer(manager, { offerId, sent: 1 }, NOW)));
  await runJobs([MAIL]);
  expect((await mailsTo(person.personId)).filter(({ topic }) => topic === 'bookings.closure_offered')).toHaveLength(2);
  expect(await resendOffer(person, { offerId, sent: 2 }, NOW)).toMatchObject({ ok: false, code: 'not_allowed' });
});
