import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMinutes, type Interval } from '~/lib/interval';
import { NO_RIG } from '../rooms/rig-time';
import { type AddOnFacts, type AddOnQuestion, decideAddOns } from './decide-add-ons';
import type { EquipmentUseFact } from './equipment-availability';

const NOW = new Date('2026-11-20T12:00:00Z');
const START = new Date('2026-11-21T17:00:00Z');
const after = (halfHours: number) => addMinutes(START, halfHours * 30);
const period = (from: number, to: number): Interval => ({ start: after(from), end: after(to) });

const item = (more: Partial<AddOnFacts>): AddOnFacts => ({
  ...{ id: 'mic', kind: 'equipment', nameNb: 'Mikrofon', nameEn: 'Microphone', netPriceOre: 2_000, vatCode: '3', minMinutes: 0 },
  ...{ quantity: 6, offeredInRoom: true, requiredFromPeople: null, noticeMinutes: 0, uses: [] },
  ...more,
});
const technician = item({ id: 'tech', kind: 'staff', quantity: 2, minMinutes: 180 });
const cleaning = item({ id: 'clean', kind: 'cleaning', quantity: 0, requiredFromPeople: 50 });
const question = (more: Partial<AddOnQuestion>): AddOnQuestion => ({
  ...{ slot: period(0, 4), rig: NO_RIG, people: 4, equipment: [], claimed: period(-1, 5) },
  ...more,
});
const decide = (offered: AddOnFacts[], more: Partial<AddOnQuestion>) => decideAddOns(offered, question(more), NOW);

describe('things', () => {
  test('are out as long as the room is claimed', () => {
    expect(decide([item({})], { equipment: [{ itemId: 'mic', quantity: 3 }] })).toMatchObject({
      value: { uses: [{ itemId: 'mic', quantity: 3, ...period(-1, 5) }] },
    });
  });

  test('that must be ordered earlier are refused', () => {
    const late = item({ noticeMinutes: 3 * 1_440 });
    expect(decide([late], { equipment: [{ itemId: 'mic', quantity: 1 }] })).toMatchObject({ code: 'add_on_notice', noticeMinutes: 4_320 });
    expect(decide([late], { equipment: [{ itemId: 'mic', quantity: 0 }] })).toMatchObject({ ok: true });
  });
});

describe('people', () => {
  const wish = (fromMinutes: number, toMinutes: number) => [{ itemId: 'tech', quantity: 1, hours: { fromMinutes, toMinutes } }];

  test('are there all of the slot unless other hours are asked for', () => {
    expect(decide([technician], { equipment: [{ itemId: 'tech', quantity: 2 }] })).toMatchObject({
      value: { uses: [{ quantity: 2, ...period(0, 4) }], priced: [{ quantity: 2, period: period(0, 4) }] },
    });
    expect(decide([technician], { equipment: wish(30, 90) })).toMatchObject({ value: { uses: [period(1, 3)] } });
  });

  test('may help to rig', () => {
    const rig = { beforeMinutes: 60, afterMinutes: 0 };
    expect(decide([technician], { rig, equipment: wish(-60, 120) })).toMatchObject({ value: { uses: [period(-2, 4)] } });
  });

  test.each([
    ['before the booking', -30, 60],
    ['after it', 60, 150],
    ['backwards', 90, 60],
    ['at odd minutes', 10, 60],
  ])('cannot be had %s', (_, from, to) => {
    expect(decide([technician], { equipment: wish(from, to) })).toEqual({ ok: false, code: 'staff_hours', itemId: 'tech' });
  });

  test('are free again when their hours are over, though the room is still in use', () => {
    const busy = { ...technician, quantity: 1, uses: [{ ...period(0, 2), quantity: 1 }] };
    expect(decide([busy], { equipment: wish(60, 120) }).ok).toBe(true);
    expect(decide([busy], { equipment: wish(30, 120) })).toMatchObject({ code: 'equipment_taken', available: 0 });
  });
});

describe('cleaning', () => {
  test('comes once, chosen or because so many come', () => {
    expect(decide([cleaning], {})).toMatchObject({ value: { priced: [] } });
    expect(decide([cleaning], { people: 50 })).toMatchObject({ value: { priced: [{ quantity: 1 }] } });
    expect(decide([cleaning], { people: 50, equipment: [{ itemId: 'clean', quantity: 1 }] })).toMatchObject({
      value: { priced: [{ quantity: 1 }] },
    });
    expect(decide([cleaning], { equipment: [{ itemId: 'clean', quantity: 2 }] })).toMatchObject({ code: 'equipment_taken', available: 1 });
  });

  test('that a room does not go without is never too late to order', () => {
    expect(decide([{ ...cleaning, noticeMinutes: 10_000 }], { people: 50 })).toMatchObject({ value: { priced: [{ quantity: 1 }] } });
  });
});

describe('whatever is asked for, in whatever order', () => {
  const ask = fc.record({
    from: fc.integer({ min: 0, max: 40 }),
    length: fc.integer({ min: 1, max: 12 }),
    quantity: fc.integer({ min: 1, max: 8 }),
    margin: fc.integer({ min: 0, max: 2 }),
    kind: fc.constantFrom('equipment', 'staff'),
    hours: fc.tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 1, max: 12 })),
  });

  test('no more are out at any moment than the hub has, and what is refused would have been too much', () => {
    fc.assert(
      fc.property(fc.array(ask, { minLength: 1, maxLength: 25 }), fc.integer({ min: 0, max: 8 }), (asks, owned) => {
        const uses: EquipmentUseFact[] = [];
        for (const { from, length, quantity, margin, kind, hours } of asks) {
          const offered = item({ id: 'x', kind, quantity: owned, uses });
          const asked = question({
            slot: period(from, from + length),
            claimed: period(from - margin, from + length + margin),
            equipment: [{ itemId: 'x', quantity, hours: { fromMinutes: hours[0] * 30, toMinutes: hours[1] * 30 } }],
          });
          const decided = decideAddOns([offered], asked, NOW);
          if (decided.ok) uses.push(...decided.value.uses);
          else if (decided.code === 'equipment_taken') expect(outAtMost(uses, asked.claimed) + quantity).toBeGreaterThan(owned);
          else expect(decided.code).toBe('staff_hours');
        }
        expect(outAtMost(uses, period(-10, 70))).toBeLessThanOrEqual(owned);
      }),
      { numRuns: 500 },
    );
  });

  /** Counted half hour by half hour, another way than the code under test. */
  function outAtMost(uses: readonly EquipmentUseFact[], { start, end }: Interval): number {
    let most = 0;
    for (let at = start; at < end; at = addMinutes(at, 30)) {
      most = Math.max(
        most,
        uses.filter((use) => use.start <= at && at < use.end).reduce((sum, use) => sum + use.quantity, 0),
      );
    }
    return most;
  }
});
