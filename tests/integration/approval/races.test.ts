import { describe, expect, test } from 'vitest';
import {
  bookingInput,
  db,
  heldBooking,
  letHoldExpire,
  manager,
  newMusician,
  NOW,
  payAt,
  runJobs,
  slotAt,
  stateOf,
} from '../../support/stripe-world';
import { approve, host, intentOf, requested, ROOM } from '../../support/request-world';

const { requestBooking } = await import('~/modules/bookings/request-booking.server');
const { settleSession } = await import('~/modules/bookings/settle-checkout.server');
const { answerRequest } = await import('~/modules/bookings/approval/answer-request.server');
const { lapseRequests } = await import('~/modules/bookings/approval/lapse-requests.server');

const CARD_JOBS = ['billing.settle-authorisation', 'billing.invoice-capture'];
const later = (hours: number) => new Date(NOW.getTime() + hours * 60 * 60_000);
const activeClaims = (bookingId: string) => db.claim.findMany({ where: { occurrence: { bookingId }, active: true } });

describe('at the same moment', () => {
  test('two hosts answer: one wins, the other is told', async () => {
    const { bookingId } = await requested(slotAt(14, 9, 11));
    const answers = await Promise.all([
      answerRequest(host, bookingId, { kind: 'approve', version: 0 }, NOW),
      answerRequest(manager, bookingId, { kind: 'decline', version: 0, reasonCode: 'house_needs_it', reason: '' }, NOW),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: 'already_answered' });
  });

  test.each([0, 1, 2])('somebody approves and the sweep runs: never both (%i)', async (round) => {
    const { bookingId } = await requested(slotAt(15 + round, 9, 11));
    // Just before its deadline for the one, just after it for the other.
    const deadline = later(72);
    const [approved] = await Promise.all([approve(bookingId, new Date(deadline.getTime() - 1)), lapseRequests(deadline)]);
    const state = await stateOf(bookingId);
    expect(state).toBe(approved.ok ? 'requested' : 'lapsed');
    expect((await activeClaims(bookingId)).length).toBe(approved.ok ? 1 : 0);
    await runJobs(CARD_JOBS);
    expect((await intentOf(bookingId)).status).toBe(approved.ok ? 'succeeded' : 'canceled');
  });
});

describe('a card that is reserved too late', () => {
  test('takes the room again where it is still free', async () => {
    const { bookingId, sessionId } = await heldBooking(await newMusician(), { slot: slotAt(18, 9, 11), roomSlug: ROOM });
    await db.$transaction(async (tx) => {
      const { releaseBooking } = await import('~/modules/bookings/release-booking.server');
      await releaseBooking(tx, bookingId, { reason: 'hold_expired' });
    });
    await payAt(bookingId);
    expect(await settleSession(sessionId, NOW)).toBe('reclaim_and_request');
    expect(await stateOf(bookingId)).toBe('requested');
    expect(await activeClaims(bookingId)).toMatchObject([{ holdExpiresAt: later(72) }]);
  });

  test('is let go when somebody else has the room, and nothing was ever taken', async () => {
    const slot = slotAt(18, 12, 14);
    const { bookingId, sessionId } = await heldBooking(await newMusician(), { slot, roomSlug: ROOM });
    await letHoldExpire(bookingId);
    await requestBooking(await newMusician(), bookingInput({ slot, roomSlug: ROOM }), NOW);
    await payAt(bookingId);
    expect(await settleSession(sessionId, NOW)).toBe('let_go');
    expect(await settleSession(sessionId, NOW)).toBe('nothing');
    expect((await runJobs(CARD_JOBS)).failed).toEqual([]);
    expect(await stateOf(bookingId)).toBe('released');
    expect(await intentOf(bookingId)).toMatchObject({ status: 'canceled', amount_received: 0 });
    expect(await db.refund.count({ where: { bookingId } })).toBe(0);
  });
});
