import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMinutes } from '~/lib/interval';
import { facts, NOW, request, slot } from '../../../../tests/support/booking-samples';
import { decideBooking } from '../decide-booking';
import { liftRule, liftRules, rulesAgainst } from './lift-rules';
import { RULE_CODES } from './rule-code';

const known = facts();
const nobody = { mayBook: false, openTo: [], quotas: [], minMinutes: null, maxMinutes: null, noticeMinutes: null, horizonDays: null };
const quotas = {
  ...{ quotaMinutesWeek: 60, quotaBookingsWeek: 0, quotaMinutesMonth: null, quotaBookingsMonth: null, peakQuotaMinutesWeek: null },
  ...{ minMinutes: null, maxMinutes: null, noticeMinutes: null, horizonDays: null, mayBook: null, withoutQuota: false },
};
const set = {
  id: 'set',
  peak: { weekdays: [], fromMinute: 0, toMinute: 0 },
  rules: [{ id: 'all', roomId: null, roomKind: null, group: null, ...quotas }],
};
const strict = {
  ...known,
  rules: nobody,
  room: { ...known.room, maxMinutes: 30, noticeMinutes: 1_440 * 365 },
  quota: { ...known.quota, set },
};

describe('the rules that an exception sets aside', () => {
  test('are all named, not only the first that refuses', () => {
    expect(rulesAgainst([{ facts: strict, request: request() }], NOW).toSorted()).toEqual(
      ['not_for_group', 'notice', 'quota_week_bookings', 'quota_week_minutes', 'too_long'].toSorted(),
    );
  });

  test('are none where no rule refuses, whatever else is in the way', () => {
    const claims = [{ roomId: known.room.id, ...slot, kind: 'booking' as const }];
    expect(rulesAgainst([{ facts: known, request: request() }], NOW)).toEqual([]);
    expect(rulesAgainst([{ facts: { ...known, claims }, request: request() }], NOW)).toEqual([]);
  });

  test('lifted one after the other, in any order, are the same as lifted together', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...RULE_CODES], { minLength: RULE_CODES.length }),
        fc.integer({ min: 1, max: 10 }),
        (codes, halfHours) => {
          const asked = request({ slot: { start: slot.start, end: addMinutes(slot.start, halfHours * 30) } });
          const one = decideBooking(codes.reduce(liftRule, strict), asked, NOW);
          expect(one).toEqual(decideBooking(liftRules(strict), asked, NOW));
        },
      ),
    );
  });
});
