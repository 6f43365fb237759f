/** Rooms that hear each other: a loud use beside a quiet one is refused or warned of, wherever somebody asks, and never by a race. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '~/modules/identity/permissions';
import {
  bookingInput,
  db,
  heldBooking,
  house,
  letHoldExpire,
  manager,
  newMusician,
  NOW,
  payAt,
  slotAt,
  stateOf,
} from '../../support/stripe-world';
import { statementsOf } from '../../support/series-world';

const { requestBooking } = await import('~/modules/bookings/request-booking.server');
const { previewBooking } = await import('~/modules/bookings/booking-preview.queries.server');
const { loadDayBoard } = await import('~/modules/bookings/day-board.queries.server');
const { searchFreeRooms } = await import('~/modules/bookings/search.queries.server');
const { loadAvailability } = await import('~/modules/availability/availability.queries.server');
const { settleSession } = await import('~/modules/bookings/settle-checkout.server');
const { changeNeighbours } = await import('~/modules/rooms/neighbours/change-neighbours.server');
const { newId } = await import('~/lib/ids.server');
const { localDateOf } = await import('~/lib/local-time');

const LOUD = { roomSlug: 'storstua', loudness: 'loud' } as const;
const QUIET = { roomSlug: 'lydstudio' } as const;
const host: Actor = { personId: house.accounts.host, staffRoles: ['host'], memberships: [] };

let day = 3;
let slot = slotAt(day, 12, 14);
/** Each on a day of its own. */
beforeEach(() => {
  day += 1;
  slot = slotAt(day, 12, 14);
});

async function book(wish: Partial<Parameters<typeof bookingInput>[0]>, actor?: Actor) {
  return requestBooking(actor ?? (await newMusician()), bookingInput({ slot, ...wish }), NOW);
}

function preview(loudness: 'quiet' | 'ordinary' | 'loud' | null, actor: Actor, roomSlug: string = LOUD.roomSlug) {
  const question = { roomSlug, date: localDateOf(slot.start), slot, people: 2, equipment: [], paymentMethod: 'card' } as const;
  return previewBooking({ ...question, organisation: null, groups: [], actor, loudness, now: NOW });
}

describe('a pair that refuses', () => {
  test('refuses whoever comes second, with a reason, and something else instead', async () => {
    expect((await book(QUIET)).ok).toBe(true);
    const refused = await book(LOUD);
    expect(refused).toMatchObject({ ok: false, code: 'neighbour', busy: slot, neighbour: 'quiet', index: 0 });
    if (!refused.ok) expect(refused.alternatives.length).toBeGreaterThan(0);
    expect((await book({ ...LOUD, loudness: 'ordinary' })).ok).toBe(true);
  });

  test('says so before booking, and offers nothing that would be refused', async () => {
    await book(QUIET);
    const seen = await preview('loud', await newMusician());
    expect(seen?.decision).toMatchObject({ ok: false, code: 'neighbour' });
    expect(seen?.loudness).toBe('loud');
    expect(seen?.lane).toContainEqual({ ...slot, kind: 'gap', cause: 'neighbour' });
    for (const { roomSlug, start, end } of seen?.alternatives ?? []) {
      expect(roomSlug !== LOUD.roomSlug || end <= slot.start || start >= slot.end).toBe(true);
    }
    expect((await preview(null, await newMusician()))?.decision?.ok).toBe(true);
  });

  test('board, search and API show a room as it can be had', async () => {
    await book(LOUD);
    const date = localDateOf(slot.start);
    const board = await loadDayBoard({ date, viewerPersonId: null, now: NOW });
    const studio = board.buildings.flatMap(({ rooms }) => rooms).find(({ slug }) => slug === QUIET.roomSlug);
    expect(studio?.intervals).toContainEqual({ ...slot, kind: 'gap', cause: 'neighbour' });
    const found = await searchFreeRooms({ date, startMinute: 12 * 60, minutes: 120, people: 1, groups: [], now: NOW });
    const reason = found.ok ? found.value.notFree.find(({ slug }) => slug === QUIET.roomSlug)?.reason : null;
    expect(reason).toMatchObject({ code: 'neighbour', neighbour: 'loud' });
    const machine = await loadAvailability({ slug: QUIET.roomSlug, window: slotAt(day, 8, 20), now: NOW });
    expect(machine?.intervals.find(({ start }) => start === slot.start.toISOString())).toMatchObject({
      ...{ state: 'unavailable', reason: 'neighbour', text: null },
    });
    expect(JSON.stringify({ board, machine, found })).not.toContain('musiker.example');
  });

  test('gives it to one of two who ask at once, every time', async () => {
    for (let round = 0; round < 6; round += 1) {
      slot = slotAt(day + 60 + round, 12, 14);
      const [loud, quiet] = await Promise.all([newMusician(), newMusician()]);
      const both = await Promise.all([book(LOUD, loud), book(QUIET, quiet)]);
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'neighbour' });
    }
  });

  test('nobody is in their own way', async () => {
    const band = await newMusician();
    expect((await book(QUIET, band)).ok).toBe(true);
    expect((await book(LOUD, band)).ok).toBe(true);
  });

  test('staff may let it pass, on record; others may not', async () => {
    await book(QUIET);
    expect(await book({ ...LOUD, exception: { reason: 'Avtalt med naboen' } })).toMatchObject({ code: 'not_allowed' });
    const bookFor = { email: 'unntak@musiker.example', name: 'Unn Tak' };
    const booked = await book({ ...LOUD, exception: { reason: 'Avtalt med naboen' }, paymentMethod: 'free', bookFor }, host);
    if (!booked.ok) throw new Error(booked.code);
    const trail = await db.auditEntry.findFirstOrThrow({
      where: { subjectId: booked.value.bookingId, action: 'booking.rules_overridden' },
    });
    expect(trail.after).toEqual({ rules: ['neighbour'], reason: 'Avtalt med naboen' });
  });

  test('a payment that comes late does not bring a loud evening beside a recording', async () => {
    const late = await heldBooking(await newMusician(), { slot, ...LOUD });
    await letHoldExpire(late.bookingId);
    expect((await book(QUIET)).ok).toBe(true);
    await payAt(late.bookingId);
    expect(await settleSession(late.sessionId, NOW)).toBe('refund_late');
    expect(await stateOf(late.bookingId)).toBe('released');
  });

  test('a neighbour that is used costs no more questions than one that is not', async () => {
    const actor = await newMusician();
    const quiet = await statementsOf(() => preview('ordinary', actor));
    await book(QUIET);
    const used = await statementsOf(() => preview('ordinary', actor));
    expect(used.statements).toBe(quiet.statements);
  });
});

describe('a pair that warns', () => {
  test('lets book, and says when next door is used and how', async () => {
    await book(QUIET);
    const seen = await preview(null, manager, 'verkstedet');
    expect(seen?.decision).toMatchObject({ ok: true, value: { nearby: [{ ...slot, loudness: 'quiet' }] } });
    expect((await preview('quiet', manager, 'verkstedet'))?.decision).toMatchObject({ ok: true, value: { nearby: [] } });
  });
});

describe('a pair with a divisible room', () => {
  test('holds for its parts, and for the whole when it is with a part', async () => {
    await changeNeighbours(manager, 'storsalen-ost', { kind: 'pair', neighbourSlug: 'vokalrommet', effect: 'refuse' });
    const far = { slot: slotAt(day + 2, 12, 16), people: 2 };
    expect((await book({ ...far, roomSlug: 'vokalrommet', slot: slotAt(day + 2, 13, 14) })).ok).toBe(true);
    const loud = { ...far, loudness: 'loud' as const };
    expect(await book({ ...loud, roomSlug: 'storsalen-ost' })).toMatchObject({ code: 'neighbour' });
    expect(await book({ ...loud, roomSlug: 'storsalen' })).toMatchObject({ code: 'neighbour' });
    expect((await book({ ...loud, roomSlug: 'storsalen-vest' })).ok).toBe(true);
  });
});

describe('the manager', () => {
  test('makes a pair from either side, changes it and takes it away; each on record, and twice is once', async () => {
    const subject = await db.room.findUniqueOrThrow({ where: { slug: 'klipperommet' } });
    const pair = { kind: 'pair', neighbourSlug: 'ovingsrom-3', effect: 'warn' } as const;
    const start = newId();
    expect((await changeNeighbours(manager, 'klipperommet', pair)).ok).toBe(true);
    await changeNeighbours(manager, 'klipperommet', pair);
    await changeNeighbours(manager, 'ovingsrom-3', { ...pair, neighbourSlug: 'klipperommet', effect: 'refuse' });
    await Promise.all([1, 2].map(() => changeNeighbours(manager, 'klipperommet', { kind: 'part', neighbourSlug: 'ovingsrom-3' })));
    await changeNeighbours(manager, 'klipperommet', { kind: 'class', soundClass: 'quiet' });
    const pairs = { subjectType: 'room', action: { startsWith: 'room.neighbour' }, id: { gt: start } };
    const trail = await db.auditEntry.findMany({ where: pairs, orderBy: { id: 'asc' } });
    expect(trail.map(({ action }) => action)).toEqual(['room.neighbour_set', 'room.neighbour_set', 'room.neighbour_removed']);
    expect(await db.auditEntry.count({ where: { subjectId: subject.id, action: 'room.sound_class_set' } })).toBe(1);
    expect(await db.roomNeighbour.count({ where: { OR: [{ roomId: subject.id }, { neighbourId: subject.id }] } })).toBe(0);
  });

  test('is told what is no pair; others are refused', async () => {
    const pair = { kind: 'pair', neighbourSlug: 'storsalen-ost', effect: 'warn' } as const;
    expect(await changeNeighbours(manager, 'storsalen', pair)).toMatchObject({ code: 'whole_and_part' });
    expect(await changeNeighbours(manager, 'storsalen-ost', pair)).toMatchObject({ code: 'same_room' });
    expect(await changeNeighbours(manager, 'storsalen', { ...pair, neighbourSlug: 'ingen' })).toMatchObject({ code: 'unknown_room' });
    expect(await changeNeighbours(host, 'storsalen-vest', pair)).toMatchObject({ code: 'not_allowed' });
  });

  test('the database keeps a pair in one row', async () => {
    const rows = await db.$queryRaw<{ definition: string }[]>`
      SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conrelid = 'room_neighbour'::regclass ORDER BY conname`;
    const definitions = rows.map(({ definition }) => definition);
    expect(definitions).toContain('CHECK ((room_id < neighbour_id))');
    expect(definitions).toContain('PRIMARY KEY (room_id, neighbour_id)');
  });
});
