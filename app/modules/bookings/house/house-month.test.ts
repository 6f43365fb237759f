import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addMinutes } from '~/lib/interval';
import type { SeenHouseDay } from './house-names';
import { monthDay } from './house-month';

const OPENS = new Date('2026-11-23T07:00:00Z');
const at = (minute: number) => addMinutes(OPENS, minute);
const REASON = { nb: 'Vask', en: 'Cleaning' };

type Use = SeenHouseDay['rooms'][number]['uses'][number];
type Made = { kind: 'booking' | 'closure' | 'held'; from: number; length: number };

const useOf = ({ kind, from, length }: Made, index: number): Use => {
  const slot = { start: at(from), end: at(from + length), usedRoom: null };
  if (kind === 'closure') return { ...slot, kind, closureId: 'c', reason: REASON };
  return { ...slot, kind: 'booking', state: kind === 'held' ? 'held' : 'confirmed', occurrenceId: String(index), kept: false } as Use;
};

const dayOf = (made: readonly Made[], room = {}): SeenHouseDay =>
  ({
    date: '2026-11-23',
    rooms: [{ id: 'r', openings: [{ start: at(0), end: at(900) }], setupMinutes: 0, cleanupMinutes: 0, uses: made.map(useOf), ...room }],
  }) as unknown as SeenHouseDay;

const uses = fc.array(
  fc.record({
    kind: fc.constantFrom('booking' as const, 'closure' as const, 'held' as const),
    from: fc.integer({ min: -10, max: 31 }).map((steps) => steps * 30),
    length: fc.integer({ min: 1, max: 20 }).map((steps) => steps * 30),
  }),
  { maxLength: 8 },
);

it('makes every minute of the opening hours one thing, whatever is in the room', () => {
  fc.assert(
    fc.property(uses, (made) => {
      const { booked, asked, closed, free } = monthDay(dayOf(made), { oneRoom: true }).minutes;
      expect(booked + asked + closed + free).toBe(900);
      expect(Math.min(booked, asked, closed, free)).toBeGreaterThanOrEqual(0);
    }),
  );
});

it('counts what is agreed and what waits, and names each closure once', () => {
  const made: Made[] = [
    { kind: 'booking', from: 0, length: 60 },
    { kind: 'held', from: 120, length: 60 },
    { kind: 'closure', from: 300, length: 60 },
    { kind: 'closure', from: 400, length: 60 },
  ];
  expect(monthDay(dayOf(made), { oneRoom: true })).toMatchObject({
    ...{ booked: 1, asked: 1, closures: [REASON] },
    minutes: { booked: 60, asked: 60, closed: 120, free: 660 },
  });
});

it('calls the time to rig around a booking not free', () => {
  const made: Made[] = [{ kind: 'booking', from: 300, length: 60 }];
  expect(monthDay(dayOf(made, { setupMinutes: 30, cleanupMinutes: 15 }), { oneRoom: true }).minutes).toMatchObject({
    booked: 60,
    free: 900 - 60 - 45,
  });
});

it('leaves the divisible whole to its parts, unless it is the one on show', () => {
  const day = dayOf([{ kind: 'booking', from: 0, length: 60 }], { divisible: true });
  expect(monthDay(day, { oneRoom: false })).toMatchObject({ booked: 0, uses: [] });
  expect(monthDay(day, { oneRoom: true }).booked).toBe(1);
});
