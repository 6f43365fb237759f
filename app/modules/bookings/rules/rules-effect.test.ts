import { describe, expect, test } from 'vitest';
import { toInstantOrAfterGap, type LocalDate } from '~/lib/local-time';
import type { BookingRule, RuleSet } from '../../availability/booking-rules';
import type { RoomFacts } from '../../rooms/room';
import { effectOf, type PastUse } from './rules-effect';

const room: RoomFacts = {
  ...{ id: 'r1', slug: 'ovingsrom-1', name: 'Øvingsrom 1', kind: 'rehearsal', buildingSlug: 'laven', capacity: 6, bookable: true },
  ...{ setupMinutes: 0, cleanupMinutes: 0, minMinutes: 60, maxMinutes: 480, noticeMinutes: 0, horizonDays: 120, approvalHours: null },
};
const SILENT: BookingRule = {
  ...{ id: 'silent', roomId: null, roomKind: null, group: null, mayBook: null, withoutQuota: false },
  ...{ minMinutes: null, maxMinutes: null, noticeMinutes: null, horizonDays: null },
  ...{ quotaMinutesWeek: null, quotaBookingsWeek: null, quotaMinutesMonth: null, quotaBookingsMonth: null, peakQuotaMinutesWeek: null },
};
const NO_PEAK = { weekdays: [], fromMinute: 0, toMinute: 1_440 };
const setOf = (...rules: Partial<BookingRule>[]): RuleSet => ({
  ...{ id: 's', peak: NO_PEAK },
  rules: rules.map((rule, index) => ({ ...SILENT, id: `rule-${index}`, ...rule })),
});

const at = (date: string, hour: number) => toInstantOrAfterGap(date as LocalDate, hour * 60);
let made = 0;
function use(date: string, from: number, to: number, more: Partial<PastUse> = {}): PastUse {
  made += 1;
  return {
    ...{ id: `o${made}`, bookingId: `b${made}`, reference: `REF${made}`, room, payerId: 'band', payerName: 'Bandet', groups: [] },
    ...{ start: at(date, from), end: at(date, to), bookedAt: at('2026-10-01', 12 + made / 1_000), incomeOre: 10_000, counted: true },
    ...more,
  };
}

describe('other rules would have', () => {
  test('lost what they refuse, with its hours, its income and the reason', () => {
    const long = use('2026-11-02', 10, 16, { incomeOre: 60_000 });
    const late = use('2026-11-03', 10, 12, { bookedAt: at('2026-11-03', 9), incomeOre: 25_000 });
    const effect = effectOf(null, setOf({ maxMinutes: 240, noticeMinutes: 120 }), [long, late, use('2026-11-04', 10, 12)]);
    expect(effect.all).toEqual({ count: 3, minutes: 600, incomeOre: 95_000 });
    expect(effect.lost).toEqual({ count: 2, minutes: 480, incomeOre: 85_000 });
    expect(effect.affected).toMatchObject([
      { id: long.id, code: 'too_long', effect: 'lost' },
      { id: late.id, code: 'notice', effect: 'lost' },
    ]);
    expect(effect.freed.count).toBe(0);
  });

  test('freed what the rules in force say no to', () => {
    const exception = use('2026-11-02', 10, 16, { incomeOre: 60_000 });
    const effect = effectOf(setOf({ maxMinutes: 240 }), setOf({ maxMinutes: 360 }), [exception]);
    expect(effect).toMatchObject({ freed: { count: 1, minutes: 360, incomeOre: 60_000 }, lost: { count: 0 } });
    expect(effect.byCode).toMatchObject([{ code: 'too_long', effect: 'freed', count: 1 }]);
  });

  test('changed nothing where both say the same', () => {
    const both = setOf({ maxMinutes: 240 });
    const history = [use('2026-11-02', 10, 16), use('2026-11-03', 10, 12)];
    expect(effectOf(both, both, history).affected).toEqual([]);
  });

  test('counted a quota in the order of booking, and what they refuse not at all', () => {
    const quota = setOf({ quotaMinutesWeek: 240 });
    const late = use('2026-11-02', 10, 12);
    const first = use('2026-11-06', 10, 13, { bookedAt: at('2026-09-01', 10) });
    const small = use('2026-11-04', 10, 11);
    expect(effectOf(null, quota, [late, first, small]).affected).toMatchObject([{ id: late.id, code: 'quota_week_minutes' }]);
  });

  test('counted what lies before the period towards a quota, but not as a loss', () => {
    const quota = setOf({ quotaBookingsMonth: 1 });
    const before = use('2026-11-02', 10, 12, { counted: false, bookedAt: at('2026-09-01', 10) });
    const inside = use('2026-11-20', 10, 12);
    const effect = effectOf(null, quota, [before, inside]);
    expect(effect.affected).toMatchObject([{ id: inside.id, code: 'quota_month_bookings' }]);
    expect(effect.all.count).toBe(1);
  });

  test('judged each payer by its own groups and its own quota', () => {
    const set = setOf({ quotaMinutesWeek: 120 }, { group: 'permanent_actor', withoutQuota: true });
    const house = { payerId: 'studio', groups: ['permanent_actor'] };
    const history = [use('2026-11-02', 8, 16, house), use('2026-11-03', 8, 16, house), use('2026-11-04', 10, 12)];
    expect(effectOf(null, set, history).affected).toEqual([]);
  });

  test('let through what was entered after its start: that is no rule of the house', () => {
    const afterwards = use('2026-11-02', 10, 12, { bookedAt: at('2026-11-02', 13) });
    expect(effectOf(null, setOf({ noticeMinutes: 600 }), [afterwards]).affected).toEqual([]);
  });

  const wish = (date: string, from: number, to: number, more: Partial<PastUse> = {}) =>
    use(date, from, to, { bookingId: null, reference: '', payerId: 'wisher', payerName: 'Ønskeren', ...more });
  const shortOnly = setOf({ maxMinutes: 120 });

  test('gained a wish that they allow, and it is no booking of the period', () => {
    const wished = wish('2026-11-02', 10, 14, { incomeOre: 40_000 });
    const effect = effectOf(shortOnly, setOf({ maxMinutes: 240 }), [use('2026-11-02', 18, 20), wished]);
    expect(effect).toMatchObject({ all: { count: 1 }, gained: { count: 1, minutes: 240, incomeOre: 40_000 }, freed: { count: 0 } });
    expect(effect.affected).toMatchObject([{ id: wished.id, code: 'too_long', effect: 'gained' }]);
  });

  test('gained nothing where somebody had the room, where the rules in force allow it, or where they refuse it too', () => {
    const loose = setOf({ maxMinutes: 240 });
    expect(effectOf(shortOnly, loose, [use('2026-11-02', 13, 15), wish('2026-11-02', 10, 14)]).gained.count).toBe(0);
    expect(effectOf(loose, loose, [wish('2026-11-02', 10, 14)]).affected).toEqual([]);
    expect(effectOf(shortOnly, setOf({ maxMinutes: 180 }), [wish('2026-11-02', 10, 14)]).affected).toEqual([]);
  });

  test('gained one of two wishes for the same time, and no more than their quota lets one payer have', () => {
    const loose = setOf({ maxMinutes: 240 });
    expect(effectOf(shortOnly, loose, [wish('2026-11-02', 10, 14), wish('2026-11-02', 12, 16)]).gained.count).toBe(1);
    const quota = setOf({ maxMinutes: 240, quotaMinutesWeek: 300 });
    expect(effectOf(shortOnly, quota, [wish('2026-11-02', 10, 14), wish('2026-11-03', 10, 14)]).gained.count).toBe(1);
  });
});
