import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMinutes } from '~/lib/interval';
import { sumOre } from '~/lib/money';
import { at, facts, host, NOW, request, slot } from '../../../../tests/support/booking-samples';
import { type AskedOccurrence, decideOccurrences } from '../decide-occurrences';
import type { BookingFacts } from '../decide-booking';
import { priceBeside, projectOutcome } from './project-outcome';

const ROOMS = ['ovingsrom', 'studio', 'scene'] as const;
type Room = (typeof ROOMS)[number];

/** The scene needs the house's answer, the studio is closed to more than two. */
const inRoom = (id: Room): BookingFacts['room'] => ({
  ...facts().room,
  id,
  approvalHours: id === 'scene' ? 48 : null,
  capacity: id === 'studio' ? 2 : 6,
});
const part = (room: Room, shiftMinutes = 0, more: Partial<BookingFacts> = {}): AskedOccurrence => ({
  facts: facts({ room: inRoom(room), ...more }),
  request: request({ people: 2, slot: { start: addMinutes(slot.start, shiftMinutes), end: addMinutes(slot.end, shiftMinutes) } }),
});
const outcome = (...parts: AskedOccurrence[]) => projectOutcome(parts, NOW);

describe('the price of a project', () => {
  test('is the sum of its parts, and that is what the booking takes', () => {
    const anyPart = fc.record({
      room: fc.constantFrom(...ROOMS),
      step: fc.integer({ min: -20, max: 8 }),
      groups: fc.constantFrom<BookingFacts['groups']>([], ['youth']),
    });
    fc.assert(
      fc.property(fc.array(anyPart, { minLength: 1, maxLength: 6 }), (drawn) => {
        const asked = drawn.map(({ room, step, groups }) => part(room, step * 30, { groups }));
        const { parts, totalOre, supportOre, grantedCount } = projectOutcome(asked, NOW);
        expect(totalOre).toBe(sumOre(parts.map((one) => (one.granted ? one.totalOre : 0))));
        expect(supportOre).toBeGreaterThanOrEqual(0);
        const booked = decideOccurrences(asked, { whenRefused: 'keep_refused', expectedTotalOre: totalOre }, NOW);
        expect(booked.ok).toBe(grantedCount > 0);
        if (booked.ok) expect(booked.value.occurrences.map(({ granted }) => granted)).toEqual(parts.map(({ granted }) => granted));
      }),
    );
  });

  test('of a part beside the others is what it costs among them', () => {
    const others = [part('ovingsrom')];
    const studio = part('studio');
    expect(priceBeside(others, studio, NOW)).toBe(outcome(...others, studio).totalOre - outcome(...others).totalOre);
    expect(priceBeside(others, part('ovingsrom', 60), NOW)).toBeNull();
  });
});

test('all or nothing is refused for exactly the first part that cannot be had, and then nothing is decided', () => {
  const steps = fc.array(fc.tuple(fc.constantFrom(...ROOMS), fc.integer({ min: -20, max: 8 })), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(steps, (drawn) => {
      const asked = drawn.map(([room, step]) => part(room, step * 30));
      const { parts } = projectOutcome(asked, NOW);
      const first = parts.findIndex(({ granted }) => !granted);
      const booked = decideOccurrences(asked, { whenRefused: 'refuse_all', expectedTotalOre: null }, NOW);
      expect(booked.ok).toBe(first < 0);
      if (!booked.ok) expect(booked).toMatchObject({ index: first });
    }),
  );
});

describe('two parts in each other’s way', () => {
  test('are told which of them has the room, and when', () => {
    const { parts, grantedCount } = outcome(part('studio'), part('ovingsrom'), part('ovingsrom', 60));
    expect(grantedCount).toBe(2);
    expect(parts[2]).toMatchObject({ granted: false, refusal: { code: 'other_part', position: 1, busy: { start: slot.start } } });
  });

  test('also when only the clean-up between them is missing', () => {
    expect(outcome(part('ovingsrom'), part('ovingsrom', 120)).parts[1]).toMatchObject({ refusal: { code: 'other_part', position: 0 } });
  });

  test('also when one has the whole room and the other a half of it', () => {
    const half = part('studio', 0, { sharesWith: ['scene'] });
    expect(outcome(part('scene'), half).parts[1]).toMatchObject({ refusal: { code: 'other_part', position: 0 } });
  });

  test('are not in the way in different rooms', () => {
    expect(outcome(part('scene'), part('studio'), part('ovingsrom'))).toMatchObject({ grantedCount: 3 });
  });
});

test('what somebody else has is told as theirs, even where another part of the project is near by', () => {
  const theirs = { roomId: 'studio', kind: 'booking' as const, start: at('18:00'), end: at('19:00') };
  const { parts } = outcome(part('ovingsrom'), part('studio', 0, { claims: [theirs] }));
  expect(parts[1]).toMatchObject({ granted: false, refusal: { code: 'taken', busy: { end: at('19:00') } } });
});

describe('the house’s answer', () => {
  test('is one for all parts as soon as one of them needs it', () => {
    const { answerHours, parts } = outcome(part('ovingsrom'), part('scene'));
    expect(answerHours).toBe(48);
    expect(parts.map((one) => one.granted && one.asksHouse)).toEqual([false, true]);
  });

  test('is not asked for a part that cannot be had, nor by those who give it', () => {
    const closed = { openings: [] };
    expect(outcome(part('ovingsrom'), part('scene', 0, closed)).answerHours).toBeNull();
    expect(outcome(part('scene', 0, { actor: host })).answerHours).toBeNull();
  });
});
