/** A booking whose price several people pay: confirmed with the last share, or given back to all of them. */
import { describe, expect, test } from 'vitest';
import '../../support/mail-world';
import {
  bookingInput,
  control,
  db,
  heldBooking,
  newMusician,
  NOW,
  payAt,
  slotAt,
  stateOf,
  stripeRefunds,
} from '../../support/stripe-world';
import { HOURS, later, mailsAbout, openPage, payPage, runMails, shareOut, splitOf, sumOf, tokens } from '../../support/split-world';

const { requestBooking } = await import('~/modules/bookings/request-booking.server');
const { payBooking } = await import('~/modules/bookings/pay-booking.server');
const { abandonBooking } = await import('~/modules/bookings/abandon-booking.server');
const { settleSession } = await import('~/modules/bookings/settle-checkout.server');
const { listBookingMails } = await import('~/modules/bookings/booking-mails.queries.server');
const { payRest, payShare } = await import('~/modules/bookings/split/pay-split.server');
const { callOffSplit } = await import('~/modules/bookings/split/call-off-split.server');

describe('when everybody pays', () => {
  test('the booking is confirmed once, with the last share; the receipts are the price, and each payer has one mail', async () => {
    const organiser = await newMusician();
    const { bookingId } = await heldBooking(organiser, { slot: slotAt(5, 18, 20) });
    await shareOut(organiser, bookingId, 3, { emails: ['kari@musiker.example', null, null] });
    await runMails();
    const links = await tokens(bookingId);
    for (const token of links.slice(0, 2)) expect(await payPage(token)).toBe('confirm');
    expect(await stateOf(bookingId)).toBe('held');
    const last = await openPage(links[2] ?? '');
    await control('POST', `/sessions/${last}/pay`, {});
    const answers = await Promise.all(Array.from({ length: 5 }, () => settleSession(last, NOW)));
    expect(answers.filter((answer) => answer === 'confirm')).toHaveLength(1);

    const booking = await db.booking.findUniqueOrThrow({
      where: { id: bookingId },
      include: { payments: true, refunds: true, occurrences: { include: { charges: true, accessGrant: true, claims: true } } },
    });
    expect(booking).toMatchObject({ state: 'confirmed', holdExpiresAt: null, refunds: [] });
    expect(booking.payments).toHaveLength(3);
    expect(new Set(booking.payments.map(({ invoiceNumber }) => invoiceNumber)).size).toBe(3);
    expect(sumOf(booking.payments)).toBe(booking.totalOre);
    expect(booking.occurrences[0]?.charges.reduce((sum, charge) => sum + charge.grossOre, 0)).toBe(booking.totalOre);
    expect(booking.occurrences[0]?.claims).toMatchObject([{ active: true, holdExpiresAt: null }]);
    expect(await splitOf(bookingId)).toMatchObject({
      state: 'completed',
      shares: [{ state: 'paid' }, { state: 'paid' }, { state: 'paid' }],
    });
    await runMails();
    await runMails();
    expect(await mailsAbout('invited', bookingId)).toEqual(['kari@musiker.example']);
    expect(await mailsAbout('all_paid', bookingId)).toHaveLength(3);
    expect(await db.outgoingMail.count({ where: { dedupeKey: `bookings.confirmed:${bookingId}` } })).toBe(1);
    const listed = (await listBookingMails(bookingId)).map(({ subject, recipient }) => [subject.about, subject.kind, recipient]);
    expect(listed.filter(([about]) => about === 'split')).toHaveLength(4);
    expect(listed[0]).toEqual(['split', 'invited', 'kari@musiker.example']);
    expect(listed.filter(([about]) => about === 'booking').map(([, kind]) => kind)).toEqual(['confirmed']);
    const actions = (await db.auditEntry.findMany({ where: { subjectId: bookingId }, orderBy: { id: 'asc' } })).map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['split.started', 'share.paid', 'booking.confirmed']));
  });

  test('two who pay the same share at once pay one page; a page that was left open gives the money back', async () => {
    const organiser = await newMusician();
    const { bookingId } = await heldBooking(organiser, { slot: slotAt(6, 18, 20) });
    await shareOut(organiser, bookingId, 2);
    const [first = '', second = ''] = await tokens(bookingId);
    const pages = await Promise.all([openPage(first), openPage(first), openPage(first)]);
    expect(new Set(pages).size).toBe(1);
    // A page of before, that our books have given up.
    await db.checkoutSession.updateMany({ where: { stripeSessionId: pages[0] ?? '' }, data: { state: 'failed' } });
    const again = await openPage(first);
    await control('POST', `/sessions/${again}/pay`, {});
    await control('POST', `/sessions/${pages[0]}/pay`, {});
    expect([await settleSession(again, NOW), await settleSession(pages[0] ?? '', NOW)]).toEqual(['confirm', 'refund_double']);
    await runMails();
    expect(await stripeRefunds(pages[0] ?? '')).toMatchObject([{ status: 'succeeded' }]);
    expect(await payPage(second)).toBe('confirm');
    expect(await stateOf(bookingId)).toBe('confirmed');
    expect(await payShare(first, 'nb', NOW)).toMatchObject({ ok: false, code: 'not_payable' });
  });

  test('the same form sent twice at once is one split, and all of it can no longer be paid in one', async () => {
    const organiser = await newMusician();
    const { bookingId, sessionId } = await heldBooking(organiser, { slot: slotAt(7, 18, 20) });
    await Promise.all([shareOut(organiser, bookingId, 2), shareOut(organiser, bookingId, 2)]);
    expect(await db.paymentSplit.count({ where: { bookingId } })).toBe(1);
    expect(await payBooking(organiser, bookingId, NOW)).toMatchObject({ ok: false, code: 'shared_out' });
    expect((await db.checkoutSession.findUniqueOrThrow({ where: { stripeSessionId: sessionId } })).state).toBe('expired');
    const { holdExpiresAt, createdAt } = await db.booking.findUniqueOrThrow({ where: { id: bookingId } });
    expect(holdExpiresAt).toEqual(later(48 * HOURS, createdAt));
    expect(await requestBooking(await newMusician(), bookingInput({ slot: slotAt(7, 18, 20) }), NOW)).toMatchObject({ ok: false });
    await callOffSplit(organiser, bookingId, NOW);
  });
});

describe('the organiser', () => {
  test('pays the rest in one payment, which confirms', async () => {
    const organiser = await newMusician();
    const { bookingId } = await heldBooking(organiser, { slot: slotAt(8, 18, 20) });
    await shareOut(organiser, bookingId, 3);
    const [first = '', second = ''] = await tokens(bookingId);
    await payPage(first);
    const open = await openPage(second);
    expect(await payRest(organiser, bookingId, NOW)).toMatchObject({ ok: true });
    expect(await settleSession(await payAt(bookingId), NOW)).toBe('confirm');
    expect(await stateOf(bookingId)).toBe('confirmed');
    expect((await splitOf(bookingId)).shares.map(({ state }) => state)).toEqual(['paid', 'covered', 'covered']);
    // The page that somebody else had open is closed; were it paid first, the money would go back.
    await control('POST', `/sessions/${open}/pay`, {});
    expect(await settleSession(open, NOW)).toBe('refund_double');
    await runMails();
    expect(await stripeRefunds(open)).toMatchObject([{ status: 'succeeded' }]);
    const { payments, refunds, totalOre } = await db.booking.findUniqueOrThrow({
      where: { id: bookingId },
      include: { payments: true, refunds: true },
    });
    expect(sumOf(payments) - sumOf(refunds)).toBe(totalOre);
  });

  test('who pays the rest while somebody pays a share gets that share back', async () => {
    const organiser = await newMusician();
    const { bookingId } = await heldBooking(organiser, { slot: slotAt(9, 18, 20) });
    await shareOut(organiser, bookingId, 3);
    const [first = ''] = await tokens(bookingId);
    const share = await openPage(first);
    expect(await payRest(organiser, bookingId, NOW)).toMatchObject({ ok: true });
    const rest = await payAt(bookingId);
    await control('POST', `/sessions/${share}/pay`, {});
    expect([await settleSession(share, NOW), await settleSession(rest, NOW)]).toEqual(['confirm', 'confirm']);
    await runMails();
    const split = await splitOf(bookingId);
    expect(split.shares.map(({ state }) => state)).toEqual(['paid', 'covered', 'covered']);
    expect(await stripeRefunds(rest)).toMatchObject([{ amount: split.shares[0]?.amountOre, status: 'succeeded' }]);
    expect(await mailsAbout('part_back', bookingId)).toHaveLength(1);
    const { payments, refunds, totalOre } = await db.booking.findUniqueOrThrow({
      where: { id: bookingId },
      include: { payments: true, refunds: true },
    });
    expect(sumOf(payments) - sumOf(refunds)).toBe(totalOre);
  });

  test('who asks for the rest again when somebody has paid meanwhile is asked for less', async () => {
    const organiser = await newMusician();
    const { bookingId } = await heldBooking(organiser, { slot: slotAt(10, 18, 20) });
    await shareOut(organiser, bookingId, 2);
    const [first = ''] = await tokens(bookingId);
    await payRest(organiser, bookingId, NOW);
    await payPage(first);
    expect(await payRest(organiser, bookingId, NOW)).toMatchObject({ ok: true });
    const session = await db.checkoutSession.findFirstOrThrow({ where: { bookingId }, orderBy: { attempt: 'desc' } });
    expect(session.amountOre).toBe((await splitOf(bookingId)).shares[1]?.amountOre);
    await settleSession(await payAt(bookingId), NOW);
    expect(await stateOf(bookingId)).toBe('confirmed');
  });

  test('who calls it off keeps the room for a while and can pay alone; whoever had paid gets it back', async () => {
    const organiser = await newMusician();
    const { bookingId } = await heldBooking(organiser, { slot: slotAt(11, 18, 20) });
    await shareOut(organiser, bookingId, 2);
    const [first = '', second = ''] = await tokens(bookingId);
    await payPage(first);
    const open = await openPage(second);
    expect(await callOffSplit(organiser, bookingId, NOW)).toMatchObject({ ok: true });
    expect(await callOffSplit(organiser, bookingId, NOW)).toMatchObject({ ok: false, code: 'not_collecting' });
    await control('POST', `/sessions/${open}/pay`, {});
    expect(await settleSession(open, NOW)).toBe('refund_late');
    expect(await payBooking(organiser, bookingId, NOW)).toMatchObject({ ok: true });
    expect(await settleSession(await payAt(bookingId), NOW)).toBe('confirm');
    await runMails();
    const { payments, refunds, totalOre } = await db.booking.findUniqueOrThrow({
      where: { id: bookingId },
      include: { payments: true, refunds: true },
    });
    expect(refunds.map(({ reason, state }) => [reason, state]).toSorted()).toEqual([
      ['late_payment', 'succeeded'],
      ['split_ended', 'succeeded'],
    ]);
    expect(sumOf(payments) - sumOf(refunds)).toBe(totalOre);
  });

  test('alone sees to it: a stranger can neither share out, nor pay the rest, nor call off', async () => {
    const organiser = await newMusician();
    const { bookingId } = await heldBooking(organiser, { slot: slotAt(12, 18, 20) });
    const stranger = await newMusician();
    expect(await shareOut(stranger, bookingId, 2)).toMatchObject({ ok: false, code: 'not_found' });
    await shareOut(organiser, bookingId, 2);
    expect(await payRest(stranger, bookingId, NOW)).toMatchObject({ ok: false, code: 'not_found' });
    expect(await callOffSplit(stranger, bookingId, NOW)).toMatchObject({ ok: false, code: 'not_found' });
    expect(await payShare('x'.repeat(43), 'nb', NOW)).toMatchObject({ ok: false, code: 'not_found' });
    await abandonBooking(organiser, bookingId, NOW);
  });
});
