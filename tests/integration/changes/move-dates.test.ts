/** Dates of a series that are moved together: one, it and those after it, or all. */
import ICAL from 'ical.js';
import { beforeAll, expect, test } from 'vitest';
import { bookingInput, db, house, newMusician, NOW, payAt, runJobs } from '../../support/stripe-world';
import { settleLatest } from '../../support/change-world';
import { planOf, seriesDraft, statementsOf, tenant } from '../../support/series-world';

const { requestOccurrences } = await import('~/modules/bookings/request-occurrences.server');
const { requestBooking } = await import('~/modules/bookings/request-booking.server');
const { openCheckout } = await import('~/modules/billing/open-checkout.server');
const { settleSession } = await import('~/modules/bookings/settle-checkout.server');
const { cancelBooking } = await import('~/modules/bookings/cancel-booking.server');
const { previewMoves } = await import('~/modules/bookings/changes/moves-preview.queries.server');
const { moveDates } = await import('~/modules/bookings/changes/move-dates.server');
const { loadBookingMail } = await import('~/modules/bookings/booking-mail.queries.server');
const { loadBookingDates } = await import('~/modules/bookings/series/booking-dates.queries.server');
const { loadCalendarFile } = await import('~/modules/bookings/calendar-file.queries.server');
const { newId } = await import('~/lib/ids.server');

type Actor = Awaited<ReturnType<typeof newMusician>>;
type Wish = NonNullable<Parameters<typeof previewMoves>[1]['wish']>;

beforeAll(async () => {
  await db.room.updateMany({ data: { horizonDays: 730 } });
});

async function onAccount(more: Parameters<typeof seriesDraft>[0]) {
  const { actor, organisationId } = await tenant();
  const requested = await requestOccurrences(actor, planOf(seriesDraft({ betaler: organisationId, ...more })), NOW);
  if (!requested.ok) throw new Error(requested.code);
  return { actor, bookingId: requested.value.bookingId };
}

const datesOf = (bookingId: string) =>
  db.occurrence.findMany({ where: { bookingId }, orderBy: [{ seriesDate: 'asc' }, { roomId: 'asc' }] });

async function shownFor(actor: Actor, bookingId: string, nth: number, wish: Wish, scope: 'this' | 'following' | 'all') {
  const occurrenceId = (await datesOf(bookingId))[nth]?.id ?? '';
  const preview = await previewMoves(actor, { bookingId, occurrenceId, wish }, NOW);
  if (!preview.ok) throw new Error(preview.code);
  const chosen = preview.value.answer?.scopes.find((one) => one.scope === scope);
  if (!chosen) throw new Error('no answer');
  return {
    ...chosen,
    rows: preview.value.answer?.rows,
    input: { bookingId, occurrenceId, ...wish, scope, requestKey: newId(), shown: chosen.shown },
  };
}

const evening = (weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7, from = 19, to = 21): Wish => ({
  move: { weekday, fromMinute: from * 60, toMinute: to * 60 },
  roomSlug: null,
});

test('this and following go to another weekday and hour by the clock, the rest stays; the calendar knows each', async () => {
  const { actor, bookingId } = await onAccount({ ukedag: ['1'], dato: '2027-03-15', ganger: '4', fra: '17:00', til: '19:00' });
  const { input, movedCount } = await shownFor(actor, bookingId, 1, evening(3), 'following');
  expect(movedCount).toBe(3);
  const [once, again] = [await moveDates(actor, input, NOW), await moveDates(actor, input, NOW)];
  expect(once).toMatchObject({ ok: true, value: { state: 'applied' } });
  expect(again).toEqual(once);
  const starts = (await datesOf(bookingId)).map(({ startsAt }) => startsAt.toISOString());
  expect(starts).toEqual(['2027-03-15T16:00:00.000Z', '2027-03-24T18:00:00.000Z', '2027-03-31T17:00:00.000Z', '2027-04-07T17:00:00.000Z']);
  const claims = await db.claim.findMany({ where: { active: true, occurrence: { bookingId } }, orderBy: { startsAt: 'asc' } });
  expect(claims).toHaveLength(4);

  const file = await loadCalendarFile(actor, bookingId);
  const calendar = new ICAL.Component(ICAL.parse(file ?? '') as never);
  const [base, ...overrides] = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  if (!base) throw new Error('no event');
  for (const override of overrides) base.relateException(override);
  const each = base.iterator();
  const found: string[] = [];
  for (let next = each.next(); next; next = each.next()) found.push(base.getOccurrenceDetails(next).startDate.toJSDate().toISOString());
  expect(found.toSorted()).toEqual(starts);
  expect(overrides).toHaveLength(3);
  const { sequence } = await db.booking.findUniqueOrThrow({ where: { id: bookingId } });
  expect([base, ...overrides].map((event) => event.component.getFirstPropertyValue('sequence'))).toEqual(Array(4).fill(sequence));

  await runJobs();
  const mails = await db.outgoingMail.findMany({
    where: { topic: 'bookings.change.changed', recipient: { contains: actor.personId ?? '' } },
  });
  expect(mails.map(({ subject }) => subject)).toEqual([expect.stringMatching(/^Endret: 3 datoer/)]);
});

test('what cannot be moved stays, with its reason, and is in the way of the others', async () => {
  const { actor, bookingId } = await onAccount({ ukedag: ['2', '3'], dato: '2027-02-02', ganger: '2', fra: '18:00', til: '20:00' });
  // Tuesday would go to Wednesday, and Wednesday to a Thursday that somebody has.
  await requestBooking(
    await newMusician(),
    bookingInput({ slot: { start: new Date('2027-02-04T17:00:00Z'), end: new Date('2027-02-04T19:00:00Z') } }),
    NOW,
  );
  const { movedCount, stayingCount, rows, input } = await shownFor(actor, bookingId, 0, evening(3, 18, 20), 'all');
  expect([movedCount, stayingCount]).toEqual([0, 2]);
  expect(rows?.map(({ refusal }) => refusal?.code)).toEqual(['taken', 'held']);
  expect(await moveDates(actor, input, NOW)).toMatchObject({ ok: false, code: 'shown_changed' });
});

test('within the series dates may take each other’s places', async () => {
  const { actor, bookingId } = await onAccount({ ukedag: ['2', '3', '4'], dato: '2027-02-09', ganger: '3', fra: '18:00', til: '20:00' });
  const { input } = await shownFor(actor, bookingId, 0, evening(3, 18, 20), 'all');
  expect(await moveDates(actor, input, NOW)).toMatchObject({ ok: true });
  const starts = (await datesOf(bookingId)).map(({ startsAt }) => startsAt.toISOString().slice(0, 10));
  expect(starts).toEqual(['2027-02-10', '2027-02-11', '2027-02-12']);
});

test('by card a longer time is paid for all of them at once, and is true when it is', async () => {
  const actor = await newMusician();
  const requested = await requestOccurrences(actor, planOf(seriesDraft({ ukedag: ['5'], dato: '2027-01-15', ganger: '3' })), NOW);
  if (!requested.ok || !requested.value.checkoutId) throw new Error('not held');
  const { bookingId, checkoutId } = requested.value;
  await openCheckout(checkoutId, NOW);
  await settleSession(await payAt(bookingId), NOW);
  const before = await db.booking.findUniqueOrThrow({ where: { id: bookingId } });
  const { input, dueOre } = await shownFor(actor, bookingId, 0, evening(5, 18, 21), 'all');
  expect(dueOre).toBeGreaterThan(0);
  expect(await moveDates(actor, input, NOW)).toMatchObject({ ok: true, value: { state: 'awaiting_payment', payNow: true } });
  expect(await db.booking.findUniqueOrThrow({ where: { id: bookingId } })).toMatchObject({ totalOre: before.totalOre });
  await settleLatest(bookingId);
  const after = await db.booking.findUniqueOrThrow({ where: { id: bookingId }, include: { payments: true } });
  expect(after.totalOre).toBe(before.totalOre + dueOre);
  expect(after.payments.map(({ amountOre }) => amountOre)).toEqual([before.totalOre, dueOre]);
  expect((await datesOf(bookingId)).map(({ endsAt }) => endsAt.toISOString().slice(11, 13))).toEqual(['20', '20', '20']);
});

async function paidSeries(draft: Parameters<typeof seriesDraft>[0]) {
  const actor = await newMusician();
  const requested = await requestOccurrences(actor, planOf(seriesDraft(draft)), NOW);
  if (!requested.ok || !requested.value.checkoutId) throw new Error('not held');
  const { bookingId, checkoutId } = requested.value;
  await openCheckout(checkoutId, NOW);
  await settleSession(await payAt(bookingId), NOW);
  return { actor, bookingId };
}

const moneyIn = (bookingId: string) =>
  db.booking.findUniqueOrThrow({ where: { id: bookingId }, include: { payments: { orderBy: { createdAt: 'asc' } }, refunds: true } });

// Weekday daytime costs less than the weekend: Friday to Saturday is dearer, Sunday to Monday cheaper.
const midday = { rom: ['ovingsrom-4'], ukedag: ['5', '7'], ganger: '3', fra: '12:00', til: '14:00' };

test('by card, some dearer and one cheaper: only the difference is paid, nothing goes back, and calling all off gives back all that was paid', async () => {
  const { actor, bookingId } = await paidSeries({ ...midday, dato: '2027-05-21' });
  const before = await moneyIn(bookingId);
  const { input, dueOre, backOre, rows } = await shownFor(actor, bookingId, 0, evening(6, 12, 14), 'all');
  expect(rows?.map(({ after }) => Math.sign(after?.differenceOre ?? 0))).toEqual([1, -1, 1]);
  expect([dueOre > 0, backOre]).toEqual([true, 0]);
  expect(await moveDates(actor, input, NOW)).toMatchObject({ ok: true, value: { state: 'awaiting_payment' } });
  await settleLatest(bookingId);
  const after = await moneyIn(bookingId);
  expect(after.payments.map(({ amountOre }) => amountOre)).toEqual([before.totalOre, dueOre]);
  expect([after.totalOre, after.refunds]).toEqual([before.totalOre + dueOre, []]);

  const called = { bookingId, waive: false, reason: '', confirmedRefundOre: after.totalOre };
  expect(await cancelBooking(actor, called, NOW)).toMatchObject({ ok: true });
  const given = (await moneyIn(bookingId)).refunds.reduce((sum, { amountOre }) => sum + amountOre, 0);
  expect(given).toBe(after.totalOre);
});

test('by card, some cheaper and one dearer: only the difference goes back, at once, and nothing is paid', async () => {
  const { actor, bookingId } = await paidSeries({ ...midday, dato: '2027-06-06' });
  const before = await moneyIn(bookingId);
  const { input, dueOre, backOre } = await shownFor(actor, bookingId, 0, evening(1, 12, 14), 'all');
  expect([dueOre, backOre > 0]).toEqual([0, true]);
  expect(await moveDates(actor, input, NOW)).toMatchObject({ ok: true, value: { state: 'applied', payNow: false } });
  const after = await moneyIn(bookingId);
  expect(after.payments).toHaveLength(1);
  expect(after.refunds.map(({ amountOre }) => amountOre)).toEqual([backOre]);
  expect(after.totalOre).toBe(before.totalOre - backOre);
  const stored = await db.bookingChange.aggregate({ where: { bookingId }, _sum: { dueOre: true, backOre: true } });
  expect(stored._sum).toEqual({ dueOre: 0, backOre });
});

test('another count or other money than was shown moves nothing, and nor does somebody else', async () => {
  const { actor, bookingId } = await onAccount({ ukedag: ['6'], dato: '2027-01-16', ganger: '3' });
  const { input } = await shownFor(actor, bookingId, 0, evening(6), 'all');
  expect(await moveDates(actor, { ...input, shown: '2:0:0' }, NOW)).toMatchObject({ code: 'shown_changed' });
  expect(await moveDates(await newMusician(), input, NOW)).toMatchObject({ code: 'not_found' });
  const rivals = await Promise.all([newId(), newId()].map((requestKey) => moveDates(actor, { ...input, requestKey }, NOW)));
  expect(rivals.filter(({ ok }) => ok)).toHaveLength(1);
});

test('60 dates are moved with as many statements as 2', async () => {
  const counted = async (ganger: string, from: number) => {
    const draft = { rom: ['ovingsrom-2'], ukedag: ['1', '2', '3', '4', '5', '6', '7'], dato: '2027-04-05', ganger };
    const { actor, bookingId } = await onAccount({ ...draft, fra: `${from}:00`, til: `${from + 2}:00` });
    const { input, movedCount } = await shownFor(actor, bookingId, 0, { ...evening(1, from, from + 2), roomSlug: 'ovingsrom-3' }, 'all');
    expect(movedCount).toBeGreaterThan(Number(ganger) - 10);
    const { value, statements } = await statementsOf(() => moveDates(actor, input, NOW));
    expect(value).toMatchObject({ ok: true });
    return statements;
  };
  const few = await counted('2', 10);
  expect(await counted('60', 14)).toBe(few);
});

test('a whole series onto an evening on which the house has closed: that date stays, with the reason, and the others move', async () => {
  const { actor, bookingId } = await onAccount({ rom: ['ovingsrom-5'], ukedag: ['1'], dato: '2027-06-07', ganger: '3' });
  const room = await db.room.findUniqueOrThrow({ where: { slug: 'ovingsrom-5' } });
  const night = { roomId: room.id, startsAt: new Date('2027-06-16T06:00:00Z'), endsAt: new Date('2027-06-17T06:00:00Z') };
  const scope = { scope: 'room' as const, roomId: room.id, fromDate: new Date('2027-06-16'), fromMinute: 480, endMinute: 1_920 };
  const plan = await db.closurePlan.create({ data: { id: newId(), ...scope, requestKey: newId(), createdById: house.accounts.manager } });
  const reason = { reasonNb: 'Nytt golv', reasonEn: 'New floor' };
  const closure = await db.closure.create({ data: { id: newId(), ...night, ...reason, planId: plan.id } });
  await db.claim.create({ data: { id: newId(), ...night, closureId: closure.id } });
  const { input, movedCount, stayingCount, rows } = await shownFor(actor, bookingId, 0, evening(3, 18, 20), 'all');
  expect([movedCount, stayingCount]).toEqual([2, 1]);
  expect(rows?.[1]?.refusal).toMatchObject({ code: 'closure', reason: { nb: 'Nytt golv' } });
  expect(await moveDates(actor, input, NOW)).toMatchObject({ ok: true });
  const starts = (await datesOf(bookingId)).map(({ startsAt }) => startsAt.toISOString().slice(0, 10));
  expect(starts).toEqual(['2027-06-09', '2027-06-14', '2027-06-23']);
});

test('when every date has been moved, mail and page do not tell the old rule; when some have, they say how many', async () => {
  const { actor, bookingId } = await onAccount({ rom: ['ovingsrom-5'], ukedag: ['1'], dato: '2027-08-02', ganger: '3' });
  const told = async () => [(await loadBookingMail({ bookingId, kind: 'confirmed' }))?.shape, await loadBookingDates(bookingId, null, NOW)];
  const following = await shownFor(actor, bookingId, 1, evening(1, 18, 21), 'following');
  expect(await moveDates(actor, following.input, NOW)).toMatchObject({ ok: true });
  for (const shape of await told())
    expect(shape).toMatchObject({ movedCount: 2, rule: { weekdays: [1], fromMinute: 1_080, toMinute: 1_200 } });
  const first = await shownFor(actor, bookingId, 0, evening(1, 18, 21), 'this');
  expect(await moveDates(actor, first.input, NOW)).toMatchObject({ ok: true });
  for (const shape of await told()) expect(shape).toMatchObject({ movedCount: 3, rule: null, count: 3 });
});
