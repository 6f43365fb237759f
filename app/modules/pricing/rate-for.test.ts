import { describe, expect, test } from 'vitest';
import { rate, room } from '../../../tests/support/price-samples';
import { type Rate, rateCardOn } from './rate-card';
import { rateAt } from './rate-for';

describe('the rate at a minute', () => {
  const wednesdayEvening = (rates: Rate[], groups: Parameters<typeof rateAt>[2] = []) =>
    rateAt({ rates }, room, groups, 3, 1_080)?.netPerHourOre ?? null;

  test('room goes before kind, and kind before every room', () => {
    expect(wednesdayEvening([rate(1), rate(2, { roomId: 'r2', roomKind: null }), rate(3, { roomKind: null })])).toBe(2);
    expect(wednesdayEvening([rate(1, { roomKind: null }), rate(5)])).toBe(5);
    expect(wednesdayEvening([rate(1, { roomId: 'other' }), rate(2, { roomKind: 'meeting' })])).toBeNull();
  });

  test('the room’s price for everyone goes before the kind’s price for a group', () => {
    expect(wednesdayEvening([rate(1, { group: 'youth' }), rate(9, { roomId: 'r2' })], ['youth'])).toBe(9);
  });

  test('a group’s price goes before everyone’s, and of several groups the cheapest', () => {
    const rates = [rate(5), rate(8, { group: 'commercial' }), rate(6, { group: 'voluntary' })];
    expect(wednesdayEvening(rates)).toBe(5);
    expect(wednesdayEvening(rates, ['commercial'])).toBe(8);
    expect(wednesdayEvening(rates, ['commercial', 'voluntary'])).toBe(6);
  });

  test('weekday and band decide, the band without its end', () => {
    expect(wednesdayEvening([rate(1, { weekdays: [6, 7] })])).toBeNull();
    expect(wednesdayEvening([rate(1, { fromMinute: 1_080 })])).toBe(1);
    expect(wednesdayEvening([rate(1, { toMinute: 1_080 })])).toBeNull();
  });
});

describe('the price list of a date', () => {
  test('is the last one that has begun', () => {
    const cards = (['2026-01-01', '2027-01-01', '2025-01-01'] as const).map((validFrom) => ({ validFrom }));
    expect(rateCardOn(cards, '2026-12-31')?.validFrom).toBe('2026-01-01');
    expect(rateCardOn(cards, '2027-01-01')?.validFrom).toBe('2027-01-01');
    expect(rateCardOn(cards, '2024-12-31')).toBeNull();
  });
});
