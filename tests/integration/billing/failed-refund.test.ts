import { beforeAll, describe, expect, test } from 'vitest';
import { confirmedBooking, control, db, house, manager, musician, NOW, runJobs, slotAt, stripeRefunds } from '../../support/stripe-world';

const { cancelBooking } = await import('~/modules/bookings/cancel-booking.server');
const { loadBookingPage } = await import('~/modules/bookings/booking-page.queries.server');
const { loadDeskItems } = await import('~/modules/bookings/desk.queries.server');
const { settleDifference } = await import('~/modules/bookings/settle-difference.server');
const { confirmRefund } = await import('~/modules/billing/confirm-refund.server');
const { retryRefund } = await import('~/modules/billing/retry-refund.server');
const { settleRefund } = await import('~/modules/billing/settle-refund.server');

const host = { personId: house.accounts.host, staffRoles: ['host' as const], memberships: [] };
const rowOf = (id: string) => db.refund.findUniqueOrThrow({ where: { id } });
const lineOf = async (refundId: string) =>
  (await loadDeskItems({ now: NOW })).filter(({ key, kind }) => kind === 'refund' && key === refundId);
const openDifferences = (bookingId: string) => db.paymentDifference.count({ where: { bookingId, resolvedAt: null } });

/** The bank sends the money of an attempt back, and the news of it arrives. */
async function bounce(refundId: string): Promise<string> {
  const stripeRefundId = (await rowOf(refundId)).stripeRefundId ?? '';
  await control('POST', `/refunds/${stripeRefundId}/fail`, {});
  await confirmRefund(stripeRefundId, NOW);
  return stripeRefundId;
}

async function bouncedRefund(days: number, from: number) {
  const made = await confirmedBooking(musician, { slot: slotAt(days, from, from + 2) });
  const { totalOre } = await db.booking.findUniqueOrThrow({ where: { id: made.bookingId } });
  await cancelBooking(musician, { bookingId: made.bookingId, waive: false, reason: '', confirmedRefundOre: totalOre }, NOW);
  await runJobs(['billing.send-refund']);
  const { id: refundId, idempotencyKey } = await db.refund.findFirstOrThrow({ where: { bookingId: made.bookingId } });
  return { ...made, totalOre, refundId, firstKey: idempotencyKey, firstId: await bounce(refundId) };
}

const statusesAtStripe = async (sessionId: string) => (await stripeRefunds(sessionId)).map(({ status }) => status).toSorted();

test('a refund that failed is one line of the desk, not two', async () => {
  const { refundId, bookingId } = await bouncedRefund(8, 9);
  expect(await lineOf(refundId)).toMatchObject([{ bookingId, failure: 'lost_or_stolen_card' }]);
  expect((await loadDeskItems({ now: NOW })).filter(({ kind }) => kind === 'payment_difference')).toEqual([]);
  expect(await openDifferences(bookingId)).toBe(1);
});

describe('tried again', () => {
  test('it is sent under a new key, without a second credit note, and late news of the first attempt changes nothing', async () => {
    const { refundId, bookingId, sessionId, totalOre, firstKey, firstId } = await bouncedRefund(8, 12);
    const { stripeCreditNoteId } = await rowOf(refundId);
    expect(await retryRefund(manager, refundId, NOW)).toEqual({ ok: true, value: null });
    expect(await rowOf(refundId)).toMatchObject({ state: 'pending', attempt: 2, idempotencyKey: firstKey.replace(/1$/, '2') });
    expect(await lineOf(refundId)).toEqual([]);
    expect(await openDifferences(bookingId)).toBe(0);

    expect((await runJobs(['billing.send-refund'])).failed).toEqual([]);
    expect(await rowOf(refundId)).toMatchObject({ state: 'succeeded', stripeCreditNoteId });
    expect(await stripeRefunds(sessionId)).toMatchObject([
      { amount: totalOre, status: 'succeeded' },
      { amount: totalOre, status: 'failed' },
    ]);
    await confirmRefund(firstId, NOW);
    expect(await openDifferences(bookingId)).toBe(0);
    const trail = await db.auditEntry.findMany({ where: { subjectId: bookingId, action: 'refund.retried' } });
    expect(trail).toMatchObject([{ actorPersonId: manager.personId, before: { stripeRefundId: firstId }, after: { attempt: 2 } }]);
  });

  test('twice at once, it is sent once', async () => {
    const { refundId, sessionId } = await bouncedRefund(8, 15);
    const answers = await Promise.all([1, 2, 3].map(() => retryRefund(manager, refundId, NOW)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    await runJobs(['billing.send-refund']);
    expect(await statusesAtStripe(sessionId)).toEqual(['failed', 'succeeded']);
  });

  test('when the answer is lost, the next run finds what was sent', async () => {
    const { refundId, sessionId } = await bouncedRefund(9, 9);
    await retryRefund(manager, refundId, NOW);
    await control('POST', '/faults', { match: 'POST /v1/refunds', kind: 'lost_response', times: 3 });
    expect((await runJobs(['billing.send-refund'])).failed).toHaveLength(1);
    expect((await runJobs(['billing.send-refund'])).failed).toEqual([]);
    expect(await rowOf(refundId)).toMatchObject({ state: 'succeeded', attempt: 2 });
    expect(await statusesAtStripe(sessionId)).toEqual(['failed', 'succeeded']);
  });

  test('when it fails again, it is on the desk again', async () => {
    const { refundId, bookingId } = await bouncedRefund(9, 12);
    await retryRefund(manager, refundId, NOW);
    await runJobs(['billing.send-refund']);
    await bounce(refundId);
    expect(await lineOf(refundId)).toHaveLength(1);
    expect(await openDifferences(bookingId)).toBe(1);
  });
});

describe('settled in another way', () => {
  test('it leaves the desk, the difference is resolved, the trail says who, and the customer reads it', async () => {
    const { refundId, bookingId } = await bouncedRefund(10, 9);
    expect((await loadBookingPage(musician, bookingId, NOW))?.refunds).toMatchObject([{ state: 'failed' }]);
    expect(await settleRefund(manager, refundId, NOW)).toEqual({ ok: true, value: null });
    expect(await settleRefund(manager, refundId, NOW)).toMatchObject({ ok: false, code: 'not_found' });
    expect(await lineOf(refundId)).toEqual([]);
    expect(await openDifferences(bookingId)).toBe(0);
    expect(await rowOf(refundId)).toMatchObject({ state: 'failed' });
    const trail = await db.auditEntry.findMany({ where: { subjectId: bookingId, action: 'refund.settled_otherwise' } });
    expect(trail).toMatchObject([{ actorPersonId: manager.personId }]);
    expect((await loadBookingPage(musician, bookingId, NOW))?.refunds).toMatchObject([{ state: 'settled' }]);
  });

  test('it is also when its difference is marked as settled', async () => {
    const { refundId, bookingId } = await bouncedRefund(10, 12);
    const difference = await db.paymentDifference.findFirstOrThrow({ where: { bookingId } });
    await settleDifference(manager, difference.id, NOW);
    expect(await lineOf(refundId)).toEqual([]);
  });
});

describe('what nobody may do', () => {
  let failed: Awaited<ReturnType<typeof bouncedRefund>>;
  beforeAll(async () => {
    failed = await bouncedRefund(10, 15);
  });

  test('a host and a customer do neither', async () => {
    for (const actor of [host, musician]) {
      expect(await retryRefund(actor, failed.refundId, NOW)).toMatchObject({ ok: false, code: 'not_allowed' });
      expect(await settleRefund(actor, failed.refundId, NOW)).toMatchObject({ ok: false, code: 'not_allowed' });
    }
    expect(await lineOf(failed.refundId)).toHaveLength(1);
  });

  test('a refund that is well is neither tried again nor settled', async () => {
    await retryRefund(manager, failed.refundId, NOW);
    await runJobs(['billing.send-refund']);
    expect(await retryRefund(manager, failed.refundId, NOW)).toMatchObject({ ok: false, code: 'not_found' });
    expect(await settleRefund(manager, failed.refundId, NOW)).toMatchObject({ ok: false, code: 'not_found' });
  });
});
