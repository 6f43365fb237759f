import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMinutes, overlaps } from '~/lib/interval';
import { amplifier, at, facts, host, NOW, request, slot } from '../../../tests/support/booking-samples';
import type { BookingFacts, BookingRequest } from './decide-booking';
import { type CommitmentRequest, decideOccurrences, type GrantedOccurrence } from './decide-occurrences';

type Asked = { known?: Partial<BookingFacts>; asked?: Partial<BookingRequest> };
const decide = (asked: readonly Asked[], how: Partial<CommitmentRequest> = {}) =>
  decideOccurrences(
    asked.map(({ known, asked: more }) => ({ facts: facts(known), request: request(more) })),
    { whenRefused: 'refuse_all', expectedTotalOre: null, ...how },
    NOW,
  );
const later = (minutes: number) => ({ start: addMinutes(slot.start, minutes), end: addMinutes(slot.end, minutes) });

describe('a booking by card', () => {
  test('holds the room for 35 minutes while it is paid', () => {
    expect(decide([{}])).toMatchObject({ ok: true, value: { state: 'held', holdExpiresAt: at('12:35'), totalOre: 50_000 } });
  });

  test('that costs nothing is confirmed at once', () => {
    expect(decide([{ known: { groups: ['youth'] } }])).toMatchObject({ value: { state: 'confirmed', holdExpiresAt: null, totalOre: 0 } });
  });

  test('made by staff for somebody else holds for a day, but never past the first start', () => {
    expect(decide([{ known: { actor: host } }])).toMatchObject({ value: { state: 'held', holdExpiresAt: slot.start } });
    const nextWeek = later(7 * 1_440);
    expect(decide([{ known: { actor: host, openings: [nextWeek] }, asked: { slot: nextWeek } }])).toMatchObject({
      value: { holdExpiresAt: addMinutes(NOW, 1_440) },
    });
  });

  test('at another price than was shown is refused', () => {
    expect(decide([{}], { expectedTotalOre: 50_000 })).toMatchObject({ ok: true });
    expect(decide([{}], { expectedTotalOre: 49_999 })).toEqual({ ok: false, code: 'price_changed', totalOre: 50_000 });
  });
});

describe('several occurrences', () => {
  test('are one sum, with lines that run on from one to the next', () => {
    const two = decide([{}, { asked: { slot: later(-240), equipment: [{ itemId: 'amp', quantity: 1 }] } }]);
    expect(two).toMatchObject({ value: { totalOre: 110_000, occurrences: [{ granted: true }, { granted: true }] } });
    const lines = two.ok ? two.value.occurrences.flatMap((one) => (one.granted ? one.lines : [])) : [];
    expect(lines.map(({ position }) => position)).toEqual([1, 2, 3]);
  });

  test('get in one another’s way: the room, its clean-up, and the last piece of equipment', () => {
    expect(decide([{}, { asked: { slot: later(60) } }])).toMatchObject({ ok: false, code: 'taken', index: 1 });
    expect(decide([{}, { asked: { slot: later(-120) } }])).toMatchObject({ ok: false, code: 'buffer', index: 1 });
    const elsewhere = { room: { ...facts().room, id: 'other' }, equipment: [amplifier] };
    const wish = { equipment: [{ itemId: 'amp', quantity: 2 }] };
    expect(decide([{ asked: wish }, { known: elsewhere, asked: wish }])).toMatchObject({ code: 'equipment_taken', available: 0, index: 1 });
  });

  test('of a divisible room and its part get in one another’s way, those of two parts do not', () => {
    const room = (id: string, sharesWith: string[]) => ({ known: { room: { ...facts().room, id }, sharesWith } });
    const [whole, east, west] = [room('whole', ['east', 'west']), room('east', ['whole']), room('west', ['whole'])];
    expect(decide([whole, west])).toMatchObject({ ok: false, code: 'taken', index: 1 });
    expect(decide([west, whole])).toMatchObject({ ok: false, code: 'taken', index: 1 });
    expect(decide([east, west])).toMatchObject({ ok: true });
  });

  test('are kept with their reasons where only some can be had, as long as one can', () => {
    const taken = { claims: [{ roomId: 'room', kind: 'booking' as const, ...slot }] };
    const kept = decide([{ known: taken }, { asked: { slot: later(-240) } }], { whenRefused: 'keep_refused' });
    expect(kept).toMatchObject({
      value: { totalOre: 50_000, occurrences: [{ granted: false, refusal: { code: 'taken' } }, { granted: true }] },
    });
    expect(decide([{ known: taken }], { whenRefused: 'keep_refused' })).toMatchObject({ ok: false, code: 'taken', index: 0 });
  });

  test('of one booking never overlap in a room, whatever is asked', () => {
    const starts = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(starts, (steps) => {
        const decision = decide(
          steps.map((step) => ({ asked: { slot: later((step - 20) * 30) } })),
          { whenRefused: 'keep_refused' },
        );
        const granted = decision.ok ? decision.value.occurrences.filter((one): one is GrantedOccurrence => one.granted) : [];
        for (const [index, one] of granted.entries())
          for (const other of granted.slice(index + 1)) expect(overlaps(one.padded, other.padded)).toBe(false);
      }),
    );
  });
});
