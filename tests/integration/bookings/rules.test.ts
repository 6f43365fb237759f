import { describe, expect, test } from 'vitest';
import { bookingInput, db, house, musician, newMusician, NOW, slotAt } from '../../support/stripe-world';
import { publishRules, roomId } from '../../support/rules-world';

const { requestBooking } = await import('~/modules/bookings/request-booking.server');
const { previewBooking } = await import('~/modules/bookings/booking-preview.queries.server');
const { loadDayBoard } = await import('~/modules/bookings/day-board.queries.server');
const { loadRoomWeek } = await import('~/modules/bookings/room-week.queries.server');
const { loadRoomCatalogue } = await import('~/modules/bookings/room-catalogue.queries.server');
const { loadRoomPage } = await import('~/modules/bookings/room-page.queries.server');
const { searchFreeRooms } = await import('~/modules/bookings/search.queries.server');
const { loadYard } = await import('~/modules/bookings/yard.queries.server');
const { loadAvailability } = await import('~/modules/availability/availability.queries.server');
const { loadQuote } = await import('~/modules/bookings/quote.queries.server');
const { localDateOf, addDays, weekdayOf } = await import('~/lib/local-time');

const ROOM = 'ovingsrom-3';
const slot = slotAt(4, 18, 20);
const date = localDateOf(slot.start);

/** What every door of the house says about one slot for somebody in these groups. */
async function everyDoor(groups: readonly 'youth'[]): Promise<Record<string, string>> {
  const asks = { groups, now: NOW };
  const free = (intervals: readonly { kind: string; start: Date; end: Date }[]) =>
    intervals.some(({ kind, start, end }) => kind === 'free' && start <= slot.start && end >= slot.end) ? 'free' : 'not free';
  const search = await searchFreeRooms({ ...asks, date, startMinute: 18 * 60, minutes: 120, people: 1 });
  const board = await loadDayBoard({ ...asks, date, viewerPersonId: null });
  const week = await loadRoomWeek({ ...asks, slug: ROOM, monday: addDays(date, 1 - weekdayOf(date)), viewerPersonId: null });
  const yard = await loadYard({ ...asks, at: slot.start });
  const quote = await loadQuote(
    {
      ...{ room: ROOM, start: slot.start.toISOString(), end: slot.end.toISOString(), people: 1, equipment: [] },
      customerGroup: groups[0],
    },
    NOW,
  );
  const preview = await previewBooking({
    ...{ ...asks, roomSlug: ROOM, date, slot, people: 1, equipment: [], paymentMethod: 'card', organisation: null },
    actor: { personId: null, staffRoles: [], memberships: [] },
  });
  return {
    search: search.ok && search.value.free.some(({ slug }) => slug === ROOM) ? 'free' : 'not free',
    board: free(board.buildings.flatMap(({ rooms }) => rooms).find(({ slug }) => slug === ROOM)?.intervals ?? []),
    week: free(week?.days.find((day) => day.date === date)?.intervals ?? []),
    yard: yard.rooms.find(({ slug }) => slug === ROOM)?.state === 'free' ? 'free' : 'not free',
    quote: quote.ok ? 'free' : 'not free',
    preview: preview?.decision?.ok ? 'free' : 'not free',
  };
}

const all = (word: string) => ({ search: word, board: word, week: word, yard: word, quote: word, preview: word });

describe('the rules in force', () => {
  test('keep a room for a group at every door, and the write path agrees', async () => {
    await publishRules([
      { roomId: await roomId(ROOM), mayBook: false },
      { roomId: await roomId(ROOM), group: 'youth', mayBook: true },
    ]);
    expect(await everyDoor([])).toEqual(all('not free'));
    expect(await everyDoor(['youth'])).toEqual(all('free'));
    const window = { start: slot.start, end: slot.end };
    expect((await loadAvailability({ slug: ROOM, window, now: NOW }))?.intervals).toMatchObject([
      { state: 'unavailable', reason: 'not_for_group' },
    ]);

    const stranger = await newMusician();
    expect(await requestBooking(stranger, bookingInput({ slot, roomSlug: ROOM, people: 1 }), NOW)).toMatchObject({
      ...{ ok: false, code: 'not_for_group', groups: ['youth'] },
    });
    await db.customerGroupMember.create({
      data: { id: crypto.randomUUID(), group: 'youth', personId: stranger.personId, validFrom: new Date(NOW.getTime() - 86_400_000) },
    });
    expect(await requestBooking(stranger, bookingInput({ slot, roomSlug: ROOM, people: 1 }), NOW)).toMatchObject({ ok: true });
  });

  test('set lengths, notice and horizon of a kind of room, told by its page, the list and the booking page alike', async () => {
    await publishRules([{ roomKind: 'rehearsal', minMinutes: 90, maxMinutes: 180, noticeMinutes: 120, horizonDays: 10 }]);
    const limits = { minMinutes: 90, maxMinutes: 180, horizonDays: 10 };
    expect(await loadRoomPage(ROOM, [], NOW)).toMatchObject({ ...limits, noticeMinutes: 120 });
    expect((await loadRoomCatalogue({ now: NOW })).find(({ slug }) => slug === ROOM)).toMatchObject(limits);
    const ask = (from: number, to: number, days = 5) =>
      requestBooking(musician, bookingInput({ slot: slotAt(days, from, to), roomSlug: ROOM }), NOW);
    expect(await ask(12, 13)).toMatchObject({ ok: false, code: 'too_short', limitMinutes: 90 });
    expect(await ask(12, 16)).toMatchObject({ ok: false, code: 'too_long', limitMinutes: 180 });
    expect(await ask(11, 13, 0)).toMatchObject({ ok: false, code: 'notice', noticeMinutes: 120 });
    expect(await ask(12, 14, 20)).toMatchObject({ ok: false, code: 'horizon', horizonDays: 10 });
    expect(await ask(12, 14)).toMatchObject({ ok: true });
  });

  test('are those of the moment: what is published for later holds later', async () => {
    await publishRules([{ roomKind: 'rehearsal', maxMinutes: 480 }]);
    const later = new Date(NOW.getTime() + 3 * 86_400_000);
    await publishRules([{ roomKind: 'rehearsal', maxMinutes: 60 }], { validFrom: later });
    expect((await loadRoomPage(ROOM, [], NOW))?.maxMinutes).toBe(480);
    expect((await loadRoomPage(ROOM, [], later))?.maxMinutes).toBe(60);
  });
});

test('the database takes one rule for a place and a group, and only rules that say something', async () => {
  const ruleSetId = await publishRules([{ roomKind: 'rehearsal', maxMinutes: 120 }]);
  const write = (data: object) =>
    db.bookingRule.create({ data: { id: crypto.randomUUID(), ruleSetId, ...data } }).then(
      () => 'accepted',
      (error: unknown) => String((error as Error).message).match(/booking_rule_\w+/)?.[0] ?? 'another fault',
    );
  expect(await write({ roomKind: 'rehearsal', maxMinutes: 180 })).toBe('booking_rule_one_for_a_scope');
  expect(await write({ roomKind: 'production' })).toBe('booking_rule_says_something');
  expect(await write({ roomKind: 'production', roomId: house.rooms[ROOM], maxMinutes: 60 })).toBe('booking_rule_room_or_kind');
  expect(await write({ minMinutes: 120, maxMinutes: 60 })).toBe('booking_rule_lengths');
  expect(await write({ minMinutes: 45 })).toBe('booking_rule_lengths');
  expect(await write({ withoutQuota: true, quotaMinutesWeek: 60 })).toBe('booking_rule_quota_or_none');
  expect(await write({ roomKind: 'production', maxMinutes: 60 })).toBe('accepted');
});
