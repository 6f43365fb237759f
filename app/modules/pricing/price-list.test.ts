import { describe, expect, it } from 'vitest';
import type { Rate } from './rate-card';
import { priceBands } from './price-list';

const base: Rate = {
  id: 'a',
  roomId: null,
  roomKind: 'rehearsal',
  group: null,
  weekdays: [1, 2, 3, 4, 5],
  fromMinute: 960,
  toMinute: 1440,
  netPerHourOre: 14000,
  vatCode: '6',
};
const exempt = {
  code: '6',
  rateBp: null,
  peppol: 'E',
  nameNb: '',
  nameEn: '',
  reasonNb: null,
  reasonEn: null,
  validFrom: '2024-01-01',
  validTo: null,
} as const;
const standard = { ...exempt, code: '3', rateBp: 2500, peppol: 'S' } as const;
const bands = (rates: Rate[]) => priceBands({ rates }, { id: 'room', kind: 'rehearsal' }, [exempt, standard], '2026-11-22');

describe('the price list of a room', () => {
  it('shows the rates of its kind in the order of the week and the day', () => {
    const weekend = { ...base, id: 'c', weekdays: [7, 6] };
    const day = { ...base, id: 'b', fromMinute: 0, toMinute: 960, netPerHourOre: 9000 };
    expect(bands([weekend, base, day]).map(({ weekdays, fromMinute }) => [weekdays[0], fromMinute])).toEqual([
      [1, 0],
      [1, 960],
      [6, 960],
    ]);
  });

  it('shows the room’s own rates instead of those of its kind', () => {
    const own = { ...base, id: 'own', roomId: 'room', roomKind: null, netPerHourOre: 32000 };
    expect(bands([base, own]).map((band) => band.grossPerHourOre)).toEqual([32000]);
  });

  it('leaves out rates of customer groups and other kinds', () => {
    expect(
      bands([
        { ...base, group: 'youth' },
        { ...base, roomKind: 'production' },
      ]),
    ).toEqual([]);
  });

  it('has VAT in the price where there is VAT', () => {
    expect(bands([{ ...base, vatCode: '3' }])[0]?.grossPerHourOre).toBe(17500);
  });
});
