import { describe, expect, test } from 'vitest';
import { bookingInput, db, house, letHoldExpire, manager, newMusician, NOW, runJobs, slotAt, stateOf } from '../../support/stripe-world';
import { approvalOf, approve, authorisationOf, host, intentOf, requested, ROOM } from '../../support/request-world';

const { requestBooking } = await import('~/modules/bookings/request-booking.server');
const { answerRequest } = await import('~/modules/bookings/approval/answer-request.server');
const { lapseRequests } = await import('~/modules/bookings/approval/lapse-requests.server');
const { cancelBooking } = await import('~/modules/bookings/cancel-booking.server');
const { findAlternatives } = await import('~/modules/bookings/nearest-alternatives.queries.server');

const CARD_JOBS = ['billing.settle-authorisation', 'billing.invoice-capture'];
const HOUR = 60 * 60_000;
const later = (hours: number) => new Date(NOW.getTime() + hours * HOUR);
const activeClaims = (bookingId: string) => db.claim.findMany({ where: { occurrence: { bookingId }, active: true } });

describe('a room whose bookings the house answers', () => {
  test('is kept for whoever asked, with the card only reserved, until the house must have answered', async () => {
    const slot = slotAt(10, 9, 11);
    const { bookingId } = await requested(slot);
    expect(await stateOf(bookingId)).toBe('requested');
    expect(await intentOf(bookingId)).toMatchObject({ status: 'requires_capture', amount_received: 0 });
    expect(await activeClaims(bookingId)).toMatchObject([{ holdExpiresAt: later(72) }]);
    expect(await approvalOf(bookingId)).toMatchObject({ state: 'pending', requestedAt: NOW, decideBy: later(72) });
    expect(await db.payment.count({ where: { bookingId } })).toBe(0);
    expect(await db.accessGrant.count({ where: { occurrence: { bookingId } } })).toBe(0);
    const other = await requestBooking(await newMusician(), bookingInput({ slot, roomSlug: ROOM }), NOW);
    expect(other).toMatchObject({ ok: false, code: 'taken' });
  });

  test('answers no later than the start, however long it may take', async () => {
    const { bookingId } = await requested(slotAt(1, 9, 11));
    expect((await approvalOf(bookingId)).decideBy).toEqual(slotAt(1, 9, 11).start);
  });

  test('asks at once when nothing is paid by card', async () => {
    const organisationId = house.organisations['Raknehaug lyd'] ?? '';
    const tenant = { personId: house.accounts.tenant, staffRoles: [], memberships: [{ organisationId, role: 'contact' as const }] };
    const input = bookingInput({ slot: slotAt(10, 12, 14), roomSlug: ROOM, paymentMethod: 'on_account', organisationId });
    const asked = await requestBooking(tenant, input, NOW);
    if (!asked.ok) throw new Error(asked.code);
    expect(asked.value).toMatchObject({ state: 'requested', checkoutId: null });
    const { bookingId } = asked.value;
    expect(await requestBooking(tenant, input, NOW)).toMatchObject({ ok: true, value: { bookingId } });
    expect(await db.charge.count({ where: { occurrence: { bookingId } } })).toBe(0);
    expect(await approve(bookingId)).toMatchObject({ ok: true, value: 'approved' });
    expect(await stateOf(bookingId)).toBe('confirmed');
    expect(await db.charge.count({ where: { occurrence: { bookingId }, state: 'open' } })).toBeGreaterThan(0);
  });

  test('does not ask those who may answer', async () => {
    const booked = await requestBooking(host, bookingInput({ slot: slotAt(10, 15, 17), roomSlug: ROOM, paymentMethod: 'free' }), NOW);
    expect(booked).toMatchObject({ ok: true, value: { state: 'confirmed' } });
  });
});

test('a time that was held for somebody, and costs nothing now, is asked for when it is taken', async () => {
  const { confirmUnpaid } = await import('~/modules/bookings/confirm-unpaid.server');
  const { bookingId, actor } = await requested(slotAt(22, 9, 11));
  const hold = { state: 'held' as const, holdExpiresAt: later(1), paymentMethod: 'free' as const };
  await db.booking.update({ where: { id: bookingId }, data: hold });
  await db.occurrence.updateMany({ where: { bookingId }, data: { state: 'held' } });
  expect(await confirmUnpaid(actor, bookingId, NOW)).toMatchObject({ ok: true });
  expect(await stateOf(bookingId)).toBe('requested');
  expect(await activeClaims(bookingId)).toMatchObject([{ holdExpiresAt: later(72) }]);
});

describe('a request that is approved', () => {
  test('is captured once, confirmed with door code and charges, and invoiced', async () => {
    const { bookingId } = await requested(slotAt(11, 9, 11));
    expect(await approve(bookingId)).toMatchObject({ ok: true, value: 'approved' });
    expect(await activeClaims(bookingId)).toMatchObject([{ holdExpiresAt: null }]);
    expect((await runJobs(CARD_JOBS)).failed).toEqual([]);
    expect((await runJobs(CARD_JOBS)).failed).toEqual([]);
    const booking = await db.booking.findUniqueOrThrow({
      where: { id: bookingId },
      include: { payments: true, occurrences: { include: { accessGrant: true, charges: true } } },
    });
    // Calendars had it as unanswered with the sequence before.
    expect(booking).toMatchObject({ state: 'confirmed', holdExpiresAt: null, sequence: 1 });
    expect(booking.payments).toMatchObject([{ amountOre: booking.totalOre, invoiceNumber: expect.stringMatching(/\d/) as string }]);
    expect(booking.occurrences[0]?.accessGrant?.code).toMatch(/^\d{6}$/);
    expect(booking.occurrences[0]?.charges.every(({ state }) => state === 'settled')).toBe(true);
    expect(await intentOf(bookingId)).toMatchObject({ status: 'succeeded', amount_received: booking.totalOre });
    expect(await authorisationOf(bookingId)).toMatchObject({ state: 'captured' });
    const trail = await db.auditEntry.findMany({ where: { subjectId: bookingId }, orderBy: { id: 'asc' } });
    expect(trail.map(({ action }) => action)).toEqual([
      'booking.requested',
      'request.sent',
      'request.approved',
      'authorisation.captured',
      'booking.confirmed',
    ]);
    expect(trail[2]).toMatchObject({ actorPersonId: host.personId });
    expect(await approvalOf(bookingId)).toMatchObject({ decidedById: host.personId, decidedAt: NOW });
  });

  test('and cancelled by the customer is given back by the policy, through the invoice that was made for it', async () => {
    const { bookingId, actor } = await requested(slotAt(11, 12, 14));
    await approve(bookingId);
    await runJobs(CARD_JOBS);
    const { totalOre } = await db.booking.findUniqueOrThrow({ where: { id: bookingId } });
    const cancelled = await cancelBooking(actor, { bookingId, waive: false, reason: '', confirmedRefundOre: totalOre }, NOW);
    expect(cancelled).toMatchObject({ ok: true, value: { refundOre: totalOre } });
    expect((await runJobs(['billing.send-refund'])).failed).toEqual([]);
    const refund = await db.refund.findFirstOrThrow({ where: { bookingId } });
    expect(refund).toMatchObject({ state: 'succeeded', amountOre: totalOre, stripeCreditNoteId: expect.stringMatching(/^cn_/) as string });
  });

  test('and cancelled before its invoice was made gets the invoice first, and is given back through it', async () => {
    const { bookingId, actor } = await requested(slotAt(11, 15, 17));
    await approve(bookingId);
    await runJobs(['billing.settle-authorisation']);
    expect(await db.payment.findFirst({ where: { bookingId } })).toMatchObject({ stripeInvoiceId: null });
    const { totalOre } = await db.booking.findUniqueOrThrow({ where: { id: bookingId } });
    await cancelBooking(actor, { bookingId, waive: false, reason: '', confirmedRefundOre: totalOre }, NOW);
    expect((await runJobs(['billing.send-refund'])).failed).toEqual([]);
    expect(await db.refund.findFirst({ where: { bookingId } })).toMatchObject({
      state: 'succeeded',
      stripeCreditNoteId: expect.any(String) as string,
    });
  });
});

describe('a request that is not approved', () => {
  test('but declined gives the room back, lets the card go and keeps the reason', async () => {
    const slot = slotAt(12, 9, 11);
    const { bookingId } = await requested(slot);
    const step = { kind: 'decline', version: 0, reasonCode: 'too_loud', reason: 'Strykekvartett i naborommet.' } as const;
    expect(await answerRequest(manager, bookingId, step, NOW)).toMatchObject({ ok: true, value: 'declined' });
    expect((await runJobs(CARD_JOBS)).failed).toEqual([]);
    expect(await stateOf(bookingId)).toBe('declined');
    expect(await intentOf(bookingId)).toMatchObject({ status: 'canceled', amount_received: 0 });
    expect(await authorisationOf(bookingId)).toMatchObject({ state: 'released' });
    expect(await approvalOf(bookingId)).toMatchObject({
      state: 'declined',
      reasonCode: 'too_loud',
      reason: step.reason,
      decidedById: manager.personId,
    });
    expect(await activeClaims(bookingId)).toEqual([]);
    expect(await requested(slot)).toMatchObject({ bookingId: expect.any(String) as string });
  });

  test('needs a reason in words when it is none of the house’s usual ones', async () => {
    const { bookingId } = await requested(slotAt(12, 12, 14));
    const step = { kind: 'decline', version: 0, reasonCode: 'other', reason: '' } as const;
    expect(await answerRequest(host, bookingId, step, NOW)).toMatchObject({ ok: false, code: 'reason_missing' });
    expect(await stateOf(bookingId)).toBe('requested');
  });

  test('in time lapses: the sweep gives the room back and lets the card go', async () => {
    const { bookingId } = await requested(slotAt(12, 15, 17));
    await letHoldExpire(bookingId);
    expect(await lapseRequests(NOW)).toBe(1);
    expect(await lapseRequests(NOW)).toBe(0);
    await runJobs(CARD_JOBS);
    expect(await stateOf(bookingId)).toBe('lapsed');
    expect(await approvalOf(bookingId)).toMatchObject({ state: 'lapsed', decidedById: null });
    expect(await intentOf(bookingId)).toMatchObject({ status: 'canceled' });
  });

  test('in time stands in nobody’s way, before anybody has swept it, and can no longer be approved', async () => {
    const slot = slotAt(12, 18, 20);
    const { bookingId } = await requested(slot);
    await letHoldExpire(bookingId);
    expect(await approve(bookingId)).toMatchObject({ ok: false, code: 'too_late' });
    expect(await requestBooking(await newMusician(), bookingInput({ slot, roomSlug: ROOM }), NOW)).toMatchObject({ ok: true });
    expect(await stateOf(bookingId)).toBe('lapsed');
  });

  test('but withdrawn by the customer costs nothing; nobody else can withdraw it', async () => {
    const { bookingId, actor } = await requested(slotAt(14, 15, 17));
    expect(await answerRequest(await newMusician(), bookingId, { kind: 'withdraw' }, NOW)).toMatchObject({ ok: false, code: 'not_found' });
    expect(await answerRequest(host, bookingId, { kind: 'withdraw' }, NOW)).toMatchObject({ ok: false, code: 'not_allowed' });
    expect(await answerRequest(actor, bookingId, { kind: 'approve', version: 0 }, NOW)).toMatchObject({ ok: false, code: 'not_allowed' });
    expect(await answerRequest(actor, bookingId, { kind: 'withdraw' }, NOW)).toMatchObject({ ok: true, value: 'withdrawn' });
    expect(await answerRequest(actor, bookingId, { kind: 'withdraw' }, NOW)).toMatchObject({ ok: false, code: 'already_answered' });
    await runJobs(CARD_JOBS);
    expect(await stateOf(bookingId)).toBe('released');
    expect(await intentOf(bookingId)).toMatchObject({ status: 'canceled', amount_received: 0 });
  });
});

describe('conditions', () => {
  const CONDITIONS = 'Dere rydder scenen før kl. 23.';
  const offer = (bookingId: string, version = 0) =>
    answerRequest(host, bookingId, { kind: 'approve_if', version, conditions: CONDITIONS }, NOW);

  test('bind nobody before the customer has accepted them; then the card is captured', async () => {
    const { bookingId, actor } = await requested(slotAt(13, 12, 14));
    expect(await answerRequest(actor, bookingId, { kind: 'accept', version: 0 }, NOW)).toMatchObject({
      ok: false,
      code: 'already_answered',
    });
    expect(await offer(bookingId)).toMatchObject({ ok: true, value: 'conditions' });
    await runJobs(CARD_JOBS);
    expect(await intentOf(bookingId)).toMatchObject({ status: 'requires_capture' });
    expect(await approvalOf(bookingId)).toMatchObject({ conditions: CONDITIONS, acceptBy: later(48), acceptedAt: null });
    expect(await answerRequest(actor, bookingId, { kind: 'accept', version: 1 }, later(1))).toMatchObject({ ok: true, value: 'approved' });
    await runJobs(CARD_JOBS);
    expect(await stateOf(bookingId)).toBe('confirmed');
    expect(await approvalOf(bookingId)).toMatchObject({
      state: 'approved',
      conditions: CONDITIONS,
      acceptedById: actor.personId,
      decidedById: host.personId,
    });
  });

  test('that were changed since they were read are not accepted', async () => {
    const { bookingId, actor } = await requested(slotAt(13, 15, 17));
    await offer(bookingId);
    await answerRequest(host, bookingId, { kind: 'approve_if', version: 1, conditions: 'Noe helt annet.' }, NOW);
    expect(await answerRequest(actor, bookingId, { kind: 'accept', version: 1 }, NOW)).toMatchObject({
      ok: false,
      code: 'already_answered',
    });
    expect(await stateOf(bookingId)).toBe('requested');
  });

  test('that nobody accepts in time lapse', async () => {
    const { bookingId } = await requested(slotAt(13, 18, 20));
    await offer(bookingId);
    await letHoldExpire(bookingId);
    await lapseRequests(NOW);
    expect(await stateOf(bookingId)).toBe('lapsed');
  });
});

test('time that is asked for is not offered to others', async () => {
  const slot = slotAt(19, 9, 11);
  await requested(slot);
  const offered = await findAlternatives({ roomSlug: ROOM, slot, people: 2 }, NOW);
  expect(offered.filter((other) => other.roomSlug === ROOM && other.start < slot.end && other.end > slot.start)).toEqual([]);
});
