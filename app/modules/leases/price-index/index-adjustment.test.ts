import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LocalDate } from '~/lib/local-time';
import { type AdjustmentTerms, adjustRent, proposeAdjustment } from './index-adjustment';
import { INDEX_BASE, INDEX_TABLE, type IndexValue } from './price-index';

const value = (month: LocalDate, tenths: number, base: string = INDEX_BASE): IndexValue => ({ month, tenths, base, tableId: INDEX_TABLE });

const HOUSING = { clause: 'housing', shareBp: 10_000, floor: false } as const;
const COMMERCIAL = { clause: 'commercial', shareBp: 10_000, floor: true } as const;

describe('a rent by the index', () => {
  test.each([
    ['from 2025-01 to 2026-07', 800_000, 981, 1038, 846_483, 846_500],
    ['from 2025-10 to 2026-09', 450_000, 1007, 1030, 460_278, 460_300],
    ['that fell', 500_000, 1038, 1030, 496_146, 500_000],
    ['of an odd amount', 1_234_567, 1010, 1030, 1_259_014, 1_259_000],
  ])('%s is to the øre for homes, to the krone and with a floor for shops', (_, origin, base, target, housing, commercial) => {
    const [from, to] = [value('2025-01-01', base), value('2026-07-01', target)];
    expect(adjustRent(origin, from, to, HOUSING)).toEqual({ ok: true, value: housing });
    expect(adjustRent(origin, from, to, COMMERCIAL)).toEqual({ ok: true, value: commercial });
  });

  test('follows a share of the change where that is agreed', () => {
    const [from, to] = [value('2025-08-01', 1000), value('2026-08-01', 1035)];
    expect(adjustRent(500_000, from, to, { ...COMMERCIAL, shareBp: 8_000 })).toEqual({ ok: true, value: 514_000 });
  });

  test('falls with the index where there is no floor', () => {
    const [from, to] = [value('2026-07-01', 1038), value('2026-09-01', 1030)];
    expect(adjustRent(500_000, from, to, { ...COMMERCIAL, floor: false })).toEqual({ ok: true, value: 496_100 });
  });

  test('is never computed over two base years', () => {
    const old = value('2024-12-01', 1348, '2015=100');
    expect(adjustRent(500_000, old, value('2026-09-01', 1030), HOUSING)).toMatchObject({ ok: false, code: 'mixed_bases' });
  });

  test('is the first rent again when the index is, and never drifts by being adjusted often', () => {
    const index = fc.integer({ min: 500, max: 2000 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50_000_000 }), index, index, (origin, base, target) => {
        const from = value('2025-01-01', base);
        expect(adjustRent(origin, from, value('2026-01-01', base), HOUSING)).toEqual({ ok: true, value: origin });
        const rent = adjustRent(origin, from, value('2026-01-01', target), HOUSING);
        expect(rent.ok && Math.abs(rent.value - (origin * target) / base) <= 0.5000001).toBe(true);
      }),
    );
  });
});

const PUBLISHED = [value('2025-01-01', 981), value('2025-11-01', 1009), value('2026-09-01', 1030), value('2026-10-01', 1032)];
const NOVEMBER = value('2026-11-01', 1034);
const LINES = [{ rentLineId: 'a', originOre: 800_000, oldOre: 800_000 }];

const terms = (more: Partial<AdjustmentTerms>): AdjustmentTerms => ({
  ...{ clause: 'housing', baseMonth: '2025-01-01', shareBp: 10_000, floor: true },
  ...{ startsOn: '2025-02-01', endsOn: null, lastChangeOn: null, chargedUntil: null },
  ...more,
});

describe('when a rent is adjusted', () => {
  test('a home: from the first of a month, a month after the notice at the earliest, by the newest index', () => {
    const proposed = (today: LocalDate) => proposeAdjustment(terms({}), LINES, PUBLISHED, today);
    expect(proposed('2026-11-22')).toMatchObject({ ok: true, value: { effectiveOn: '2027-01-01', target: { month: '2026-10-01' } } });
    expect(proposed('2026-12-01')).toMatchObject({ ok: true, value: { effectiveOn: '2027-01-01' } });
    expect(proposed('2026-12-02')).toMatchObject({ ok: true, value: { effectiveOn: '2027-02-01' } });
  });

  test('a home: a year after the last change, and then at once what was let go by', () => {
    const late = terms({ lastChangeOn: '2026-03-01' });
    expect(proposeAdjustment(late, LINES, PUBLISHED, '2026-11-22')).toMatchObject({
      ...{ ok: false, code: 'too_early', effectiveOn: '2027-03-01', noticeFrom: '2027-01-02' },
    });
    expect(proposeAdjustment(late, LINES, PUBLISHED, '2027-01-02')).toMatchObject({ ok: true, value: { effectiveOn: '2027-03-01' } });
    const years = terms({ startsOn: '2021-02-15' });
    expect(proposeAdjustment(years, LINES, PUBLISHED, '2026-11-22')).toMatchObject({
      value: { effectiveOn: '2027-01-01', lines: [{ newOre: 841_590 }] },
    });
  });

  test('a shop: on 1 January by the index of November, once that is published', () => {
    const shop = terms({ clause: 'commercial', startsOn: '2026-02-01' });
    expect(proposeAdjustment(shop, LINES, PUBLISHED, '2026-11-22')).toMatchObject({ code: 'target_unpublished', month: '2026-11-01' });
    expect(proposeAdjustment(shop, LINES, [...PUBLISHED, NOVEMBER], '2026-12-11')).toMatchObject({
      value: { effectiveOn: '2027-01-01', target: { month: '2026-11-01' }, lines: [{ oldOre: 800_000, newOre: 843_200 }] },
    });
  });

  test('a shop: what was let go by holds from the next month, never back in time', () => {
    const shop = terms({ clause: 'commercial' });
    expect(proposeAdjustment(shop, LINES, PUBLISHED, '2026-03-10')).toMatchObject({
      value: { effectiveOn: '2026-04-01', target: { month: '2025-11-01' } },
    });
    expect(proposeAdjustment({ ...shop, lastChangeOn: '2027-01-01' }, LINES, PUBLISHED, '2026-12-15')).toMatchObject({
      ...{ code: 'too_early', effectiveOn: '2028-01-01' },
    });
  });

  test('rent that has been charged stays as it is', () => {
    const charged = terms({ chargedUntil: '2027-02-01' });
    expect(proposeAdjustment(charged, LINES, PUBLISHED, '2026-11-22')).toMatchObject({ value: { effectiveOn: '2027-02-01' } });
  });

  test.each([
    ['without a clause', terms({ clause: 'none' }), LINES, { code: 'no_clause' }],
    [
      'from a month that nobody has published',
      terms({ baseMonth: '2024-12-01' }),
      LINES,
      { code: 'base_unpublished', month: '2024-12-01' },
    ],
    ['of a lease that is over by then', terms({ endsOn: '2027-01-01' }), LINES, { code: 'lease_ends' }],
    ['that has followed already', terms({}), [{ ...LINES[0]!, oldOre: 841_590 }], { code: 'no_change' }],
    ['of nothing that follows', terms({}), [], { code: 'no_change' }],
  ])('there is none %s', (_, given, lines, refusal) => {
    expect(proposeAdjustment(given, lines, PUBLISHED, '2026-11-22')).toMatchObject({ ok: false, ...refusal });
  });

  test('takes effect only on the first of a month, never before a month has gone since the notice', () => {
    const day = fc
      .integer({ min: 0, max: 1500 })
      .map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10) as LocalDate);
    fc.assert(
      fc.property(day, (today) => {
        const proposed = proposeAdjustment(terms({}), LINES, PUBLISHED, today);
        if (!proposed.ok) return;
        expect(proposed.value.effectiveOn).toMatch(/-01$/);
        const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
        const aMonthOn = new Date(Date.UTC(year, month, Number(today.slice(8)))).toISOString().slice(0, 10);
        expect(proposed.value.effectiveOn >= aMonthOn || today.slice(8) > '28').toBe(true);
      }),
    );
  });
});
