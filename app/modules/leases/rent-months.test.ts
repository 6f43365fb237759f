import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate } from '~/lib/local-time';
import { sumOre } from '~/lib/money';
import { addMonths, daysInMonth, monthsIn, parseMonth } from '~/lib/months';
import { decideNotice } from './notice';
import { rentOfMonth } from './rent-months';

const line = { monthlyNetOre: 450_000, validFrom: '2026-01-01', validTo: null } as const;
const months = fc.integer({ min: 0, max: 60 }).map((count) => addMonths('2026-01-01', count));

describe('the rent of a month', () => {
  it('is the whole amount for a whole month', () => {
    expect(rentOfMonth(line, { startsOn: '2026-01-01', endsOn: null }, '2026-02-01')).toEqual({
      ...{ periodFrom: '2026-02-01', periodTo: '2026-03-01', netOre: 450_000 },
    });
  });

  it('goes by the days where the lease begins or ends within it', () => {
    expect(rentOfMonth(line, { startsOn: '2026-11-16', endsOn: null }, '2026-11-01')).toMatchObject({ netOre: 225_000 });
    expect(rentOfMonth(line, { startsOn: '2026-01-01', endsOn: '2026-02-15' }, '2026-02-01')).toMatchObject({ netOre: 225_000 });
    expect(rentOfMonth(line, { startsOn: '2026-11-16', endsOn: '2026-11-17' }, '2026-11-01')).toMatchObject({ netOre: 15_000 });
  });

  it('is nothing outside the lease or the line', () => {
    expect(rentOfMonth(line, { startsOn: '2026-12-01', endsOn: null }, '2026-11-01')).toBeNull();
    expect(rentOfMonth({ ...line, validTo: '2026-11-01' }, { startsOn: '2026-01-01', endsOn: null }, '2026-11-01')).toBeNull();
  });

  it('adds up to the month however it is cut', () => {
    fc.assert(
      fc.property(
        months,
        fc.integer({ min: 0, max: 9_999_999 }),
        fc.array(fc.integer({ min: 1, max: 27 }), { maxLength: 4 }),
        (month, net, cuts) => {
          const days = [0, ...new Set(cuts.toSorted((a, b) => a - b)), daysInMonth(month)];
          const parts = days.slice(1).map((to, index) => {
            const cut = { monthlyNetOre: net, validFrom: addDays(month, days[index] ?? 0), validTo: addDays(month, to) };
            return rentOfMonth(cut, { startsOn: '2020-01-01', endsOn: null }, month)?.netOre ?? 0;
          });
          expect(sumOre(parts)).toBe(net);
          expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});

describe('notice', () => {
  const lease = { state: 'running', startsOn: '2026-01-01', endsOn: null, noticeMonths: 1, indexClause: 'commercial' } as const;

  it('runs from the end of the month it is given in', () => {
    expect(decideNotice(lease, '2026-11-22')).toEqual({ ok: true, value: { endsOn: '2027-01-01' } });
    expect(decideNotice({ ...lease, noticeMonths: 3 }, '2026-11-01')).toEqual({ ok: true, value: { endsOn: '2027-03-01' } });
    expect(decideNotice({ ...lease, noticeMonths: 0 }, '2026-11-30')).toEqual({ ok: true, value: { endsOn: '2026-12-01' } });
  });

  it('is three months at least for a home', () => {
    expect(decideNotice({ ...lease, indexClause: 'housing' }, '2026-11-22')).toEqual({ ok: true, value: { endsOn: '2027-03-01' } });
  });

  it('does not shorten a fixed time unless that was agreed, and never prolongs a lease', () => {
    expect(decideNotice({ ...lease, endsOn: '2028-01-01', noticeMonths: 0 }, '2026-11-22')).toMatchObject({ code: 'fixed_term' });
    expect(decideNotice({ ...lease, endsOn: '2026-12-15' }, '2026-11-22')).toMatchObject({ code: 'ends_anyway' });
    expect(decideNotice({ ...lease, state: 'notice_given' }, '2026-11-22')).toMatchObject({ code: 'not_running' });
  });
});

describe('months', () => {
  it('are counted over the turn of the year', () => {
    expect([addMonths('2026-11-22', 2), addMonths('2026-01-31', -1), addMonths('2026-12-01', 12)]).toEqual([
      '2027-01-01',
      '2025-12-01',
      '2027-12-01',
    ] satisfies LocalDate[]);
    expect(monthsIn({ from: '2026-11-22', to: '2027-01-01' })).toEqual(['2026-11-01', '2026-12-01']);
    expect([daysInMonth('2028-02-10'), daysInMonth('2026-12-01')]).toEqual([29, 31]);
  });

  it('are read from a field for months, or for a date', () => {
    expect([parseMonth('2026-09'), parseMonth('2026-09-17'), parseMonth('2026-13'), parseMonth('9/2026')]).toEqual([
      ...['2026-09-01', '2026-09-01', null, null],
    ]);
  });
});
