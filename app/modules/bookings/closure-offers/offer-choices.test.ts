import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMinutes, type Interval } from '~/lib/interval';
import { addDays, type LocalDate, localDateOf, localMinuteOf, toInstantOrAfterGap } from '~/lib/local-time';
import type { ClaimFact } from '../../availability/claim';
import { checkSlot } from '../../availability/check-slot';
import type { SlotFacts } from '../../availability/slot-facts';
import { NO_RIG } from '../../rooms/rig-time';
import type { RoomFacts } from '../../rooms/room';
import { DAYS_AFTER, DAYS_BEFORE, offerChoices } from './offer-choices';

/** Six days before the clock goes back. */
const DAY: LocalDate = '2026-10-19';
const at = (date: LocalDate, hours: number) => toInstantOrAfterGap(date, hours * 60);
const NOW = at('2026-10-12', 9);
const ROOM: RoomFacts = {
  ...{ id: 'r1', slug: 'r1', name: 'R1', kind: 'rehearsal', buildingSlug: 'laven', capacity: 6, setupMinutes: 0, cleanupMinutes: 30 },
  ...{ minMinutes: 60, maxMinutes: 480, noticeMinutes: 60, horizonDays: 60, bookable: true, approvalHours: null },
};
const openings = Array.from({ length: DAYS_BEFORE + DAYS_AFTER + 3 }, (_, index): Interval => {
  const date = addDays(DAY, index - DAYS_BEFORE - 1);
  return { start: at(date, 8), end: at(date, 23) };
});
const room = (id: string, claims: ClaimFact[], more: Partial<RoomFacts> = {}): SlotFacts => ({
  room: { ...ROOM, id, slug: id, ...more },
  openings,
  claims,
});
const closed = (roomId: string, from: LocalDate, to: LocalDate): ClaimFact => ({
  roomId,
  kind: 'closure',
  start: at(from, 0),
  end: at(to, 24),
});
const slot = { start: at(DAY, 18), end: at(DAY, 20) };
const ask = (rooms: readonly SlotFacts[], people = 4) =>
  offerChoices({ rooms, offered: { roomId: 'r1', slot }, people, rig: NO_RIG, now: NOW });

test('the same time next door comes first, then the same evening of other days, by the wall clock', () => {
  const choices = ask([room('r1', [closed('r1', DAY, DAY)]), room('r2', []), room('small', [], { capacity: 2 })]);
  expect(choices[0]).toEqual({ roomId: 'r2', slot });
  expect(choices.map(({ roomId }) => roomId)).not.toContain('small');
  const sameRoom = choices.filter(({ roomId }) => roomId === 'r1').map((choice) => choice.slot.start);
  expect(sameRoom[0]).toEqual(at('2026-10-26', 18));
  expect(sameRoom.map(localMinuteOf).every((minute) => minute === 18 * 60)).toBe(true);
});

test('when only the evening is closed, an earlier hour of the day will do', () => {
  const evening: ClaimFact = { roomId: 'r1', kind: 'closure', start: at(DAY, 17), end: at(DAY, 24) };
  const sameDay = ask([room('r1', [evening])]).filter((choice) => localDateOf(choice.slot.start) === DAY);
  expect(sameDay.map((choice) => choice.slot)).toContainEqual({ start: at(DAY, 14.5), end: at(DAY, 16.5) });
});

test('a house that is closed for weeks has nothing to offer', () => {
  const [from, to] = [addDays(DAY, -DAYS_BEFORE - 1), addDays(DAY, DAYS_AFTER + 1)];
  expect(ask([room('r1', [closed('r1', from, to)]), room('r2', [closed('r2', from, to)])])).toEqual([]);
});

const uses = fc.array(
  fc.record({
    roomId: fc.constantFrom('r1', 'r2', 'r3'),
    day: fc.integer({ min: -3, max: 15 }),
    hour: fc.integer({ min: 8, max: 21 }),
    hours: fc.integer({ min: 1, max: 10 }),
  }),
  { maxLength: 30 },
);

test('whatever the house is used for, each choice can be booked as it stands, is as long, and is another one', () => {
  fc.assert(
    fc.property(uses, (used) => {
      const claims = used.map(({ roomId, day, hour, hours }): ClaimFact => {
        const start = at(addDays(DAY, day), hour);
        return { roomId, kind: 'booking', start, end: addMinutes(start, hours * 60) };
      });
      const rooms = ['r1', 'r2', 'r3'].map((id) =>
        room(id, [...claims.filter(({ roomId }) => roomId === id), ...(id === 'r1' ? [closed('r1', DAY, DAY)] : [])]),
      );
      const choices = ask(rooms);
      expect(new Set(choices.map((choice) => `${choice.roomId} ${choice.slot.start.toISOString()}`)).size).toBe(choices.length);
      for (const choice of choices) {
        const facts = rooms.find((candidate) => candidate.room.id === choice.roomId);
        expect(facts && checkSlot(facts, choice.slot, NOW)).toMatchObject({ ok: true });
        expect(choice.slot.end.getTime() - choice.slot.start.getTime()).toBe(2 * 3_600_000);
        expect([choice.roomId, choice.slot.start]).not.toEqual(['r1', slot.start]);
      }
    }),
    { numRuns: 60 },
  );
});
