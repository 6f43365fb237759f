import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BookingRule, LIMITS, QUOTAS, type RuledRoom, type RuleSet, rulesFor, underRules } from './booking-rules';

const room = { id: 'r1', kind: 'rehearsal' as const, minMinutes: 60, maxMinutes: 480, noticeMinutes: 0, horizonDays: 120 };
const other = { ...room, id: 'r2' };
const hall = { ...room, id: 'r3', kind: 'dissemination' as const };

const SILENT: BookingRule = {
  ...{ id: 'silent', roomId: null, roomKind: null, group: null, mayBook: null, withoutQuota: false },
  ...{ minMinutes: null, maxMinutes: null, noticeMinutes: null, horizonDays: null },
  ...{ quotaMinutesWeek: null, quotaBookingsWeek: null, quotaMinutesMonth: null, quotaBookingsMonth: null, peakQuotaMinutesWeek: null },
};

function setOf(...rules: Partial<BookingRule>[]): RuleSet {
  const peak = { weekdays: [], fromMinute: 0, toMinute: 1_440 };
  return { id: 's', peak, rules: rules.map((rule, index) => ({ ...SILENT, id: `rule-${index}`, ...rule })) };
}

const limitOf = (set: RuleSet, groups: string[], of: RuledRoom = room) => rulesFor(set, of, groups).maxMinutes;

describe('the most specific rule wins', () => {
  const ladder = setOf(
    { maxMinutes: 100 },
    { group: 'youth', maxMinutes: 110 },
    { roomKind: 'rehearsal', maxMinutes: 120 },
    { roomKind: 'rehearsal', group: 'youth', maxMinutes: 130 },
    { roomId: 'r1', maxMinutes: 140 },
    { roomId: 'r1', group: 'youth', maxMinutes: 150 },
  );

  test('room and group, room, kind and group, kind, group, everyone', () => {
    expect(limitOf(ladder, ['youth'])).toBe(150);
    expect(limitOf(ladder, [])).toBe(140);
    expect(limitOf(ladder, ['youth'], other)).toBe(130);
    expect(limitOf(ladder, [], other)).toBe(120);
    expect(limitOf(ladder, ['youth'], hall)).toBe(110);
    expect(limitOf(ladder, [], hall)).toBe(100);
  });

  test('one thing at a time: what the specific rule is silent about, the general one says', () => {
    const set = setOf({ minMinutes: 90, quotaMinutesWeek: 600 }, { roomId: 'r1', maxMinutes: 240 });
    expect(rulesFor(set, room, [])).toMatchObject({ minMinutes: 90, maxMinutes: 240, quotas: [{ limit: 600 }] });
  });

  test('what no rule says follows the room', () => {
    expect(underRules(room, rulesFor(null, room, ['youth']))).toEqual(room);
    expect(underRules(room, rulesFor(setOf({ maxMinutes: 120 }), room, []))).toEqual({ ...room, maxMinutes: 120 });
  });
});

describe('whoever is in several groups gets the best of them', () => {
  const set = setOf(
    { group: 'youth', minMinutes: 60, maxMinutes: 120, noticeMinutes: 30, horizonDays: 90, quotaMinutesWeek: 300, mayBook: false },
    { group: 'voluntary', minMinutes: 30, maxMinutes: 240, noticeMinutes: 60, horizonDays: 30, quotaMinutesWeek: 600, mayBook: true },
    { group: 'municipal', withoutQuota: true },
  );

  test('shorter, longer, later, further ahead, more, and allowed by one of them', () => {
    const rules = rulesFor(set, room, ['youth', 'voluntary']);
    expect(rules).toMatchObject({ minMinutes: 30, maxMinutes: 240, noticeMinutes: 30, horizonDays: 90, mayBook: true });
    expect(rules.quotas).toEqual([{ kind: 'quotaMinutesWeek', limit: 600, ruleId: 'rule-1' }]);
  });

  test('without quotas is more than any quota', () => {
    expect(rulesFor(set, room, ['voluntary', 'municipal']).quotas).toEqual([]);
  });
});

describe('a room that is kept for a group', () => {
  const set = setOf({ roomId: 'r1', mayBook: false }, { roomId: 'r1', group: 'youth', mayBook: true });

  test('is open to its members and says so to the others', () => {
    expect(rulesFor(set, room, ['youth']).mayBook).toBe(true);
    expect(rulesFor(set, room, ['commercial'])).toMatchObject({ mayBook: false, openTo: ['youth'] });
    expect(rulesFor(set, other, []).mayBook).toBe(true);
  });

  test('is nobody’s but the hub’s when no group may', () => {
    expect(rulesFor(setOf({ roomId: 'r1', mayBook: false }), room, ['youth'])).toMatchObject({ mayBook: false, openTo: [] });
  });
});

const amount = fc.option(fc.integer({ min: 0, max: 1_000 }));
const anyRule = fc.record({
  ...{ roomId: fc.constantFrom(null, 'r1', 'r2'), group: fc.constantFrom(null, 'youth', 'voluntary') },
  ...{ mayBook: fc.option(fc.boolean()), withoutQuota: fc.boolean() },
  ...Object.fromEntries([...LIMITS, ...QUOTAS].map((term) => [term, amount])),
}) as fc.Arbitrary<Partial<BookingRule>>;
const anySet = fc.array(anyRule, { maxLength: 8 }).map((rules) => setOf(...rules));

test('two groups together are never stricter than the stricter of the two', () => {
  fc.assert(
    fc.property(anySet, (set) => {
      const both = rulesFor(set, room, ['youth', 'voluntary']);
      const alone = [rulesFor(set, room, ['youth']), rulesFor(set, room, ['voluntary'])];
      const longest = (rules: typeof both) => rules.maxMinutes ?? room.maxMinutes;
      expect(longest(both)).toBeGreaterThanOrEqual(Math.min(...alone.map(longest)));
      expect(both.mayBook || !alone.every(({ mayBook }) => mayBook)).toBe(true);
    }),
  );
});

test('the order in which rules were written does not matter', () => {
  fc.assert(
    fc.property(anySet, (set) => {
      const backwards = { ...set, rules: set.rules.toReversed() };
      expect(rulesFor(backwards, room, ['youth'])).toEqual(rulesFor(set, room, ['youth']));
    }),
  );
});
