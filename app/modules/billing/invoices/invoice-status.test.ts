import { expect, test } from 'vitest';
import { outstandingOf, statusOf } from './invoice-status';

const standing = { state: 'open' as const, dueOn: '2026-11-22' as const, disputed: false };

test('an invoice is late from the day after its due date, unless it is disputed or done', () => {
  expect(statusOf(standing, '2026-11-22')).toBe('open');
  expect(statusOf(standing, '2026-11-23')).toBe('overdue');
  expect(statusOf({ ...standing, state: 'partly_paid' }, '2026-11-22')).toBe('partly_paid');
  expect(statusOf({ ...standing, disputed: true }, '2026-12-24')).toBe('disputed');
  for (const state of ['paid', 'void', 'issuing', 'discarded'] as const) {
    expect(statusOf({ ...standing, state, disputed: true }, '2026-12-24')).toBe(state);
  }
});

test('what is left is what it came to, without what was credited and paid', () => {
  expect(outstandingOf({ grossOre: 1_000, paidOre: 300, creditedOre: 200 })).toBe(500);
  expect(outstandingOf({ grossOre: 1_000, paidOre: 1_000, creditedOre: 200 })).toBe(-200);
});
