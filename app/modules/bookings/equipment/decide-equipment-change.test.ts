import { describe, expect, test } from 'vitest';
import { decideEquipmentChange, type PromisedUse, shortAt } from './decide-equipment-change';

const at = (hour: number) => new Date(`2026-11-21T${String(hour).padStart(2, '0')}:00:00Z`);
const use = (bookingId: string, from: number, to: number, quantity: number): PromisedUse => ({
  ...{ bookingId, reference: bookingId.toUpperCase(), start: at(from), end: at(to), quantity },
});
const terms = {
  ...{ nameNb: 'Mikrofon', nameEn: 'Microphone', descriptionNb: '', descriptionEn: '', quantity: 6, netPriceOre: 2_000 },
  ...{ minMinutes: 0, noticeMinutes: 0, roomIds: ['one', 'two'] },
};
const item = { ...terms, kind: 'equipment', version: 3 } as const;
const change = (quantity: number, netPriceOre = 2_000) => ({ version: 3, after: { ...terms, quantity, netPriceOre } });
const PROMISED = [use('a', 10, 12, 2), use('b', 11, 14, 3), use('c', 14, 15, 4)];

describe('a change of an item', () => {
  test('may raise the quantity and change the price whatever is promised', () => {
    expect(decideEquipmentChange(item, change(8, 2_500), PROMISED)).toEqual({ ok: true, value: true });
  });

  test('may lower it to what is out at once, but not below', () => {
    expect(decideEquipmentChange(item, change(5), PROMISED).ok).toBe(true);
    expect(decideEquipmentChange(item, change(4), PROMISED)).toMatchObject({
      code: 'promised',
      short: [{ bookingId: 'a' }, { bookingId: 'b' }],
    });
    expect(decideEquipmentChange(item, change(3), PROMISED)).toMatchObject({
      short: [{ bookingId: 'a' }, { bookingId: 'b' }, { bookingId: 'c' }],
    });
  });

  test('is refused when somebody else changed it meanwhile, and harmless when sent twice', () => {
    const other = { ...item, quantity: 5, version: 4 };
    expect(decideEquipmentChange(other, change(7), [])).toEqual({ ok: false, code: 'changed_meanwhile' });
    expect(decideEquipmentChange({ ...item, quantity: 7, version: 4 }, change(7), [])).toEqual({ ok: true, value: false });
    const turned = { version: 0, after: { ...terms, roomIds: ['two', 'one'] } };
    expect(decideEquipmentChange(item, turned, [])).toEqual({ ok: true, value: false });
  });

  test('of cleaning is never short', () => {
    expect(decideEquipmentChange({ ...item, kind: 'cleaning' }, change(0), PROMISED).ok).toBe(true);
  });
});

test('uses that only touch are not out at once', () => {
  expect(shortAt(3, [use('a', 10, 12, 2), use('b', 12, 14, 3)])).toEqual([]);
});
