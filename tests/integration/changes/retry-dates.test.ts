/** Dates of a series that could not be had, had after all: at their time when it comes free, or at another that will do. */
import { expect, test } from 'vitest';
import { bookingInput, db, manager, newMusician, NOW, payAt, runJobs, slotAt } from '../../support/stripe-world';
import { openLatest, settleLatest } from '../../support/change-world';
import { planOfProject, projectDraft } from '../../support/project-world';
import { planOf, seriesDraft, statementsOf, tenant } from '../../support/series-world';

const { requestOccurrences } = await import('~/modules/bookings/request-occurrences.server');
const { requestBooking } = await import('~/modules/bookings/request-booking.server');
const { cancelBooking } = await import('~/modules/bookings/cancel-booking.server');
const { openCheckout } = await import('~/modules/billing/open-checkout.server');
const { settleSession } = await import('~/modules/bookings/settle-checkout.server');
const { previewRetry } = await import('~/modules/bookings/changes/retry-preview.queries.server');
const { retryDates } = await import('~/modules/bookings/changes/retry-dates.server');
const { loadEquipmentIds } = await import('~/modules/rooms/equipment.queries.server');
const { localDateOf } = await import('~/lib/local-time');
const { newId } = await import('~/lib/ids.server');

type Day = { readonly weekday: string; readonly first: string };

/** Somebody else has the second of three dates. */
async function withRival({ weekday, first }: Day, more: Parameters<typeof seriesDraft>[0] = {}) {
  const draft = seriesDraft({ ukedag: [weekday], dato: first, ganger: '3', ...more });
  const second = new Date(new Date(`${first}T17:00:00Z`).getTime() + 7 * 86_400_000);
  const organisation = await db.organisation.findFirstOrThrow({ where: { onAccount: true } });
  const slot = { start: second, end: new Date(second.getTime() + 7_200_000) };
  const rival = await requestBooking(manager, bookingInput({ slot, paymentMethod: 'on_account', organisationId: organisation.id }), NOW);
  if (!rival.ok) throw new Error(rival.code);
  const leave = () =>
    cancelBooking(manager, { bookingId: rival.value.bookingId, waive: true, reason: 'Avlyst', confirmedRefundOre: rivalOre }, NOW);
  const { totalOre: rivalOre } = await db.booking.findUniqueOrThrow({ where: { id: rival.value.bookingId } });
  return { draft, leave };
}

async function preview(actor: typeof manager, bookingId: string, choices: Parameters<typeof previewRetry>[1]['choices'] = null) {
  const shown = await previewRetry(actor, { bookingId, occurrenceId: null, choices }, NOW);
  if (!shown.ok) throw new Error(shown.code);
  const wishes = shown.value.rows.flatMap(({ chosen }) => (chosen ? [chosen] : []));
  const { count, totalOre } = shown.value;
  return { ...shown.value, input: { bookingId, requestKey: newId(), wishes, shown: { count, totalOre } } };
}

const statesOf = async (bookingId: string) =>
  (await db.occurrence.findMany({ where: { bookingId }, orderBy: { startsAt: 'asc' } })).map(({ state }) => state);

test('on account: what has come free is claimed, priced and charged, once; the rest of the booking is as it was', async () => {
  const { draft, leave } = await withRival({ weekday: '1', first: '2027-01-04' });
  const { actor, organisationId } = await tenant();
  const requested = await requestOccurrences(actor, planOf({ ...draft, betaler: organisationId }), NOW);
  if (!requested.ok) throw new Error(requested.code);
  const { bookingId } = requested.value;
  const before = await db.booking.findUniqueOrThrow({ where: { id: bookingId } });
  expect(await preview(actor, bookingId)).toMatchObject({ count: 0, rows: [{ same: { free: false, refusal: { code: 'taken' } } }] });

  await leave();
  const { input, totalOre } = await preview(actor, bookingId);
  expect(input.shown).toEqual({ count: 1, totalOre: before.totalOre / 2 });
  const [once, again] = [await retryDates(actor, input, NOW), await retryDates(actor, input, NOW)];
  expect(once).toMatchObject({ ok: true, value: { state: 'applied' } });
  expect(again).toEqual(once);
  expect(await statesOf(bookingId)).toEqual(['confirmed', 'confirmed', 'confirmed']);
  const after = await db.booking.findUniqueOrThrow({ where: { id: bookingId } });
  expect([after.totalOre, after.sequence]).toEqual([before.totalOre + totalOre, before.sequence + 1]);
  const charges = await db.charge.findMany({ where: { occurrence: { bookingId } } });
  expect(charges.reduce((sum, { grossOre }) => sum + grossOre, 0)).toBe(after.totalOre);
  expect(await db.accessGrant.count({ where: { occurrence: { bookingId } } })).toBe(3);
  await runJobs();
  const mails = await db.outgoingMail.findMany({ where: { topic: 'bookings.change.changed', recipient: { contains: actor.personId } } });
  expect(mails.map(({ subject }) => subject)).toEqual([expect.stringMatching(/^Booket: Øvingsrom 1/)]);
});

test('by card: the date is kept while the supplement is paid, and joins the booking when it is', async () => {
  const { draft, leave } = await withRival({ weekday: '4', first: '2027-01-07' });
  const actor = await newMusician();
  const requested = await requestOccurrences(actor, planOf(draft), NOW);
  if (!requested.ok || !requested.value.checkoutId) throw new Error('not held');
  const { bookingId, checkoutId } = requested.value;
  await openCheckout(checkoutId, NOW);
  await settleSession(await payAt(bookingId), NOW);
  await leave();
  const { input, totalOre } = await preview(actor, bookingId);
  expect(await retryDates(actor, input, NOW)).toMatchObject({ ok: true, value: { state: 'awaiting_payment', payNow: true } });
  expect(await statesOf(bookingId)).toEqual(['confirmed', 'refused', 'confirmed']);
  const rival = await requestBooking(await newMusician(), bookingInput({ slot: input.wishes[0]?.slot ?? slotAt(1, 1, 2) }), NOW);
  expect(rival).toMatchObject({ ok: false, code: 'held' });

  await settleLatest(bookingId);
  expect(await statesOf(bookingId)).toEqual(['confirmed', 'confirmed', 'confirmed']);
  const payments = await db.payment.findMany({ where: { bookingId }, orderBy: { paidAt: 'asc' } });
  expect(payments.map(({ amountOre }) => amountOre)).toEqual([totalOre * 2, totalOre]);

  const whole = { bookingId, waive: false, reason: '', confirmedRefundOre: totalOre * 3 };
  expect(await cancelBooking(actor, whole, NOW)).toMatchObject({ ok: true, value: { refundOre: totalOre * 3 } });
  const refunds = await db.refund.findMany({ where: { bookingId }, orderBy: { amountOre: 'desc' } });
  expect(refunds.map(({ amountOre }) => amountOre)).toEqual([totalOre * 2, totalOre]);
});

test('a date that still cannot be had is shown with what would do instead, and that is booked in its place', async () => {
  const { draft } = await withRival({ weekday: '3', first: '2027-01-06' });
  const { actor, organisationId } = await tenant();
  const requested = await requestOccurrences(actor, planOf({ ...draft, betaler: organisationId }), NOW);
  if (!requested.ok) throw new Error(requested.code);
  const { bookingId } = requested.value;
  const first = await preview(actor, bookingId);
  const [row] = first.rows;
  const instead = row?.alternatives.find(({ roomSlug }) => roomSlug !== 'ovingsrom-1') ?? row?.alternatives[0];
  if (!instead) throw new Error('nothing instead');
  const { input } = await preview(actor, bookingId, [instead]);
  expect(await retryDates(actor, input, NOW)).toMatchObject({ ok: true });
  const moved = await db.occurrence.findUniqueOrThrow({ where: { id: instead.occurrenceId }, include: { room: true } });
  expect(moved).toMatchObject({ state: 'confirmed', refusal: null, startsAt: instead.slot.start });
  expect(moved.room.slug).toBe(instead.roomSlug);
  expect(moved.seriesDate).toEqual(new Date('2027-01-13'));
});

test('another price or number than was shown books nothing, and nor does somebody else', async () => {
  const { draft, leave } = await withRival({ weekday: '5', first: '2027-01-08' });
  const { actor, organisationId } = await tenant();
  const requested = await requestOccurrences(actor, planOf({ ...draft, betaler: organisationId }), NOW);
  if (!requested.ok) throw new Error(requested.code);
  const { bookingId } = requested.value;
  await leave();
  const { input } = await preview(actor, bookingId);
  expect(await retryDates(actor, { ...input, shown: { count: 1, totalOre: 1 } }, NOW)).toMatchObject({ code: 'shown_changed' });
  expect(await retryDates(await newMusician(), input, NOW)).toMatchObject({ code: 'not_found' });
  const twice = await Promise.all([newId(), newId()].map((requestKey) => retryDates(actor, { ...input, requestKey }, NOW)));
  expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await statesOf(bookingId)).toEqual(['confirmed', 'confirmed', 'confirmed']);
});

test('calling the booking off gives up dates that are kept for their payment; a payment after that goes back', async () => {
  const { draft, leave } = await withRival({ weekday: '2', first: '2027-01-05' });
  const actor = await newMusician();
  const requested = await requestOccurrences(actor, planOf(draft), NOW);
  if (!requested.ok || !requested.value.checkoutId) throw new Error('not held');
  const { bookingId, checkoutId } = requested.value;
  await openCheckout(checkoutId, NOW);
  await settleSession(await payAt(bookingId), NOW);
  await leave();
  const { input, totalOre } = await preview(actor, bookingId);
  await retryDates(actor, input, NOW);
  await openLatest(bookingId);
  const sessionId = await payAt(bookingId);
  await cancelBooking(actor, { bookingId, waive: false, reason: '', confirmedRefundOre: totalOre * 2 }, NOW);
  expect(await db.claim.count({ where: { active: true, occurrence: { bookingId } } })).toBe(0);
  expect(await settleSession(sessionId, NOW)).toBe('refund_late');
});

test('many dates are tried again with as many statements as one', async () => {
  const { actor, organisationId } = await tenant();
  const organisation = await db.organisation.findFirstOrThrow({ where: { onAccount: true } });
  const counted = async (ganger: string, fra: string, til: string) => {
    const draft = seriesDraft({ rom: ['ovingsrom-3'], ukedag: ['6', '7'], dato: '2027-01-02', ganger, fra, til });
    const rival = await requestOccurrences(manager, planOf({ ...draft, betaler: organisation.id }), NOW);
    const free = seriesDraft({ ...draft, rom: ['ovingsrom-3', 'ovingsrom-2'] });
    const requested = await requestOccurrences(actor, planOf({ ...free, betaler: organisationId }), NOW);
    if (!requested.ok || !rival.ok) throw new Error('not booked');
    const { totalOre } = await db.booking.findUniqueOrThrow({ where: { id: rival.value.bookingId } });
    const off = { bookingId: rival.value.bookingId, waive: true, reason: 'Avlyst', confirmedRefundOre: totalOre };
    expect(await cancelBooking(manager, off, NOW)).toMatchObject({ ok: true });
    const { input } = await preview(actor, requested.value.bookingId);
    const { value, statements } = await statementsOf(() => retryDates(actor, input, NOW));
    expect(value).toMatchObject({ ok: true });
    expect(await statesOf(requested.value.bookingId)).not.toContain('refused');
    return statements;
  };
  const few = await counted('2', '10:00', '12:00');
  expect(await counted('10', '13:00', '15:00')).toBe(few);
});

test('a part of a project that is regained has what was asked for with it, its time to rig too, and nothing of another part', async () => {
  const organisation = await db.organisation.findFirstOrThrow({ where: { onAccount: true } });
  const first = { roomSlug: 'ovingsrom-4', slot: slotAt(57, 18, 20) };
  const second = { roomSlug: 'hoyloftet', slot: slotAt(58, 18, 20) };
  const rival = await requestBooking(
    manager,
    bookingInput({ ...second, paymentMethod: 'on_account', organisationId: organisation.id, expectedTotalOre: null }),
    NOW,
  );
  if (!rival.ok) throw new Error(rival.code);
  const { actor, organisationId } = await tenant();
  const parts = projectDraft(
    [
      { rom: first.roomSlug, dato: localDateOf(first.slot.start), utstyr: 'trommesett:2' },
      { rom: second.roomSlug, dato: localDateOf(second.slot.start), utstyr: 'sangmikrofon:3', riggFor: '60' },
    ],
    { betaler: organisationId, valg: 'ledig' },
  );
  const ids = await loadEquipmentIds(db);
  const requested = await requestOccurrences(
    actor,
    planOfProject(parts, {}, (slug) => ids.get(slug)),
    NOW,
  );
  if (!requested.ok) throw new Error(requested.code);
  const { totalOre: confirmedRefundOre } = await db.booking.findUniqueOrThrow({ where: { id: rival.value.bookingId } });
  await cancelBooking(manager, { bookingId: rival.value.bookingId, waive: true, reason: 'Avlyst', confirmedRefundOre }, NOW);
  const { input } = await preview(actor, requested.value.bookingId);
  expect(await retryDates(actor, input, NOW)).toMatchObject({ ok: true, value: { state: 'applied' } });
  const uses = await db.equipmentUse.findMany({
    where: { occurrence: { bookingId: requested.value.bookingId } },
    orderBy: { startsAt: 'asc' },
    include: { item: true },
  });
  expect(uses.map(({ item, quantity }) => [item.slug, quantity])).toEqual([
    ['trommesett', 2],
    ['sangmikrofon', 3],
  ]);
  const claim = await db.claim.findFirstOrThrow({ where: { occurrenceId: uses[1]?.occurrenceId ?? '', active: true } });
  expect(second.slot.start.getTime() - claim.startsAt.getTime()).toBeGreaterThanOrEqual(60 * 60_000);
});
