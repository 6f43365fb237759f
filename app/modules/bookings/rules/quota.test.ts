import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMinutes, durationMinutes } from '~/lib/interval';
import { type LocalDate, toInstantOrAfterGap } from '~/lib/local-time';
import type { BookingRule, RuleSet } from '../../availability/booking-rules';
import { type QuotaFacts, quotaStates, type QuotaUse, quotaWindow, refusalByQuota } from './quota';

const rehearsal = { id: 'r1', kind: 'rehearsal' as const };
const otherRehearsal = { id: 'r2', kind: 'rehearsal' as const };
const hall = { id: 'r3', kind: 'dissemination' as const };

const SILENT: BookingRule = {
  ...{ id: 'silent', roomId: null, roomKind: null, group: null, mayBook: null, withoutQuota: false },
  ...{ minMinutes: null, maxMinutes: null, noticeMinutes: null, horizonDays: null },
  ...{ quotaMinutesWeek: null, quotaBookingsWeek: null, quotaMinutesMonth: null, quotaBookingsMonth: null, peakQuotaMinutesWeek: null },
};
const PEAK = { weekdays: [1, 2, 3, 4], fromMinute: 17 * 60, toMinute: 22 * 60 };

function setOf(...rules: Partial<BookingRule>[]): RuleSet {
  return { id: 's', peak: PEAK, rules: rules.map((rule, index) => ({ ...SILENT, id: `rule-${index}`, ...rule })) };
}

const at = (date: string, hour: number) => toInstantOrAfterGap(date as LocalDate, hour * 60);
const use = (date: string, from: number, to: number, room: QuotaUse['room'] = rehearsal): QuotaUse => ({
  ...{ start: at(date, from), end: at(date, to), room },
});
const having = (set: RuleSet, uses: QuotaUse[] = [], groups: string[] = []): QuotaFacts => ({ set, uses, groups });

// 2026-11-23 is a Monday.
describe('hours a week', () => {
  const set = setOf({ roomKind: 'rehearsal', quotaMinutesWeek: 360 });

  test('count what the payer has in every room of the rule, and no other', () => {
    const uses = [use('2026-11-23', 10, 12), use('2026-11-24', 10, 12, otherRehearsal), use('2026-11-25', 10, 20, hall)];
    expect(refusalByQuota(having(set, uses), [use('2026-11-26', 10, 12)])).toBeNull();
    expect(refusalByQuota(having(set, uses), [use('2026-11-26', 10, 12.5)])).toMatchObject({
      ...{ code: 'quota_week_minutes', limit: 360, used: 240, wanted: 150, from: '2026-11-23', resetsOn: '2026-11-30' },
    });
    expect(refusalByQuota(having(set, uses), [use('2026-11-27', 8, 23, hall)])).toBeNull();
  });

  test('begin anew on Monday, and a booking past Sunday midnight counts in both weeks', () => {
    const night = use('2026-11-29', 22, 26);
    expect(quotaStates(having(set, [night]), rehearsal, '2026-11-29')).toMatchObject([{ used: 120 }]);
    expect(quotaStates(having(set, [night]), rehearsal, '2026-11-30')).toMatchObject([{ used: 120, resetsOn: '2026-12-07' }]);
    const full = [use('2026-12-01', 10, 15)];
    expect(refusalByQuota(having(set, full), [night])).toMatchObject({ from: '2026-11-30', used: 300, wanted: 120 });
  });

  test('are hours that pass: the night the clocks go back has one more', () => {
    expect(quotaStates(having(set, [use('2026-10-25', 1, 4)]), rehearsal, '2026-10-25')).toMatchObject([{ used: 240 }]);
  });

  test('count the dates of one request as well, in order of time', () => {
    const wanted = [use('2026-11-27', 10, 13), use('2026-11-23', 10, 12), use('2026-11-25', 10, 12)];
    expect(refusalByQuota(having(set), wanted)).toMatchObject({ used: 240, wanted: 180 });
  });
});

describe('other quotas', () => {
  test('bookings count by their start', () => {
    const set = setOf({ quotaBookingsWeek: 2, quotaBookingsMonth: 3 });
    const uses = [use('2026-11-28', 10, 12), use('2026-11-29', 23, 25)];
    expect(refusalByQuota(having(set, uses), [use('2026-11-27', 10, 11)])).toMatchObject({
      code: 'quota_week_bookings',
      used: 2,
      wanted: 1,
    });
    expect(refusalByQuota(having(set, uses), [use('2026-11-30', 10, 11)])).toBeNull();
    expect(refusalByQuota(having(set, [...uses, use('2026-11-02', 10, 11)]), [use('2026-11-30', 10, 11)])).toMatchObject({
      ...{ code: 'quota_month_bookings', used: 3, resetsOn: '2026-12-01' },
    });
  });

  test('peak hours are counted apart, and none may be allowed', () => {
    const set = setOf({ peakQuotaMinutesWeek: 120 });
    expect(refusalByQuota(having(set), [use('2026-11-23', 8, 19)])).toBeNull();
    expect(refusalByQuota(having(set), [use('2026-11-23', 16, 20)])).toMatchObject({ code: 'quota_peak_minutes', used: 0, wanted: 180 });
    expect(refusalByQuota(having(set), [use('2026-11-27', 16, 23)])).toBeNull();
    const never = setOf({ group: 'commercial', peakQuotaMinutesWeek: 0 });
    expect(refusalByQuota(having(never, [], ['commercial']), [use('2026-11-23', 21, 23)])).toMatchObject({ limit: 0, wanted: 60 });
    expect(refusalByQuota(having(never), [use('2026-11-23', 21, 23)])).toBeNull();
  });

  test('months are those of the calendar', () => {
    const set = setOf({ quotaMinutesMonth: 600 });
    expect(quotaStates(having(set, [use('2026-01-31', 22, 25)]), rehearsal, '2026-02-01')).toMatchObject([
      { used: 60, resetsOn: '2026-03-01' },
    ]);
    expect(quotaWindow({ set, groups: [] }, [use('2026-12-31', 22, 25)])).toEqual({
      ...{ start: at('2026-12-01', 0), end: at('2027-02-01', 0) },
    });
  });

  test('a room with a quota of its own does not draw on that of its kind', () => {
    const set = setOf({ roomKind: 'rehearsal', quotaMinutesWeek: 120 }, { roomId: 'r2', quotaMinutesWeek: 600 });
    const uses = [use('2026-11-23', 10, 15, otherRehearsal)];
    expect(refusalByQuota(having(set, uses), [use('2026-11-24', 10, 12)])).toBeNull();
  });

  test('nothing needs to be known where no quota holds', () => {
    expect(quotaWindow({ set: setOf({ group: 'youth', quotaMinutesWeek: 60 }), groups: [] }, [use('2026-11-23', 10, 12)])).toBeNull();
    expect(quotaWindow({ set: null, groups: [] }, [use('2026-11-23', 10, 12)])).toBeNull();
  });
});

/** Half-hour slots around two changes of the clock, a month's end and a year's. */
const anyUse = fc
  .tuple(
    fc.constantFrom('2026-03-28', '2026-10-24', '2026-12-30', '2026-11-28'),
    fc.integer({ min: 0, max: 200 }),
    fc.integer({ min: 1, max: 16 }),
    fc.constantFrom(rehearsal, otherRehearsal, hall),
  )
  .map(([date, steps, length, room]): QuotaUse => {
    const start = addMinutes(at(date, 0), steps * 30);
    return { start, end: addMinutes(start, length * 30), room };
  });

test('what is accepted one by one never adds up to more than the quota of any week', () => {
  const set = setOf({ roomKind: 'rehearsal', quotaMinutesWeek: 300, peakQuotaMinutesWeek: 150, quotaBookingsMonth: 4 });
  fc.assert(
    fc.property(fc.array(anyUse, { maxLength: 12 }), (wanted) => {
      const uses: QuotaUse[] = [];
      for (const next of wanted) if (refusalByQuota(having(set, uses), [next]) === null) uses.push(next);
      for (const { start } of uses) {
        const date = new Date(start.getTime() + 3_600_000).toISOString().slice(0, 10) as LocalDate;
        for (const state of quotaStates(having(set, uses), rehearsal, date)) expect(state.used).toBeLessThanOrEqual(state.limit);
      }
    }),
  );
});

test('every minute of a booking counts in exactly one week', () => {
  const set = setOf({ quotaMinutesWeek: 100_000 });
  fc.assert(
    fc.property(anyUse, (one) => {
      const last = addMinutes(one.end, -1);
      const days = [...new Set([one.start, last].map((instant) => addMinutes(instant, 60).toISOString().slice(0, 10)))];
      const weeks = new Map(
        days.flatMap((date) => quotaStates(having(set, [one]), rehearsal, date as LocalDate)).map((state) => [state.from, state.used]),
      );
      const sum = [...weeks.values()].reduce((total, used) => total + used, 0);
      expect(sum).toBeLessThanOrEqual(durationMinutes(one));
      expect(refusalByQuota({ ...having(setOf({ quotaMinutesWeek: durationMinutes(one) })) }, [one])).toBeNull();
    }),
  );
});
