/** The staff's calendar: what it shows, what moving on it means, and two who drag the same booking. */
import { expect, test } from 'vitest';
import { bookingInput, confirmedBooking, db, house, manager, newMusician, NOW, slotAt } from '../../support/stripe-world';
import { changeInput, inForce } from '../../support/change-world';
import type { Actor } from '../../../app/modules/identity/permissions';

const { newId } = await import('~/lib/ids.server');
const { addDays, localDateOf } = await import('~/lib/local-time');
const { requestBooking } = await import('~/modules/bookings/request-booking.server');
const { changeBooking } = await import('~/modules/bookings/changes/change-booking.server');
const { loadHouseDays } = await import('~/modules/bookings/house/house-days.queries.server');
const { loadHousePanel } = await import('~/modules/bookings/house/house-panel.queries.server');
const { monthDay } = await import('~/modules/bookings/house/house-month');
const { takeHouseStep } = await import('~/modules/bookings/house/take-house-step.server');

const host: Actor = { personId: house.accounts.host, staffRoles: ['host'], memberships: [] };
const bookkeeper: Actor = { personId: house.accounts.bookkeeper, staffRoles: ['bookkeeper'], memberships: [] };
const dateIn = (days: number) => addDays(localDateOf(NOW), days);

async function onAccount(slot: { start: Date; end: Date }, roomSlug = 'ovingsrom-1') {
  const organisation = await db.organisation.findFirstOrThrow({ where: { onAccount: true } });
  const input = bookingInput({ slot, roomSlug, people: 2, paymentMethod: 'on_account', organisationId: organisation.id });
  const requested = await requestBooking(manager, input, NOW);
  if (!requested.ok) throw new Error(requested.code);
  const { bookingId } = requested.value;
  const { id: occurrenceId } = await db.occurrence.findFirstOrThrow({ where: { bookingId } });
  return { bookingId, occurrenceId };
}

const look = { wanted: null, waive: false, changeId: null };
const moveTo = (slot: { start: Date; end: Date }, sett: { start: Date; end: Date } | undefined, roomSlug = 'ovingsrom-1') => ({
  ...{ intent: 'move' as const, requestKey: newId(), forekomst: null, rom: roomSlug, dato: '', fra: '', til: '' },
  ...{ penger: 'oppgjor' as const, unntak: '' as const, begrunnelse: '', slot, sett: sett && { roomSlug: 'ovingsrom-1', slot: sett } },
});

test('the week of a room shows what is agreed, and beside it what a change keeps until it is paid', async () => {
  const band = await newMusician();
  const { bookingId } = await confirmedBooking(band, { slot: slotAt(3, 18, 20) });
  await changeBooking(manager, await changeInput(bookingId, { slot: slotAt(4, 9, 13) }), NOW);
  const days = await loadHouseDays({ dates: [2, 3, 4].map(dateIn), slug: 'ovingsrom-1', now: NOW });
  expect(days.map(({ rooms }) => rooms.map(({ slug }) => slug))).toEqual([['ovingsrom-1'], ['ovingsrom-1'], ['ovingsrom-1']]);
  expect(days.map(({ rooms: [room] }) => room?.uses ?? [])).toMatchObject([
    [],
    [{ bookingId, state: 'confirmed', kept: false, ...slotAt(3, 18, 20) }],
    [{ bookingId, state: 'held', kept: true, ...slotAt(4, 9, 13) }],
  ]);
});

test('a date that was called off is not there any more', async () => {
  const { occurrenceId } = await onAccount(slotAt(5, 18, 20));
  await db.claim.updateMany({ where: { occurrenceId }, data: { active: false } });
  await db.occurrence.update({ where: { id: occurrenceId }, data: { state: 'cancelled' } });
  const [day] = await loadHouseDays({ dates: [dateIn(5)], slug: 'ovingsrom-1', now: NOW });
  expect(day?.rooms[0]?.uses).toEqual([]);
});

test('the month counts a booking of the whole hall once, and its hours in both halves', async () => {
  const input = bookingInput({ slot: slotAt(8, 12, 16), roomSlug: 'storsalen', paymentMethod: 'free', people: 20 });
  expect(await requestBooking(manager, input, NOW)).toMatchObject({ ok: true });
  const [before, day] = await loadHouseDays({ dates: [dateIn(7), dateIn(8)], now: NOW });
  if (!before || !day) throw new Error('no day');
  expect(monthDay(before, { oneRoom: false })).toMatchObject({ booked: 0, minutes: { booked: 0 } });
  expect(monthDay(day, { oneRoom: false })).toMatchObject({ booked: 1, asked: 0, minutes: { booked: 2 * 4 * 60 } });
});

test('the panel tells what moving would cost as the change will settle it, and saves exactly that', async () => {
  const { bookingId, occurrenceId } = await onAccount(slotAt(9, 18, 20));
  const longer = slotAt(9, 18, 21);
  const wanted = { roomSlug: 'ovingsrom-1', slot: longer };
  const panel = await loadHousePanel(manager, { ...look, occurrenceId, wanted }, NOW);
  const decision = panel?.preview?.answer?.decision;
  if (!decision?.ok) throw new Error('cannot be had');
  expect(decision.value).toMatchObject({ kind: 'extend', differenceOre: (panel?.totalOre ?? 0) / 2, mustBePaid: false });

  const step = { ...moveTo(longer, slotAt(9, 18, 20)), differanseOre: decision.value.differenceOre };
  const [moved, again] = [await takeHouseStep(host, occurrenceId, step, NOW), await takeHouseStep(host, occurrenceId, step, NOW)];
  if (!moved.ok) throw new Error(moved.code);
  expect(again).toEqual(moved);
  expect((await inForce(bookingId)).totalOre).toBe((panel?.totalOre ?? 0) + decision.value.differenceOre);

  const after = await loadHousePanel(manager, { ...look, occurrenceId, changeId: moved.value.changeId }, NOW);
  expect(after?.undo).toMatchObject({ id: moved.value.changeId, state: 'applied' });
  const undone = await takeHouseStep(manager, occurrenceId, { intent: 'undo', endring: after?.undo?.id ?? '' }, NOW);
  expect(undone).toMatchObject({ ok: true, value: { undone: 'undone' } });
  expect(await inForce(bookingId)).toMatchObject({ totalOre: panel?.totalOre, endsAt: slotAt(9, 18, 20).end });
});

test('of two who drag the same booking the second is told where it is now, and nothing happens', async () => {
  const from = slotAt(10, 18, 20);
  const { bookingId, occurrenceId } = await onAccount(from);
  const [one, two] = await Promise.all([
    takeHouseStep(manager, occurrenceId, moveTo(slotAt(10, 9, 11), from), NOW),
    takeHouseStep(host, occurrenceId, moveTo(slotAt(10, 12, 14), from), NOW),
  ]);
  const [won, lost] = one.ok ? [one, two] : [two, one];
  const { startsAt: start, endsAt: end } = await inForce(bookingId);
  expect(won).toMatchObject({ ok: true, value: { place: { start } } });
  expect(lost).toEqual({ ok: false, code: 'moved_meanwhile', roomName: 'Øvingsrom 1', start, end });
  expect(await db.bookingChange.count({ where: { bookingId } })).toBe(1);
});

test('whoever may not move sees no preview, and cannot move; nobody sees what is not there', async () => {
  const { bookingId, occurrenceId } = await onAccount(slotAt(11, 18, 20));
  const before = await inForce(bookingId);
  expect(await loadHousePanel(bookkeeper, { ...look, occurrenceId }, NOW)).toMatchObject({ bookingId, preview: null, paid: 'account' });
  expect(await takeHouseStep(bookkeeper, occurrenceId, moveTo(slotAt(11, 9, 11), undefined), NOW)).toMatchObject({
    ok: false,
    code: 'not_allowed',
  });
  expect(await inForce(bookingId)).toEqual(before);
  expect(await loadHousePanel(await newMusician(), { ...look, occurrenceId }, NOW)).toBeNull();
  expect(await loadHousePanel(manager, { ...look, occurrenceId: newId() }, NOW)).toBeNull();
  expect(await takeHouseStep(manager, newId(), moveTo(slotAt(11, 9, 11), undefined), NOW)).toMatchObject({ ok: false, code: 'not_found' });
});
