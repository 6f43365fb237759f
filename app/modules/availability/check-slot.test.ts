import { describe, expect, test } from 'vitest';
import type { Interval } from '~/lib/interval';
import type { LocalDate } from '~/lib/local-time';
import { toInstantOrAfterGap } from '~/lib/local-time';
import type { RoomFacts } from '../rooms/room';
import { nearestAlternatives } from './alternatives';
import { boardRow } from './board';
import { checkSlot } from './check-slot';
import type { ClaimFact } from './claim';
import { freeIntervals } from './free-intervals';
import type { SlotFacts } from './slot-facts';

const DAY: LocalDate = '2026-11-21';
const clock = (hours: number, date: LocalDate = DAY) => toInstantOrAfterGap(date, hours * 60);
const span = (from: number, to: number): Interval => ({ start: clock(from), end: clock(to) });
const NOW = clock(12);

const room: RoomFacts = {
  id: 'r1',
  slug: 'ovingsrom-1',
  name: 'Øvingsrom 1',
  kind: 'rehearsal',
  buildingSlug: 'laven',
  capacity: 6,
  setupMinutes: 0,
  cleanupMinutes: 30,
  minMinutes: 60,
  maxMinutes: 240,
  noticeMinutes: 60,
  horizonDays: 10,
  bookable: true,
  approvalHours: null,
};
const booking = (from: number, to: number, more: Partial<ClaimFact> = {}): ClaimFact => ({
  ...span(from, to),
  roomId: 'r1',
  kind: 'booking',
  ...more,
});
const closure = (from: number, to: number): ClaimFact => ({
  ...booking(from, to),
  kind: 'closure',
  reasonNb: 'Maling',
  reasonEn: 'Painting',
});
const facts = (claims: ClaimFact[] = [], more: Partial<SlotFacts> = {}): SlotFacts => ({ room, openings: [span(8, 23)], claims, ...more });
const check = (known: SlotFacts, from: number, to: number) => checkSlot(known, span(from, to), NOW);

describe('a slot', () => {
  test('claims itself with set-up and clean-up', () => {
    expect(check(facts([], { room: { ...room, setupMinutes: 15 } }), 18, 20)).toEqual({ ok: true, value: span(17.75, 20.5) });
  });

  test('may follow another back to back, after its clean-up', () => {
    expect(check(facts([booking(16, 18)]), 18, 20).ok).toBe(true);
  });

  test('may run past midnight when the room is open', () => {
    expect(check(facts([], { openings: [span(8, 26)] }), 22, 25.5).ok).toBe(true);
  });

  test.each([
    ['in a room that is not let by the hour', facts([], { room: { ...room, bookable: false } }), 18, 20, { code: 'not_bookable' }],
    ['that ends before it starts', facts(), 20, 18, { code: 'bad_interval' }],
    ['at a quarter past', facts(), 18.25, 20, { code: 'off_step', stepMinutes: 30 }],
    ['in the past', facts(), 11, 13, { code: 'past' }],
    ['too soon', facts(), 12.5, 14, { code: 'notice', noticeMinutes: 60, earliestStart: clock(13) }],
    ['too far ahead', facts(), 24 * 11, 24 * 11 + 2, { code: 'horizon', horizonDays: 10, lastDate: '2026-12-01' }],
    ['too short', facts(), 18, 18.5, { code: 'too_short', limitMinutes: 60 }],
    ['too long', facts(), 14, 19, { code: 'too_long', limitMinutes: 240 }],
    ['sticking out of the opening hours', facts(), 22, 24, { code: 'closed', opensAt: clock(8), closesAt: clock(23), reason: null }],
    [
      'before a later opening',
      facts([], { openings: [span(30, 40)] }),
      18,
      20,
      { code: 'closed', opensAt: clock(30), closesAt: clock(40) },
    ],
    ['when nothing opens any more', facts([], { openings: [] }), 18, 20, { code: 'closed', opensAt: null, closesAt: null }],
    [
      'during a closure',
      facts([closure(19, 21)]),
      18,
      20,
      { code: 'closure', busy: span(19, 21), reason: { nb: 'Maling', en: 'Painting' } },
    ],
    ['taken by a booking', facts([booking(19, 21)]), 18, 20, { code: 'taken', busy: span(19, 21) }],
    [
      'that somebody is paying for',
      facts([booking(19, 21, { holdExpiresAt: clock(12.5) })]),
      18,
      20,
      { code: 'held', holdExpiresAt: clock(12.5) },
    ],
    [
      'that one is paying for oneself',
      facts([booking(19, 21, { ownBookingId: 'b1', holdExpiresAt: clock(12.5) })]),
      18,
      20,
      { code: 'own_booking', busy: span(19, 21), bookingId: 'b1', unpaid: true },
    ],
    ['that one has booked oneself', facts([booking(19, 21, { ownBookingId: 'b1' })]), 18, 20, { code: 'own_booking', unpaid: false }],
    ['without time to clean up', facts([booking(20, 22)]), 18, 20, { code: 'buffer', busy: span(20, 22), cleanupMinutes: 30 }],
  ] as const)('%s is refused', (_, known, from, to, refusal) => {
    expect(check(known, from, to)).toMatchObject({ ok: false, ...refusal });
  });

  test('on a date with other hours is refused with the reason', () => {
    const closedReasons = [{ date: DAY, reasonNb: 'Julebord', reasonEn: 'Christmas party' }];
    expect(check(facts([], { openings: [], closedReasons }), 18, 20)).toMatchObject({ reason: { nb: 'Julebord', en: 'Christmas party' } });
  });

  test('is free again at the moment a hold reaches its deadline', () => {
    const held = facts([booking(18, 20, { holdExpiresAt: NOW })]);
    expect(check(held, 18, 20).ok).toBe(true);
    expect(checkSlot(held, span(18, 20), new Date(NOW.getTime() - 1))).toMatchObject({ code: 'held' });
  });

  test('may start at the very moment the notice allows, and end with the last open date', () => {
    expect(check(facts(), 13, 15).ok).toBe(true);
    const lastNight = span(24 * 10 + 22, 24 * 11);
    expect(checkSlot(facts([], { openings: [lastNight] }), lastNight, NOW).ok).toBe(true);
  });
});

describe('time to rig', () => {
  const rigged = (known: SlotFacts, before: number, after: number) =>
    checkSlot(known, span(18, 20), NOW, { beforeMinutes: before, afterMinutes: after });

  test('is claimed with the slot, with clean-up after it', () => {
    expect(rigged(facts(), 120, 60)).toEqual({ ok: true, value: span(16, 21.5) });
  });

  test('may make the use longer than the room’s longest booking', () => {
    expect(rigged(facts(), 240, 120).ok).toBe(true);
  });

  test.each([
    [
      'when somebody has the room then',
      facts([booking(14, 16.5)]),
      120,
      0,
      { code: 'rig_taken', rigged: span(16, 20), busy: span(14, 16.5) },
    ],
    ['when somebody comes after', facts([booking(21, 22)]), 0, 60, { code: 'rig_taken', busy: span(21, 22) }],
    ['when the house is closed', facts(), 0, 240, { code: 'rig_taken', busy: null }],
    ['when it has begun already', facts(), 330, 0, { code: 'rig_taken', busy: null }],
    ['for ever', facts(), 510, 0, { code: 'bad_rig', limitMinutes: 480 }],
    ['at odd minutes', facts(), 20, 0, { code: 'bad_rig', stepMinutes: 30 }],
    ['for less than nothing', facts(), -30, 0, { code: 'bad_rig' }],
    ['when the slot itself is taken', facts([booking(19, 21)]), 60, 0, { code: 'taken' }],
  ])('cannot be had %s', (_, known, before, after, refusal) => {
    expect(rigged(known, before, after)).toMatchObject({ ok: false, ...refusal });
  });
});

describe('free intervals', () => {
  const ask = (known: SlotFacts, now = NOW) => freeIntervals({ ...known, window: span(0, 24), now });

  test('start at the next half hour after the notice', () => {
    expect(ask(facts(), clock(12.1))).toEqual([span(13.5, 23)]);
  });

  test('leave room for cleaning before a booking', () => {
    expect(ask(facts([booking(18, 20)]))).toEqual([span(13, 17.5), span(20, 23)]);
  });

  test('leave out gaps that are too short', () => {
    expect(ask(facts([booking(14.5, 18), booking(19, 22)]))).toEqual([span(13, 14), span(22, 23)]);
  });

  test('open at odd times are rounded to the half hour inwards', () => {
    expect(ask(facts([], { openings: [span(14.25, 18.4)] }))).toEqual([span(14.5, 18)]);
  });
});

describe('the board', () => {
  const row = boardRow({
    ...facts([booking(14, 16, { occurrenceId: 'a' }), booking(17, 18, { occurrenceId: 'b' }), closure(20, 21)], {
      closedReasons: [{ date: '2026-11-22', reasonNb: 'Søndag', reasonEn: 'Sunday' }],
    }),
    window: span(0, 26),
    now: NOW,
    viewerOccurrenceIds: new Set(['b']),
  });

  test('tells a room’s evening as it is', () => {
    expect(row.map((one) => ({ ...one, start: (one.start.getTime() - clock(0).getTime()) / 3_600_000, end: undefined }))).toMatchObject([
      { start: 0, kind: 'closed', reason: null },
      { start: 8, kind: 'gap', cause: 'past' },
      { start: 12, kind: 'gap', cause: 'notice' },
      { start: 13, kind: 'gap', cause: 'buffer' },
      { start: 14, kind: 'busy', held: false },
      { start: 16, kind: 'gap', cause: 'buffer' },
      { start: 17, kind: 'mine', occurrenceId: 'b' },
      { start: 18, kind: 'free' },
      { start: 19.5, kind: 'gap', cause: 'buffer' },
      { start: 20, kind: 'closed', reason: { nb: 'Maling' } },
      { start: 21, kind: 'free' },
      { start: 23, kind: 'closed', reason: null },
      { start: 24, kind: 'closed', reason: { nb: 'Søndag' } },
    ]);
  });
});

test('two bookings side by side stay two on the board', () => {
  const row = boardRow({ ...facts([booking(14, 16), booking(16, 18)]), window: span(14, 18), now: NOW });
  expect(row.map((one) => [one.kind, one.start])).toEqual([
    ['busy', clock(14)],
    ['busy', clock(16)],
  ]);
});

describe('alternatives', () => {
  const other = (id: string, more: Partial<RoomFacts>, claims: ClaimFact[] = []): SlotFacts => ({
    ...facts(claims),
    room: { ...room, id, ...more },
  });
  const wanted = span(18, 20);
  const found = (rooms: SlotFacts[], people = 1) =>
    nearestAlternatives({ rooms, roomId: 'r1', wanted, now: NOW, people }).map(({ roomId, shiftMinutes }) => [roomId, shiftMinutes]);

  test('move a little before they change the room, and change the room before they move far', () => {
    const nearby = facts([booking(20, 22)]);
    expect(found([nearby, other('r2', {}), other('r3', { buildingSlug: 'stallen' })])).toEqual([
      ['r1', -30],
      ['r2', 0],
      ['r3', 0],
    ]);
  });

  test('are of the same kind and large enough', () => {
    const rooms = [facts([booking(14, 22)]), other('hall', { kind: 'dissemination' }), other('small', { capacity: 2 }), other('r2', {})];
    expect(found(rooms, 5)).toEqual([['r2', 0]]);
  });

  test('of an unknown room are none', () => {
    expect(nearestAlternatives({ rooms: [facts()], roomId: 'x', wanted, now: NOW })).toEqual([]);
  });
});
