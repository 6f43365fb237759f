import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMinutes, overlaps } from '~/lib/interval';
import { at, facts, NOW, slot } from '../../../../tests/support/booking-samples';
import { partAlternatives } from './part-alternatives';

const room = (id: string) => ({ ...facts(), room: { ...facts().room, id } });
const rooms = [room('one'), room('two'), room('three')];
const taken = (roomId: string, start: string, end: string) => ({ roomId, start: at(start), end: at(end) });
const ask = (claimed: ReturnType<typeof taken>[]) => partAlternatives({ rooms, roomId: 'one', slot, people: 4, claimed }, NOW);

test('proposes another time in the room and another room at the time', () => {
  const found = ask([taken('one', '18:00', '20:00')]);
  expect(found.some(({ roomId, shiftMinutes }) => roomId === 'one' && shiftMinutes !== 0)).toBe(true);
  expect(found.filter(({ roomId }) => roomId !== 'one')).toMatchObject([
    { roomId: 'two', shiftMinutes: 0 },
    { roomId: 'three', shiftMinutes: 0 },
  ]);
});

test('never proposes where another part of the project will be', () => {
  const claim = fc.record({ roomId: fc.constantFrom('one', 'two', 'three'), start: fc.integer({ min: 0, max: 40 }) });
  fc.assert(
    fc.property(fc.array(claim, { maxLength: 5 }), (drawn) => {
      const claimed = drawn.map(({ roomId, start }) => {
        const from = addMinutes(at('08:00'), start * 15);
        return { roomId, start: from, end: addMinutes(from, 120) };
      });
      for (const { roomId, slot: proposed } of ask(claimed)) {
        expect(claimed.some((other) => other.roomId === roomId && overlaps(other, proposed))).toBe(false);
      }
    }),
  );
});
