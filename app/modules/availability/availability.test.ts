/** The promise of the calendar: what is shown as free is what a booking is accepted in. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMinutes, contains, durationMinutes, type Interval, intersect, merge, overlaps } from '~/lib/interval';
import type { RoomFacts } from '../rooms/room';
import { nearestAlternatives } from './alternatives';
import { boardRow } from './board';
import { checkSlot } from './check-slot';
import { type ClaimFact, isActive, paddedInterval } from './claim';
import { freeIntervals, horizonEnd } from './free-intervals';
import type { SlotFacts } from './slot-facts';
import { isOnStep } from './slot-step';

/** Around the night when the clocks go back, 24 to 25 October 2026. */
const BASE = new Date('2026-10-24T10:00:00Z');
const at = (minutes: number) => addMinutes(BASE, minutes);
const HOURS = 40;

const quarter = (max: number) => fc.integer({ min: 0, max: max * 4 }).map((quarters) => quarters * 15);
const span = (maxHours: number) =>
  fc.tuple(quarter(HOURS), quarter(maxHours)).map(([start, length]): Interval => ({ start: at(start), end: at(start + length + 15) }));

const claim: fc.Arbitrary<ClaimFact> = fc
  .tuple(span(4), fc.constantFrom('booking', 'closure'), fc.option(quarter(HOURS)), fc.boolean())
  .map(([interval, kind, deadline, mine]) => ({
    ...interval,
    roomId: 'room',
    kind,
    occurrenceId: kind === 'booking' ? 'occurrence' : null,
    mine: mine && kind === 'booking',
    holdExpiresAt: kind === 'booking' && deadline !== null ? at(deadline) : null,
  }));

const room: fc.Arbitrary<RoomFacts> = fc.record({
  id: fc.constant('room'),
  slug: fc.constant('ovingsrom-1'),
  name: fc.constant('Øvingsrom 1'),
  kind: fc.constant('rehearsal'),
  buildingSlug: fc.constant('laven'),
  capacity: fc.constant(6),
  setupMinutes: fc.constantFrom(0, 15, 30, 45),
  cleanupMinutes: fc.constantFrom(0, 10, 30, 60),
  minMinutes: fc.constantFrom(30, 45, 60, 120),
  maxMinutes: fc.constantFrom(120, 180, 480),
  noticeMinutes: fc.constantFrom(0, 20, 120),
  horizonDays: fc.constantFrom(0, 1, 30),
  bookable: fc.constantFrom(true, true, true, true, false),
  approvalHours: fc.constant(null),
});

const facts: fc.Arbitrary<SlotFacts> = fc.record({
  room,
  openings: fc.array(span(20), { minLength: 1, maxLength: 4 }),
  claims: fc.array(claim, { maxLength: 5 }),
});

const now = quarter(8).chain((minutes) => fc.constantFrom(at(minutes), at(minutes + 7)));
const slot = fc.tuple(quarter(HOURS), fc.integer({ min: -1, max: 18 })).map(([start, steps]): Interval => ({
  start: at(start - (start % 30) + (start % 120 === 15 ? 15 : 0)),
  end: at(start - (start % 30) + steps * 30),
}));

const window: Interval = { start: at(-24 * 60), end: at(4 * 24 * 60) };

/** The rules of a booking said one by one, without free intervals. */
function mayBook({ room: rules, openings, claims }: SlotFacts, wanted: Interval, moment: Date): boolean {
  const minutes = durationMinutes(wanted);
  return (
    rules.bookable &&
    isOnStep(wanted.start) &&
    isOnStep(wanted.end) &&
    minutes > 0 &&
    minutes >= rules.minMinutes &&
    minutes <= rules.maxMinutes &&
    wanted.start >= addMinutes(moment, rules.noticeMinutes) &&
    wanted.end <= horizonEnd(rules, moment) &&
    merge(openings).some((opening) => contains(opening, wanted)) &&
    !claims.some((one) => isActive(one, moment) && overlaps(one, paddedInterval(rules, wanted)))
  );
}

describe('free time and accepted slots', () => {
  test('a slot is accepted if and only if it is well shaped and lies in a free interval', () => {
    fc.assert(
      fc.property(facts, slot, now, (known, wanted, moment) => {
        const minutes = durationMinutes(wanted);
        const free = freeIntervals({ ...known, window, now: moment });
        const expected =
          isOnStep(wanted.start) &&
          isOnStep(wanted.end) &&
          minutes > 0 &&
          minutes >= known.room.minMinutes &&
          minutes <= known.room.maxMinutes &&
          free.some((interval) => contains(interval, wanted));
        expect(checkSlot(known, wanted, moment).ok).toBe(expected);
      }),
      { numRuns: 1_000 },
    );
  });

  test('a slot is accepted if and only if every rule of the room holds', () => {
    fc.assert(
      fc.property(facts, slot, now, (known, wanted, moment) => {
        expect(checkSlot(known, wanted, moment).ok).toBe(mayBook(known, wanted, moment));
      }),
      { numRuns: 2_000 },
    );
  });

  test('what an accepted slot claims overlaps no active claim', () => {
    fc.assert(
      fc.property(facts, now, (known, moment) => {
        for (const free of freeIntervals({ ...known, window, now: moment })) {
          const wanted = { start: free.start, end: addMinutes(free.start, Math.max(30, Math.ceil(known.room.minMinutes / 30) * 30)) };
          const answer = checkSlot(known, wanted, moment);
          expect(answer.ok || answer.code === 'too_long' || !contains(free, wanted)).toBe(true);
          if (answer.ok) expect(known.claims.some((one) => isActive(one, moment) && overlaps(one, answer.value))).toBe(false);
        }
      }),
    );
  });

  test('free intervals are in order, apart, on the steps and long enough', () => {
    fc.assert(
      fc.property(facts, now, (known, moment) => {
        const free = freeIntervals({ ...known, window, now: moment });
        expect(merge(free)).toEqual(free);
        for (const one of free) {
          expect(isOnStep(one.start) && isOnStep(one.end)).toBe(true);
          expect(durationMinutes(one)).toBeGreaterThanOrEqual(known.room.minMinutes);
        }
      }),
    );
  });

  test('a window shows the same free time as a longer one', () => {
    fc.assert(
      fc.property(facts, span(12), now, (known, part, moment) => {
        const cut = freeIntervals({ ...known, window, now: moment }).flatMap((one) => intersect(one, part) ?? []);
        expect(freeIntervals({ ...known, window: part, now: moment })).toEqual(cut);
      }),
    );
  });
});

describe('the board', () => {
  const viewer = fc.constantFrom(new Set<string>(), new Set(['occurrence']));

  test('covers its window in order, without overlap or hole', () => {
    fc.assert(
      fc.property(facts, span(30), now, viewer, (known, part, moment, viewerOccurrenceIds) => {
        const row = boardRow({ ...known, window: part, now: moment, viewerOccurrenceIds });
        expect(row[0]?.start).toEqual(part.start);
        expect(row.at(-1)?.end).toEqual(part.end);
        row.forEach((one, index) => {
          expect(one.end.getTime()).toBeGreaterThan(one.start.getTime());
          if (index > 0) expect(one.start).toEqual(row[index - 1]?.end);
        });
      }),
    );
  });

  test('shows as free exactly what is free', () => {
    fc.assert(
      fc.property(facts, span(30), now, (known, part, moment) => {
        const row = boardRow({ ...known, window: part, now: moment });
        const shown = row.filter((one) => one.kind === 'free').map(({ start, end }) => ({ start, end }));
        expect(shown).toEqual(freeIntervals({ ...known, window: part, now: moment }));
      }),
    );
  });

  test('shows as taken exactly what is claimed, and says whose only for one’s own', () => {
    fc.assert(
      fc.property(facts, now, (known, moment) => {
        const row = boardRow({ ...known, window, now: moment });
        const bookings = known.claims.filter((one) => one.kind === 'booking' && isActive(one, moment));
        const shown = row.filter((one) => one.kind === 'busy' || one.kind === 'mine');
        expect(merge(shown.map(({ start, end }) => ({ start, end })))).toEqual(merge(bookings.map(({ start, end }) => ({ start, end }))));
        for (const one of row.filter((candidate) => candidate.kind === 'busy'))
          expect(Object.keys(one).toSorted()).toEqual(['end', 'held', 'kind', 'start']);
      }),
    );
  });
});

describe('alternatives', () => {
  const second = facts.map((known): SlotFacts => ({ ...known, room: { ...known.room, id: 'second', buildingSlug: 'stallen' } }));

  test('would each be accepted, have the wanted length and differ from what was wanted', () => {
    fc.assert(
      fc.property(facts, second, slot, now, (first, other, wanted, moment) => {
        fc.pre(wanted.end > wanted.start);
        const found = nearestAlternatives({ rooms: [first, other], roomId: 'room', wanted, now: moment });
        expect(found.length).toBeLessThanOrEqual(3);
        for (const { roomId, slot: offered } of found) {
          expect(checkSlot(roomId === 'room' ? first : other, offered, moment).ok).toBe(true);
          expect(durationMinutes(offered)).toBe(durationMinutes(wanted));
          expect(roomId !== 'room' || offered.start.getTime() !== wanted.start.getTime()).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
