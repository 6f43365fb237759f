import { describe, expect, test } from 'vitest';
import { business, card, person, rate, room, seller, support, vatCodes } from '../../../tests/support/price-samples';
import { priceFrom } from './price-from';

const DAY = '2026-11-21';

describe('the price from', () => {
  const from = (more: Partial<Parameters<typeof priceFrom>[0]>) =>
    priceFrom({
      card: card([rate(25_000), rate(10_000, { id: 'night', roomId: 'r2', toMinute: 360 })]),
      room,
      groups: [],
      seller,
      customer: person,
      vatCodes,
      on: DAY,
      ...more,
    });

  test('is the lowest of the week, with VAT and support', () => {
    expect(from({})).toBe(10_000);
    expect(from({ customer: business })).toBe(12_500);
    expect(from({ card: card([rate(25_000)], [support(4_000)]), groups: ['youth'] })).toBe(15_000);
  });

  test('is a price at which the room is open, past midnight too', () => {
    expect(from({ hours: [{ weekday: 1, fromMinute: 480, toMinute: 1_380 }] })).toBe(25_000);
    expect(from({ hours: [{ weekday: 7, fromMinute: 480, toMinute: 1_500 }] })).toBe(10_000);
  });

  test('is nothing without rates', () => {
    expect(from({ card: card([]) })).toBeNull();
  });
});
