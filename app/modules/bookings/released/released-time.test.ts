import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMinutes, durationMinutes, intersect } from '~/lib/interval';
import { at, bookerOfBand, memberOfBand, musician } from '../../../../tests/support/booking-samples';
import { decideRelease, decideTakeBack, type ReleasableDate } from './decide-release';
import { creditFor, type GivenTime, isOpen, type Taker } from './released-time';

const given: GivenTime = { start: at('18:00'), end: at('20:00'), paidOre: 50_000 };
const taker = (from: string, to: string, hireOre: number, state: Taker['state'] = 'completed'): Taker => ({
  ...{ start: at(from), end: at(to), hireOre, state },
});

describe('what others paid comes back', () => {
  test('all of it when they paid as much, and never more than was paid oneself', () => {
    expect(creditFor(given, [taker('18:00', '20:00', 50_000)])).toBe(50_000);
    expect(creditFor(given, [taker('18:00', '20:00', 30_000)])).toBe(30_000);
    expect(creditFor(given, [taker('18:00', '20:00', 90_000)])).toBe(50_000);
  });

  test('for the part that they had', () => {
    expect(creditFor(given, [taker('19:00', '21:00', 50_000)])).toBe(25_000);
    expect(creditFor(given, [taker('19:00', '20:00', 90_000)])).toBe(25_000);
    expect(creditFor(given, [taker('17:00', '19:00', 20_000), taker('19:00', '20:00', 10_000)])).toBe(20_000);
  });

  test('of two who had a half of the room each, together', () => {
    expect(creditFor(given, [taker('18:00', '20:00', 20_000), taker('18:00', '20:00', 20_000)])).toBe(40_000);
  });

  test('nothing when nobody came, nobody paid, or it was called off', () => {
    expect(creditFor(given, [])).toBe(0);
    expect(creditFor(given, [taker('18:00', '20:00', 0)])).toBe(0);
    expect(creditFor(given, [taker('18:00', '20:00', 50_000, 'cancelled'), taker('20:00', '21:00', 9_000)])).toBe(0);
  });

  test('also from somebody who paid and did not come; and it is not settled while somebody may yet pay', () => {
    expect(creditFor(given, [taker('18:00', '20:00', 40_000, 'no_show')])).toBe(40_000);
    expect((['held', 'requested', 'confirmed', 'completed', 'no_show', 'cancelled'] as const).filter((state) => isOpen({ state }))).toEqual(
      [...['held', 'requested', 'confirmed']],
    );
  });
});

const halfHours = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 12 })).map(([from, length]) => ({
  start: addMinutes(at('00:00'), from * 30),
  end: addMinutes(at('00:00'), (from + length) * 30),
}));
const times: fc.Arbitrary<GivenTime> = fc
  .tuple(halfHours, fc.integer({ min: 0, max: 500_000 }))
  .map(([time, paidOre]) => ({ ...time, paidOre }));
const takers: fc.Arbitrary<Taker[]> = fc.array(
  fc
    .tuple(halfHours, fc.integer({ min: 0, max: 500_000 }), fc.constantFrom('completed', 'no_show', 'cancelled', 'released'))
    .map(([time, hireOre, state]) => ({ ...time, hireOre, state })),
  { maxLength: 4 },
);
const hadBy = (all: readonly Taker[]) => all.filter(({ state }) => state === 'completed' || state === 'no_show');

test('the holder never gets more than they paid, and the house never gives more than it got for the time', () => {
  fc.assert(
    fc.property(times, takers, (time, all) => {
      const credit = creditFor(time, all);
      const got = hadBy(all).reduce((sum, use) => {
        const shared = intersect(use, time);
        return sum + (shared ? (use.hireOre * durationMinutes(shared)) / durationMinutes(use) : 0);
      }, 0);
      expect(Number.isInteger(credit) && credit >= 0 && credit <= time.paidOre).toBe(true);
      // Each stretch is whole øre.
      expect(credit).toBeLessThanOrEqual(got + 10 * all.length);
    }),
  );
});

test('one more who takes it never makes it less, and one hour never brings more than its share', () => {
  fc.assert(
    fc.property(times, takers, (time, all) => {
      const more = creditFor(time, all);
      const fewer = creditFor(time, all.slice(1));
      expect(more + 10).toBeGreaterThanOrEqual(fewer);
      const [one] = hadBy(all);
      const shared = one && intersect(one, time);
      if (!one || !shared) return;
      const share = (time.paidOre * durationMinutes(shared)) / durationMinutes(time);
      expect(creditFor(time, [one])).toBeLessThanOrEqual(share + 2);
    }),
  );
});

const date = (more: Partial<ReleasableDate> = {}): ReleasableDate => ({
  ...{ actor: musician, personId: 'musician', organisationId: null, kind: 'series', bookingState: 'confirmed', paidOre: 50_000 },
  occurrence: { state: 'confirmed', startsAt: at('18:00') },
  ...more,
});

test('a date that is paid for can be given back until it begins, by whoever may call it off', () => {
  const now = at('17:59');
  const codeOf = (more: Partial<ReleasableDate>, when = now) => {
    const decided = decideRelease(date(more), when);
    return decided.ok ? 'ok' : decided.code;
  };
  expect(codeOf({})).toBe('ok');
  expect(codeOf({}, at('18:00'))).toBe('too_late');
  expect(codeOf({ kind: 'single' })).toBe('not_series');
  expect(codeOf({ paidOre: 0 })).toBe('nothing_paid');
  expect(codeOf({ occurrence: { state: 'cancelled', startsAt: at('18:00') } })).toBe('too_late');
  const ofBand = { personId: 'other', organisationId: 'band' };
  expect(codeOf({ ...ofBand, actor: bookerOfBand })).toBe('ok');
  expect(codeOf({ ...ofBand, actor: memberOfBand })).toBe('not_allowed');
  expect(decideTakeBack(date(), now).ok).toBe(true);
  expect(decideTakeBack(date(), at('18:00'))).toMatchObject({ code: 'too_late' });
  expect(decideTakeBack(date({ bookingState: 'cancelled' }), now)).toMatchObject({ code: 'too_late' });
});
