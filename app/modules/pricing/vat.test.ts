import { describe, expect, test } from 'vitest';
import type { LocalDate } from '~/lib/local-time';
import { business, person, seller, vatCode } from '../../../tests/support/price-samples';
import { vatCodeFor, vatRateOn } from './vat';

const DAY: LocalDate = '2026-11-21';

describe('VAT of what is sold', () => {
  const line = { kind: 'room' as const, vatCode: '6', roomSlug: 'ovingsrom-2', date: DAY };

  test('letting is exempt, also to a business, unless its tenancy is taxable', () => {
    expect(vatCodeFor({ line, seller, customer: person })).toBe('6');
    expect(vatCodeFor({ line, seller, customer: { vatRegistered: true, taxableTenancy: false } })).toBe('6');
    expect(vatCodeFor({ line, seller, customer: { vatRegistered: false, taxableTenancy: true } })).toBe('6');
    expect(vatCodeFor({ line, seller, customer: business })).toBe('3');
  });

  test('voluntary registration is for its rooms and dates', () => {
    expect(vatCodeFor({ line: { ...line, roomSlug: 'ovingsrom-1' }, seller, customer: business })).toBe('6');
    expect(vatCodeFor({ line: { ...line, date: '2025-12-31' }, seller, customer: business })).toBe('6');
    const ended = { ...seller, voluntaryLetting: { roomSlugs: ['ovingsrom-2'], from: '2026-01-01' as const, to: '2026-11-20' as const } };
    expect(vatCodeFor({ line, seller: ended, customer: business })).toBe('6');
    expect(vatCodeFor({ line, seller: { ...seller, voluntaryLetting: null }, customer: business })).toBe('6');
  });

  test('equipment keeps its code, and an unregistered seller charges no VAT on anything', () => {
    const hire = { ...line, kind: 'equipment' as const, vatCode: '3' };
    expect(vatCodeFor({ line: hire, seller, customer: person })).toBe('3');
    expect(vatCodeFor({ line: { ...hire, vatCode: '6' }, seller, customer: business })).toBe('6');
    expect(vatCodeFor({ line: hire, seller: { ...seller, vatRegistered: false }, customer: business })).toBe('7');
  });

  test('a rate holds from its first to its last date', () => {
    const dated = [vatCode('33', 1_200, { validTo: '2026-12-31' }), vatCode('33', 1_300, { validFrom: '2027-01-01' })];
    expect(vatRateOn(dated, '33', '2026-12-31')).toBe(1_200);
    expect(vatRateOn(dated, '33', '2027-01-01')).toBe(1_300);
    expect(vatRateOn(dated, '33', '2019-01-01')).toBeNull();
    expect(vatRateOn([vatCode('6', null)], '6', DAY)).toBe(0);
  });
});
