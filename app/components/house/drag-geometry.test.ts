import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDateOf, minuteFrom } from '~/lib/local-time';
import { fieldsAt } from '~/modules/bookings/house/house-address';
import { slotFrom } from '~/modules/bookings/slot-from';
import { columnsOf, dragged, halfHourAt, isSameSpan, minutesAcross, swept } from './drag-geometry';

/** Open from 8 to 2 the night after, six rooms. */
const BOARD = { rows: 6, fromMinute: 8 * 60, toMinute: 26 * 60 };
const evening = { row: 2, fromMinute: 18 * 60, toMinute: 20 * 60 };

const halfHours = (from: number, to: number) => fc.integer({ min: from / 30, max: to / 30 }).map((steps) => steps * 30);
const spans = fc
  .tuple(fc.integer({ min: 0, max: 5 }), halfHours(BOARD.fromMinute, BOARD.toMinute - 30), fc.integer({ min: 1, max: 20 }))
  .map(([row, fromMinute, steps]) => ({ row, fromMinute, toMinute: Math.min(BOARD.toMinute, fromMinute + steps * 30) }));
const moves = fc.record({ rows: fc.integer({ min: -9, max: 9 }), minutes: halfHours(-40 * 60, 40 * 60) });

describe('a point on a row', () => {
  it('lies in the half hour under it', () => {
    expect(halfHourAt(0, BOARD)).toBe(8 * 60);
    expect(halfHourAt(10 / 18, BOARD)).toBe(18 * 60);
    expect(halfHourAt(10.6 / 18, BOARD)).toBe(18 * 60 + 30);
  });

  it('is always a half hour on show, also beyond the ends of the row', () => {
    fc.assert(
      fc.property(fc.double({ min: -3, max: 4, noNaN: true }), (share) => {
        const minute = halfHourAt(share, BOARD);
        expect(minute % 30).toBe(0);
        expect(minute).toBeGreaterThanOrEqual(BOARD.fromMinute);
        expect(minute).toBeLessThan(BOARD.toMinute);
      }),
    );
  });
});

describe('a distance on a row', () => {
  it('is rounded to the nearest half hour', () => {
    // 900 pixels for 18 hours: 25 pixels are half an hour.
    expect(minutesAcross(49, 900, BOARD)).toBe(60);
    expect(minutesAcross(12, 900, BOARD)).toBe(0);
    expect(minutesAcross(-13, 900, BOARD)).toBe(-30);
  });

  it('is nothing on a row that is not drawn', () => expect(minutesAcross(40, 0, BOARD)).toBe(0));
});

describe('what is dragged', () => {
  it('goes to another room at another time, as long as it was', () => {
    expect(dragged(evening, 'whole', { rows: 1, minutes: -90 }, BOARD)).toEqual({ row: 3, fromMinute: 16.5 * 60, toMinute: 18.5 * 60 });
  });

  it('goes past midnight as far as the house is open, and no further', () => {
    expect(dragged(evening, 'whole', { rows: 0, minutes: 9 * 60 }, BOARD)).toEqual({ row: 2, fromMinute: 24 * 60, toMinute: 26 * 60 });
  });

  it('is lengthened or shortened by its ends, in its own room', () => {
    expect(dragged(evening, 'end', { rows: 3, minutes: 30 }, BOARD)).toEqual({ row: 2, fromMinute: 18 * 60, toMinute: 20.5 * 60 });
    expect(dragged(evening, 'start', { rows: 3, minutes: -60 }, BOARD)).toEqual({ row: 2, fromMinute: 17 * 60, toMinute: 20 * 60 });
  });

  it('is never shorter than half an hour', () => {
    expect(dragged(evening, 'end', { rows: 0, minutes: -600 }, BOARD)).toEqual({ row: 2, fromMinute: 18 * 60, toMinute: 18.5 * 60 });
    expect(dragged(evening, 'start', { rows: 0, minutes: 600 }, BOARD)).toEqual({ row: 2, fromMinute: 19.5 * 60, toMinute: 20 * 60 });
  });

  it('keeps its length and stays on the board, wherever it is dragged', () => {
    fc.assert(
      fc.property(spans, moves, (span, by) => {
        const after = dragged(span, 'whole', by, BOARD);
        expect(after.toMinute - after.fromMinute).toBe(span.toMinute - span.fromMinute);
        expect(after.fromMinute).toBeGreaterThanOrEqual(BOARD.fromMinute);
        expect(after.toMinute).toBeLessThanOrEqual(BOARD.toMinute);
        expect(after.row).toBeGreaterThanOrEqual(0);
        expect(after.row).toBeLessThan(BOARD.rows);
        expect(after.fromMinute % 30).toBe(0);
      }),
    );
  });

  it('moves one end only, and stays half an hour long at least', () => {
    fc.assert(
      fc.property(spans, moves, fc.constantFrom('start' as const, 'end' as const), (span, by, grip) => {
        const after = dragged(span, grip, by, BOARD);
        expect(grip === 'start' ? after.toMinute : after.fromMinute).toBe(grip === 'start' ? span.toMinute : span.fromMinute);
        expect(after.toMinute - after.fromMinute).toBeGreaterThanOrEqual(30);
        expect(after.row).toBe(span.row);
      }),
    );
  });

  it('is where it was when it is put back', () => {
    fc.assert(
      fc.property(spans, (span) => {
        expect(dragged(span, 'whole', { rows: 0, minutes: 0 }, BOARD)).toEqual(span);
        expect(isSameSpan(dragged(span, 'whole', { rows: 0, minutes: 0 }, BOARD), span)).toBe(true);
      }),
    );
  });

  it('may stay beyond the hours on show if it began there, and come in', () => {
    const early = { row: 0, fromMinute: 6 * 60, toMinute: 9 * 60 };
    expect(dragged(early, 'whole', { rows: 0, minutes: -60 }, BOARD)).toEqual(early);
    expect(dragged(early, 'whole', { rows: 0, minutes: 120 }, BOARD)).toMatchObject({ fromMinute: 8 * 60, toMinute: 11 * 60 });
  });
});

describe('empty time', () => {
  it('is chosen from where the drag began, in either direction', () => {
    expect(swept(1, 18 * 60, 19.5 * 60)).toEqual({ row: 1, fromMinute: 18 * 60, toMinute: 20 * 60 });
    expect(swept(1, 18 * 60, 17 * 60)).toEqual({ row: 1, fromMinute: 17 * 60, toMinute: 18.5 * 60 });
    expect(swept(1, 18 * 60, 18 * 60)).toEqual({ row: 1, fromMinute: 18 * 60, toMinute: 18.5 * 60 });
  });
});

describe('the columns of a time', () => {
  it('are cut to the hours on show', () => {
    expect(columnsOf({ fromMinute: 7 * 60, toMinute: 9 * 60 }, BOARD)).toEqual({ fromCol: 1, toCol: 3 });
    expect(columnsOf({ fromMinute: 25 * 60, toMinute: 28 * 60 }, BOARD)).toEqual({ fromCol: 35, toCol: 37 });
    expect(columnsOf({ fromMinute: 6 * 60, toMinute: 8 * 60 }, BOARD)).toBeNull();
  });
});

describe('where something is dropped', () => {
  it('is the next date when it begins after midnight', () => {
    expect(fieldsAt('2026-11-30', { fromMinute: 22 * 60, toMinute: 25 * 60 })).toEqual({ dato: '2026-11-30', fra: '22:00', til: '25:00' });
    expect(fieldsAt('2026-12-31', { fromMinute: 24.5 * 60, toMinute: 26 * 60 })).toEqual({
      dato: '2027-01-01',
      fra: '00:30',
      til: '02:00',
    });
  });

  it('is read by the form as the very time that was drawn, also on the nights when the clocks change', () => {
    const dates = fc.constantFrom(
      '2026-11-30',
      '2026-03-28',
      '2026-03-29',
      '2026-10-24',
      '2026-10-25',
      '2026-12-31',
    ) as fc.Arbitrary<`${number}-${number}-${number}`>;
    fc.assert(
      fc.property(dates, spans, (date, { fromMinute, toMinute }) => {
        const read = slotFrom(fieldsAt(date, { fromMinute, toMinute }));
        // The hour that the spring night leaves out is refused in words by the form, and nothing else is.
        if (read.ok) {
          expect(minuteFrom(date, read.value.start)).toBe(fromMinute);
          expect(minuteFrom(date, read.value.end)).toBe(toMinute);
          expect(localDateOf(read.value.start) >= date).toBe(true);
        } else {
          expect(read.code).toBe('nonexistent_time');
        }
      }),
    );
  });
});
