import { describe, expect, test } from 'vitest';
import { accessWindow } from './booking-access';
import { bookingReference, REFERENCE_BYTES } from './booking-reference';
import { type BookingState, canTransition, keepsRoom } from './booking';
import { DOOR_CODE_BYTES, doorCode } from './door-code';
import { availableQuantity, peakUse } from './equipment-availability';

const STATES: BookingState[] = ['held', 'requested', 'confirmed', 'completed', 'no_show', 'cancelled', 'released', 'declined', 'lapsed'];

test('a booking moves only along its transitions', () => {
  const moves = STATES.flatMap((from) => STATES.filter((to) => canTransition(from, to)).map((to) => `${from} → ${to}`));
  expect(moves).toEqual([
    'held → requested',
    'held → confirmed',
    'held → released',
    'requested → held',
    'requested → confirmed',
    'requested → released',
    'requested → declined',
    'requested → lapsed',
    'confirmed → completed',
    'confirmed → no_show',
    'confirmed → cancelled',
    'completed → no_show',
    'no_show → completed',
    'released → requested',
    'released → confirmed',
  ]);
});

test('only held, requested and confirmed bookings keep the room', () => {
  expect(STATES.filter(keepsRoom)).toEqual(['held', 'requested', 'confirmed']);
});

test('the door opens a quarter before and closes a quarter after', () => {
  const at = (clock: string) => new Date(`2026-11-21T${clock}:00Z`);
  expect(accessWindow({ start: at('17:00'), end: at('19:30') })).toEqual({ opensAt: at('16:45'), closesAt: at('19:45') });
});

describe('a reference', () => {
  test('is six characters that cannot be mistaken', () => {
    expect(bookingReference(new Uint8Array([0, 1, 7, 8, 26, 27]))).toBe('239BZ2');
    const all = Array.from({ length: 256 }, (_, byte) => bookingReference(new Uint8Array(REFERENCE_BYTES).fill(byte))).join('');
    expect(all).not.toMatch(/[01AEILOUY]/);
  });

  test('needs enough random bytes', () => {
    expect(() => bookingReference(new Uint8Array(REFERENCE_BYTES - 1))).toThrow(RangeError);
  });
});

describe('a door code', () => {
  const bytes = (...numbers: number[]) => {
    const view = new DataView(new ArrayBuffer(DOOR_CODE_BYTES));
    numbers.forEach((number, index) => view.setUint32(index * 4, number));
    return new Uint8Array(view.buffer);
  };

  test('has its length, with leading zeros', () => {
    expect(doorCode(bytes(7_042))).toBe('007042');
    expect(doorCode(bytes(7_042), 4)).toBe('7042');
    expect(doorCode(bytes(4_000_070_421), 5)).toBe('70421');
  });

  test.each([
    [0, 4],
    [1_111, 4],
    [1_234, 4],
    [9_876, 4],
    [7_890, 4],
    [999_999, 6],
    [345_678, 6],
    [12_345, 5],
  ] as const)('is never %i in %i digits: the next is taken', (easy, digits) => {
    expect(doorCode(bytes(easy, 5_072), digits)).toBe('5072'.padStart(digits, '0'));
  });

  test('needs enough random bytes', () => {
    expect(() => doorCode(bytes())).toThrow(RangeError);
    expect(() => doorCode(new Uint8Array(3))).toThrow(RangeError);
  });

  test('reads its own bytes of a shared buffer', () => {
    const pool = new Uint8Array(DOOR_CODE_BYTES + 8);
    pool.set(bytes(5_019));
    pool.set(bytes(7_042), 8);
    expect(doorCode(pool.subarray(8))).toBe('007042');
  });
});

describe('equipment', () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 10, 21, hour));
  const use = (from: number, to: number, quantity: number, holdExpiresAt: Date | null = null) => ({
    start: at(from),
    end: at(to),
    quantity,
    holdExpiresAt,
  });
  const evening = { start: at(18), end: at(22) };

  test('in use is counted at the busiest moment, not summed over the evening', () => {
    const uses = [use(16, 19, 2), use(19, 20, 1), use(19, 21, 2), use(22, 23, 5)];
    expect(peakUse(uses, evening, at(0))).toBe(3);
    expect(availableQuantity(4, uses, evening, at(0))).toBe(1);
    expect(availableQuantity(2, uses, evening, at(0))).toBe(0);
  });

  test('of a hold past its deadline is free', () => {
    const held = [use(18, 22, 2, at(10))];
    expect(peakUse(held, evening, at(9))).toBe(2);
    expect(peakUse(held, evening, at(10))).toBe(0);
  });

  test('nobody uses is all there', () => {
    expect(peakUse([], evening, at(0))).toBe(0);
  });
});
