import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMinutes, overlaps } from '~/lib/interval';
import { localDateOf, localMinuteOf, weekdayOf, type Weekday } from '~/lib/local-time';
import { at, facts, NOW, slot } from '../../../../tests/support/booking-samples';
import { decideMoves, type MovedDate, movedSlot, type MovesFacts } from './decide-moves';

const days = (count: number) => count * 1_440;
const hours = Array.from({ length: 40 }, (_, day) => ({
  start: addMinutes(at('08:00'), days(day)),
  end: addMinutes(at('23:00'), days(day)),
}));
const card = facts().card;
const everyDay = card && { ...card, rates: card.rates.map((rate) => ({ ...rate, weekdays: [1, 2, 3, 4, 5, 6, 7] })) };
const next = facts({ openings: hours, card: everyDay });

/** The nth Saturday evening, going to another time. */
function date(nth: number, to: { start: Date; end: Date } | null): MovedDate {
  const place = { start: addMinutes(slot.start, days(7 * nth)), end: addMinutes(slot.end, days(7 * nth)) };
  return {
    occurrence: {
      ...{ id: `date-${nth}`, roomId: 'room', slot: place, state: 'confirmed', lines: [], equipment: [] },
      rig: { beforeMinutes: 0, afterMinutes: 0 },
    },
    claimed: { start: place.start, end: addMinutes(place.end, 15) },
    policy: [{ hoursBefore: 0, refundBp: 10_000 }],
    slot: to,
    next,
  };
}

function decide(dates: readonly MovedDate[], meant = dates.map(({ occurrence }) => occurrence.id)) {
  const booking: MovesFacts['booking'] = {
    ...{ personId: 'musician', organisationId: null, state: 'confirmed', paymentMethod: 'card', people: 4, nextPosition: 1 },
    policy: [{ hoursBefore: 0, refundBp: 10_000 }],
  };
  const { actor } = facts();
  return decideMoves({ actor, booking, dates }, new Set(meant), NOW);
}

const later = (nth: number, minutes: number) => ({
  start: addMinutes(slot.start, days(7 * nth) + minutes),
  end: addMinutes(slot.end, days(7 * nth) + minutes),
});

describe('dates that are moved together', () => {
  test('may take each other’s places', () => {
    const moved = decide([date(0, later(1, 0)), date(1, later(2, 0))]);
    expect(moved).toMatchObject({ movedCount: 2 });
    const positions = moved.moves.flatMap(({ outcome }) => (outcome.ok ? outcome.value.lines.added.map((line) => line.position) : []));
    expect(new Set(positions).size).toBe(positions.length);
  });

  test('one that has to stay is in the way of the others, and so on', () => {
    const stuck = date(2, null);
    const moved = decide([date(0, later(1, 0)), date(1, later(2, 0)), stuck]);
    expect(moved.moves.map(({ outcome }) => (outcome.ok ? 'moved' : outcome.code))).toEqual(['taken', 'taken', 'nonexistent_time']);
    expect(moved).toMatchObject({ movedCount: 0, dueOre: 0, backOre: 0, awaitsPaymentUntil: null });
  });

  test('one that is not meant stays and is in the way', () => {
    const dates = [date(0, later(1, 0)), date(1, later(1, 180))];
    expect(decide(dates, ['date-0']).moves).toMatchObject([{ outcome: { ok: false, code: 'taken' } }]);
  });

  test('never end up in one another’s way', () => {
    const shift = fc.integer({ min: -8, max: 8 }).map((halves) => halves * 30);
    fc.assert(
      fc.property(fc.array(shift, { minLength: 1, maxLength: 4 }), fc.integer({ min: 0, max: 3 }), (shifts, step) => {
        const dates = shifts.map((minutes, nth) => date(nth, later((nth + step) % 4, minutes)));
        const { moves } = decide(dates);
        const claims = moves.map(({ date: one, outcome }) => (outcome.ok ? outcome.value.padded : one.claimed));
        const clash = claims.some((a, i) => claims.some((b, j) => i < j && overlaps(a, b)));
        expect(clash).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a date goes', () => {
  test('to the weekday of its own week, at the hour on the wall, also when the clocks change', () => {
    const anyDay = fc.integer({ min: 0, max: 700 });
    fc.assert(
      fc.property(anyDay, anyDay, fc.integer({ min: 1, max: 7 }), (own, chosen, weekday) => {
        const start = addMinutes(new Date('2026-01-05T11:00:00Z'), days(own));
        const chosenStart = addMinutes(new Date('2026-01-05T11:00:00Z'), days(chosen - (chosen % 7) + (own % 7)));
        const moved = movedSlot(start, chosenStart, { weekday: weekday as Weekday, fromMinute: 18 * 60, toMinute: 20 * 60 });
        expect(moved && weekdayOf(localDateOf(moved.start))).toBe(weekday);
        expect(moved && localMinuteOf(moved.start)).toBe(18 * 60);
      }),
    );
  });

  test('nowhere when the clock skips its time that night', () => {
    const saturday = new Date('2027-03-27T17:00:00Z');
    expect(movedSlot(saturday, saturday, { weekday: 7, fromMinute: 150, toMinute: 240 })).toBeNull();
  });
});
