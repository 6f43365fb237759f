import { describe, expect, test } from 'vitest';
import { received } from '../../support/mail-world';
import { closeDay, hit, mailsTo, offersOf, offerStates, pageOf } from '../../support/closure-world';
import { claimsOf, inForce } from '../../support/change-world';
import {
  bookingInput,
  db,
  heldBooking,
  house,
  manager,
  newMusician,
  NOW,
  payAt,
  runJobs,
  slotAt,
  stripeRefunds,
} from '../../support/stripe-world';

const { newId } = await import('~/lib/ids.server');
const { addMinutes } = await import('~/lib/interval');
const { answerByLink } = await import('~/modules/bookings/closure-offers/answer-offer.server');
const { loadLetterPage } = await import('~/modules/bookings/closure-offers/letter-page.queries.server');
const { listMyLetters, listOpenLetters } = await import('~/modules/bookings/closure-offers/open-letters.queries.server');
const { listPlanOffers } = await import('~/modules/bookings/closure-offers/plan-offers.queries.server');
const { sweepOffers } = await import('~/modules/bookings/closure-offers/sweep-offers.server');
const { changeBooking } = await import('~/modules/bookings/changes/change-booking.server');
const { requestBooking } = await import('~/modules/bookings/request-booking.server');
const { settleSession } = await import('~/modules/bookings/settle-checkout.server');

const MAIL = 'bookings.closure-mail';

describe('closing over a booking', () => {
  test('offers it once, in one mail with the reason and the link, until a deadline before the start', async () => {
    const { bookingId, person, slot, planId, token } = await hit(20);
    const [offer, ...more] = await offersOf(bookingId);
    expect(more).toEqual([]);
    expect(offer).toMatchObject({ state: 'open', startsAt: slot.start, answerBy: addMinutes(NOW, 3 * 1_440) });
    expect(offer?.settleAt).toEqual(addMinutes(slot.start, -720));
    expect((await runJobs([MAIL])).failed).toEqual([]);
    await sweepOffers(NOW);
    await runJobs([MAIL]);
    const mails = (await mailsTo(person.personId)).filter(({ topic }) => topic === 'bookings.closure_offered');
    expect(mails).toHaveLength(1);
    const mail = received.find(({ subject }) => subject === mails[0]?.subject);
    expect(mail?.text).toContain('Vannlekkasje');
    expect(mail?.text).toContain(`/stengt/${token}`);
    const page = await pageOf(token);
    expect(page).toMatchObject({ reason: { nb: 'Vannlekkasje' }, allRefundOre: null, chosen: { refundOre: expect.any(Number) as number } });
    expect(await listPlanOffers(manager, planId, 1)).toMatchObject({ total: 1, counts: { open: 1 }, items: [{ state: 'open', mails: 1 }] });
    expect(await db.auditEntry.count({ where: { subjectId: bookingId, action: 'booking.closure_offered' } })).toBe(1);
  });

  test('what is not paid is asked about when it is paid, what has begun never', async () => {
    const held = await heldBooking(await newMusician(), { roomSlug: 'ovingsrom-2', slot: slotAt(21, 12, 14) });
    await closeDay({ days: 21, room: 'ovingsrom-2' });
    expect(await offersOf(held.bookingId)).toEqual([]);
    await payAt(held.bookingId);
    await settleSession(held.sessionId, NOW);
    await sweepOffers(NOW);
    await Promise.all([sweepOffers(NOW), sweepOffers(NOW)]);
    expect(await offerStates(held.bookingId)).toEqual(['open']);
  });

  test('two closures over the same time ask once', async () => {
    const { bookingId } = await hit(22);
    await closeDay({ days: 22, fields: { what: 'house', fromTime: '15:00' } });
    await sweepOffers(NOW);
    expect(await offerStates(bookingId)).toEqual(['open']);
  });

  test('an address that leads nowhere leads nowhere', async () => {
    expect(await loadLetterPage('x'.repeat(43), { offerId: null, wanted: null }, NOW)).toBeNull();
    expect(await answerByLink('x'.repeat(43), null, { kind: 'keep' }, NOW)).toMatchObject({ ok: false, code: 'not_found' });
    const [one, other] = [await hit(23), await hit(24)];
    expect(await answerByLink(one.token, other.offerId, { kind: 'refund', refundOre: 0 }, NOW)).toMatchObject({
      ok: false,
      code: 'not_found',
    });
  });
});

describe('moving', () => {
  test('each choice that is shown can be had for the price that stands, and the closure takes the time that is left', async () => {
    const { bookingId, token, offerId, slot } = await hit(25);
    const before = await inForce(bookingId);
    const { chosen } = await pageOf(token);
    expect(chosen?.choices.length).toBeGreaterThan(2);
    expect(chosen?.choices.some(({ roomSlug, start }) => roomSlug !== 'ovingsrom-1' && start.getTime() === slot.start.getTime())).toBe(
      true,
    );
    expect(chosen?.choices.some(({ roomSlug, start }) => roomSlug === 'ovingsrom-1' && start.getTime() !== slot.start.getTime())).toBe(
      true,
    );
    const choice = chosen?.choices[0];
    if (!choice) throw new Error('no choice');
    const answer = { kind: 'move', requestKey: newId(), roomSlug: choice.roomSlug, slot: choice, backOre: choice.backOre } as const;
    const answers = await Promise.all([answerByLink(token, offerId, answer, NOW), answerByLink(token, offerId, answer, NOW)]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await offerStates(bookingId)).toEqual(['moved']);
    const after = await inForce(bookingId);
    expect(after).toMatchObject({
      startsAt: choice.start,
      totalOre: before.totalOre - choice.backOre,
      lineOre: after.totalOre,
      chargedOre: after.totalOre,
    });
    expect(await claimsOf(bookingId)).toHaveLength(1);
    const inTheWay = await db.claim.findMany({
      where: { active: true, roomId: house.rooms['ovingsrom-1'] ?? '', startsAt: { lte: slot.start }, endsAt: { gte: slot.end } },
    });
    expect(inTheWay.every(({ closureId }) => closureId !== null)).toBe(true);
  });

  test('another room of the kind costs no more at a dearer hour, and gives back the difference at a cheaper one', async () => {
    const evening = await hit(28, { room: 'ovingsrom-3', fromHour: 18, toHour: 20 });
    const paid = (await inForce(evening.bookingId)).totalOre;
    const day = slotAt(29, 10, 12);
    const page = await loadLetterPage(evening.token, { offerId: null, wanted: { roomSlug: 'ovingsrom-3', slot: day } }, NOW);
    const outcome = page?.chosen?.free.answer?.decision;
    if (!outcome?.ok) throw new Error('not free');
    const backOre = outcome.value.backOre;
    expect(outcome.value.dueOre).toBe(0);
    const answer = { kind: 'move', requestKey: newId(), roomSlug: 'ovingsrom-3', slot: day, backOre } as const;
    expect(await answerByLink(evening.token, evening.offerId, { ...answer, backOre: backOre + 1 }, NOW)).toMatchObject({
      code: 'difference_changed',
    });
    expect(await answerByLink(evening.token, evening.offerId, answer, NOW)).toMatchObject({ ok: true });
    expect((await inForce(evening.bookingId)).totalOre).toBe(paid - backOre);
    await runJobs();
    const refunds = await stripeRefunds(evening.sessionId);
    expect(refunds.reduce((sum, { amount }) => sum + amount, 0)).toBe(backOre);
  });

  test('longer, or a room of another kind, is beyond what is offered', async () => {
    const { token, offerId, bookingId } = await hit(30);
    const move = (roomSlug: string, slot: { start: Date; end: Date }) =>
      answerByLink(token, offerId, { kind: 'move', requestKey: newId(), roomSlug, slot, backOre: 0 }, NOW);
    expect(await move('ovingsrom-2', slotAt(30, 10, 18))).toMatchObject({ ok: false, code: 'beyond_offer' });
    expect(await move('storsalen-ost', slotAt(30, 16, 18))).toMatchObject({ ok: false, code: 'beyond_offer' });
    expect(await move('ovingsrom-1', slotAt(30, 10, 12))).toMatchObject({ ok: false, code: 'closure' });
    expect(await offerStates(bookingId)).toEqual(['open']);
  });

  test('a choice that somebody took meanwhile is refused, and nothing changes', async () => {
    const { token, offerId, bookingId } = await hit(45);
    const choice = (await pageOf(token)).chosen?.choices[0];
    if (!choice) throw new Error('no choice');
    const rival = await requestBooking(await newMusician(), bookingInput({ roomSlug: choice.roomSlug, slot: choice }), NOW);
    expect(rival.ok).toBe(true);
    const answer = { kind: 'move', requestKey: newId(), roomSlug: choice.roomSlug, slot: choice, backOre: choice.backOre } as const;
    expect(await answerByLink(token, offerId, answer, NOW)).toMatchObject({ ok: false });
    expect(await offerStates(bookingId)).toEqual(['open']);
    expect((await pageOf(token)).chosen?.choices).not.toContainEqual(
      expect.objectContaining({ roomSlug: choice.roomSlug, start: choice.start }),
    );
  });

  test('by the ordinary page it is an answer as well, also when it is too late to move what was booked', async () => {
    const { bookingId, person, slot } = await hit(1, { room: 'ovingsrom-2', fromHour: 12, toHour: 14 });
    const input = { bookingId, occurrenceId: null, requestKey: newId(), roomSlug: 'ovingsrom-3', slot, waive: false, expectedOre: null };
    expect(await changeBooking(person, input, NOW)).toMatchObject({ ok: true, value: { state: 'applied' } });
    expect(await offerStates(bookingId)).toEqual(['moved']);
  });
});

describe('open letters', () => {
  test('stand on the page of whoever booked until they are answered, with what they are about', async () => {
    const { bookingId, person, slot, token, offerId } = await hit(37);
    const personId = person.personId ?? '';
    const [letter, ...more] = await listMyLetters(personId, []);
    expect(more).toEqual([]);
    expect(letter).toMatchObject({
      href: `/stengt/${token}`,
      answerBy: addMinutes(NOW, 3 * 1_440),
      start: slot.start,
      end: slot.end,
      times: 1,
    });
    expect(await listOpenLetters(bookingId)).toEqual([letter]);
    expect(await listMyLetters((await newMusician()).personId ?? '', [])).toEqual([]);
    const refundOre = (await pageOf(token)).chosen?.refundOre ?? 0;
    expect(await answerByLink(token, offerId, { kind: 'refund', refundOre }, NOW)).toMatchObject({ ok: true });
    expect(await listMyLetters(personId, [])).toEqual([]);
  });
});
