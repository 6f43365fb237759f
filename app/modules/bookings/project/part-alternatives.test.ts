import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMinutes, overlaps } from '~/lib/interval';
import { at, facts, NOW, slot } from '../../../../tests/support/booking-samples';
import { partAlternatives } from './part-alternatives';

const room = (id: string) => ({ ...facts(), room: { ...facts().room, id } });
const rooms = [room('one'), room('two'), room('three')];
const taken = (roomId: string, start: string, end: string) => ({ roomId, start: at(start), end: at(end) });
const part = (position: number, wanted = slot) => ({ position, roomId: 'one', slot: wanted, people: 4, loudness: null });
const ask = (claimed: ReturnType<typeof taken>[], parts = [part(0)]) => partAlternatives({ rooms, parts, claimed }, NOW);

const drawnSlot = fc.integer({ min: 0, max: 40 }).map((steps) => {
  const start = addMinutes(at('08:00'), steps * 15);
  return { start, end: addMinutes(start, 120) };
});
const drawnClaim = fc.record({ roomId: fc.constantFrom('one', 'two', 'three'), slot: drawnSlot });

test('proposes another time in the room and another room at the time', () => {
  const found = ask([taken('one', '18:00', '20:00')]);
  expect(found.some(({ roomId, shiftMinutes }) => roomId === 'one' && shiftMinutes !== 0)).toBe(true);
  expect(found.filter(({ roomId }) => roomId !== 'one')).toMatchObject([
    { roomId: 'two', shiftMinutes: 0 },
    { roomId: 'three', shiftMinutes: 0 },
  ]);
});

test('never proposes where another part of the project will be', () => {
  fc.assert(
    fc.property(fc.array(drawnClaim, { maxLength: 5 }), (drawn) => {
      const claimed = drawn.map(({ roomId, slot: used }) => ({ roomId, ...used }));
      for (const { roomId, slot: proposed } of ask(claimed)) {
        expect(claimed.some((other) => other.roomId === roomId && overlaps(other, proposed))).toBe(false);
      }
    }),
  );
});

test('never proposes for one part what overlaps a proposal for another', () => {
  fc.assert(
    fc.property(fc.array(drawnSlot, { minLength: 2, maxLength: 4 }), fc.array(drawnClaim, { maxLength: 4 }), (wanted, drawn) => {
      const claimed = drawn.map(({ roomId, slot: used }) => ({ roomId, ...used }));
      const parts = wanted.map((one, position) => part(position, one));
      const found = ask(claimed, parts);
      for (const one of found) {
        const rivals = found.filter(({ position, roomId }) => position !== one.position && roomId === one.roomId);
        expect(rivals.some((other) => overlaps(other.slot, one.slot))).toBe(false);
      }
    }),
  );
});
