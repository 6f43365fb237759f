import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMinutes, durationMinutes } from '~/lib/interval';
import { sumOre } from '~/lib/money';
import { decideSplit, LEAST_SHARE_ORE, mayShareOut, maySplit, MOST_SHARES, type SplitFacts, type WantedShare } from './decide-split';
import { equalShares } from './share-amounts';
import { BEFORE_START_HOURS, MOST_HOURS, splitTimes } from './split-policy';

const NOW = new Date('2026-11-23T09:00:00Z');
const hours = (count: number) => addMinutes(NOW, count * 60);

const facts: SplitFacts = {
  state: 'held',
  paymentMethod: 'card',
  totalOre: 72_000,
  createdAt: NOW,
  holdExpiresAt: addMinutes(NOW, 35),
  startsAt: hours(240),
  awaitsAnswer: false,
  paymentUnderWay: false,
  running: 0,
};
const shares = (...amounts: number[]): WantedShare[] => amounts.map((amountOre) => ({ name: 'Kari', email: null, amountOre }));

describe('the deadline', () => {
  test('is two days after the booking, but half a day before the start', () => {
    expect(splitTimes({ createdAt: NOW, startsAt: hours(240) }, NOW)).toEqual({ deadline: hours(48), remindAt: hours(42) });
    expect(splitTimes({ createdAt: NOW, startsAt: hours(36) }, NOW)).toEqual({ deadline: hours(24), remindAt: hours(18) });
    expect(splitTimes({ createdAt: NOW, startsAt: hours(18) }, NOW)).toEqual({ deadline: hours(6), remindAt: hours(3) });
    expect(splitTimes({ createdAt: NOW, startsAt: hours(13.9) }, NOW)).toBeNull();
  });

  test('is not moved by sharing out again', () => {
    expect(splitTimes({ createdAt: NOW, startsAt: hours(240) }, hours(40))?.deadline).toEqual(hours(48));
    expect(splitTimes({ createdAt: NOW, startsAt: hours(240) }, hours(47))).toBeNull();
  });

  test('never keeps the room longer than the rule, whenever it is asked for, and the reminder comes before it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 * 60 }), fc.integer({ min: 0, max: 400 * 60 }), (since, ahead) => {
        const startsAt = addMinutes(NOW, ahead);
        const times = splitTimes({ createdAt: addMinutes(NOW, -since), startsAt }, NOW);
        if (!times) return;
        const minutes = (start: Date, end: Date) => durationMinutes({ start, end });
        expect(minutes(NOW, times.deadline) + since).toBeLessThanOrEqual(MOST_HOURS * 60);
        expect(minutes(times.deadline, startsAt)).toBeGreaterThanOrEqual(BEFORE_START_HOURS * 60);
        expect(times.remindAt.getTime()).toBeGreaterThan(NOW.getTime());
        expect(times.remindAt.getTime()).toBeLessThan(times.deadline.getTime());
      }),
    );
  });
});

describe('whether a booking can be shared out', () => {
  test('is refused with the reason', () => {
    const codeOf = (change: Partial<SplitFacts>) => {
      const answer = maySplit({ ...facts, ...change }, NOW);
      return answer.ok ? 'ok' : answer.code;
    };
    expect(codeOf({})).toBe('ok');
    expect(codeOf({ state: 'confirmed' })).toBe('not_held');
    expect(codeOf({ holdExpiresAt: NOW })).toBe('not_held');
    expect(codeOf({ paymentMethod: 'on_account' })).toBe('not_by_card');
    expect(codeOf({ totalOre: 599 })).toBe('not_by_card');
    expect(codeOf({ awaitsAnswer: true })).toBe('awaits_answer');
    expect(codeOf({ paymentUnderWay: true })).toBe('payment_pending');
    expect(codeOf({ running: 2 })).toBe('too_many_running');
    expect(codeOf({ startsAt: hours(13) })).toBe('too_late');
  });

  test('depends on shares that are the price', () => {
    expect(decideSplit(facts, shares(36_000, 36_000), NOW)).toMatchObject({ ok: true });
    expect(decideSplit(facts, shares(72_000), NOW)).toMatchObject({ code: 'share_count' });
    expect(decideSplit(facts, shares(71_701, 299), NOW)).toMatchObject({ code: 'share_too_small', index: 1 });
    expect(decideSplit(facts, shares(36_000, 35_999), NOW)).toMatchObject({ code: 'sum_differs', differenceOre: 1 });
    expect(decideSplit(facts, shares(36_000, 36_001), NOW)).toMatchObject({ code: 'sum_differs', differenceOre: -1 });
  });

  test('equal shares of any price are taken', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: MOST_SHARES }), fc.integer({ min: 0, max: 1_000_000 }), (count, more) => {
        const totalOre = count * LEAST_SHARE_ORE + more;
        const amounts = equalShares(totalOre, count);
        expect(sumOre(amounts)).toBe(totalOre);
        expect(Math.max(...amounts) - Math.min(...amounts)).toBeLessThanOrEqual(1);
        expect(decideSplit({ ...facts, totalOre }, shares(...amounts), NOW)).toMatchObject({ ok: true });
      }),
    );
  });
});

describe('what is about to be booked', () => {
  const wanted = { paymentMethod: 'card' as const, totalOre: 72_000, awaitsAnswer: false, starts: [hours(240), hours(72)] };

  test('can be shared out when it is paid by card and the first time is far enough ahead', () => {
    expect(mayShareOut(wanted, NOW)).toBe(true);
    expect(mayShareOut({ ...wanted, starts: [hours(240), hours(13.9)] }, NOW)).toBe(false);
    expect(mayShareOut({ ...wanted, starts: [] }, NOW)).toBe(false);
    expect(mayShareOut({ ...wanted, paymentMethod: 'on_account' }, NOW)).toBe(false);
    expect(mayShareOut({ ...wanted, totalOre: 0 }, NOW)).toBe(false);
    expect(mayShareOut({ ...wanted, awaitsAnswer: true }, NOW)).toBe(false);
  });
});
