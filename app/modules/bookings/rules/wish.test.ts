import { expect, test } from 'vitest';
import type { RefusedOccurrence } from '../decide-occurrences';
import { decideWish, MOST_WISHES, type WishFacts } from './wish';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 24, hour));
const own = { slot: { start: at(10), end: at(16) }, roomId: 'r1' };
const refusedBy = (refusal: RefusedOccurrence['refusal']): RefusedOccurrence => ({ granted: false, ...own, refusal });
const granted = { granted: true, ...own, lines: [{ grossOre: 40_000 }, { grossOre: -5_000 }] } as unknown as WishFacts['withoutRules'];
const tooLong = refusedBy({ code: 'too_long', limitMinutes: 240 });

test('a wish is what only a rule stands in the way of, with what it would have cost', () => {
  expect(decideWish({ decision: tooLong, withoutRules: granted, told: 0 })).toEqual({
    ok: true,
    value: { code: 'too_long', totalOre: 35_000 },
  });
});

test('what can be booked, what somebody has, and what is wished for too often is none', () => {
  const taken = refusedBy({ code: 'taken', busy: own.slot });
  expect(decideWish({ decision: granted, withoutRules: granted, told: 0 })).toMatchObject({ code: 'free' });
  expect(decideWish({ decision: taken, withoutRules: taken, told: 0 })).toMatchObject({ code: 'not_a_rule' });
  expect(decideWish({ decision: tooLong, withoutRules: taken, told: 0 })).toMatchObject({ code: 'not_a_rule' });
  expect(decideWish({ decision: tooLong, withoutRules: granted, told: MOST_WISHES })).toMatchObject({ code: 'too_many' });
});
