import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CustomerGroup } from '../../organisations/customer-group';
import { rateAt } from '../rate-for';
import { type BandRate, checkWeek, compareWeeks, type PricedGroup, priceRows, ratesOf } from './price-week';

const WORKDAYS = [1, 2, 3, 4, 5];
const WEEKEND = [6, 7];
const rate = (weekdays: number[], fromMinute: number, toMinute: number, netPerHourOre: number, group: PricedGroup = null): BandRate => ({
  ...{ weekdays, fromMinute, toMinute, netPerHourOre, group },
});
const HOUSE: BandRate[] = [
  rate(WORKDAYS, 0, 480, 200),
  rate(WORKDAYS, 480, 960, 100),
  rate(WORKDAYS, 960, 1_440, 200),
  rate(WEEKEND, 0, 1_440, 200),
  rate(WORKDAYS, 0, 480, 140, 'permanent_actor'),
  rate(WORKDAYS, 480, 960, 70, 'permanent_actor'),
  rate(WORKDAYS, 960, 1_440, 140, 'permanent_actor'),
  rate(WEEKEND, 0, 1_440, 140, 'permanent_actor'),
];

describe('the prices of a week', () => {
  test('are rows of days and bands with a price for everybody and for groups', () => {
    expect(priceRows(HOUSE).map(({ prices, ...band }) => ({ ...band, prices: [...prices] }))).toEqual([
      {
        weekdays: WORKDAYS,
        fromMinute: 0,
        toMinute: 480,
        prices: [
          [null, 200],
          ['permanent_actor', 140],
        ],
      },
      {
        weekdays: WORKDAYS,
        fromMinute: 480,
        toMinute: 960,
        prices: [
          [null, 100],
          ['permanent_actor', 70],
        ],
      },
      {
        weekdays: WORKDAYS,
        fromMinute: 960,
        toMinute: 1_440,
        prices: [
          [null, 200],
          ['permanent_actor', 140],
        ],
      },
      {
        weekdays: WEEKEND,
        fromMinute: 0,
        toMinute: 1_440,
        prices: [
          [null, 200],
          ['permanent_actor', 140],
        ],
      },
    ]);
    expect(checkWeek(priceRows(HOUSE))).toEqual({ ok: true, value: null });
  });

  test('must be whole, and no time may have two', () => {
    const rows = priceRows(HOUSE);
    expect(checkWeek(rows.slice(0, 3))).toMatchObject({ code: 'gap', weekday: 6, fromMinute: 0, toMinute: 1_440 });
    expect(checkWeek(rows.filter((_, index) => index !== 1))).toMatchObject({ code: 'gap', weekday: 1, fromMinute: 480, toMinute: 960 });
    const again = { weekdays: [5, 6], fromMinute: 1_200, toMinute: 1_440, prices: new Map([[null, 300]]) };
    expect(checkWeek([...rows, again])).toMatchObject({ code: 'overlap', index: 4 });
  });

  test('cost the same as rows as they did as rates, at every minute and for every group', () => {
    const minute = fc.integer({ min: 0, max: 47 }).map((half) => half * 30);
    const group = fc.constantFrom<PricedGroup>(null, 'youth', 'permanent_actor');
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
    const any = fc.tuple(days, minute, minute, fc.integer({ min: 0, max: 90_000 }), group);
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), fc.integer({ min: 1, max: 7 }), minute, (drawn, weekday, at) => {
        const rates = drawn.flatMap(([weekdays, from, to, ore, whose]) => (from < to ? [rate(weekdays, from, to, ore, whose)] : []));
        const again = ratesOf(priceRows(rates));
        for (const groups of [[], ['youth'], ['permanent_actor']] as CustomerGroup[][]) {
          expect(costs(again, groups, weekday, at)).toBe(costs(rates, groups, weekday, at));
        }
        expect(compareWeeks(rates, again)).toEqual([]);
      }),
    );
  });
});

describe('what comes to cost something else', () => {
  test('is told once for all days alike, and of a group only where its step is its own', () => {
    const dearer = HOUSE.map((old) => (old.fromMinute === 480 ? { ...old, netPerHourOre: old.netPerHourOre + 50 } : old));
    expect(compareWeeks(HOUSE, dearer)).toEqual([
      {
        ...{ weekdays: WORKDAYS, fromMinute: 480, toMinute: 960 },
        steps: [
          { group: null, beforeOre: 100, afterOre: 150 },
          { group: 'permanent_actor', beforeOre: 70, afterOre: 120 },
        ],
      },
    ]);
  });

  test('is all of the week for a room that had no prices', () => {
    expect(compareWeeks([], [rate([...WORKDAYS, ...WEEKEND], 0, 1_440, 100)])).toEqual([
      { weekdays: [1, 2, 3, 4, 5, 6, 7], fromMinute: 0, toMinute: 1_440, steps: [{ group: null, beforeOre: null, afterOre: 100 }] },
    ]);
  });
});

function costs(rates: readonly BandRate[], groups: readonly CustomerGroup[], weekday: number, minute: number): number | null {
  const room = { id: 'room', kind: 'rehearsal' } as const;
  const full = rates.map((band, index) => ({ ...band, id: String(index), roomId: room.id, roomKind: null, vatCode: '6' }));
  return rateAt({ rates: full }, room, groups, weekday, minute)?.netPerHourOre ?? null;
}
