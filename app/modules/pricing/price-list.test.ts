import { describe, expect, it } from 'vitest';
import type { Rate } from './rate-card';
import { priceBands, priceTimes } from './price-list';

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

describe('the prices of a room by when they hold', () => {
  const band = (weekdays: number[], fromMinute: number, toMinute: number, grossPerHourOre: number) => ({
    ...{ weekdays, fromMinute, toMinute, grossPerHourOre },
  });
  const [workdays, weekend] = [
    [1, 2, 3, 4, 5],
    [6, 7],
  ];

  it('names the time of the lower price once, and calls what is left the rest', () => {
    const bands = [
      band(workdays, 0, 480, 350),
      band(workdays, 480, 960, 175),
      band(workdays, 960, 1_440, 350),
      band(weekend, 0, 1_440, 350),
    ];
    const [day, rest] = priceTimes(bands);
    expect(day).toEqual({ grossPerHourOre: 175, bands: [bands[1]], isRest: false });
    expect(rest).toEqual({ grossPerHourOre: 350, bands: [bands[0], bands[2], bands[3]], isRest: true });
  });

  it('calls nothing the rest where the bands leave time without a price', () => {
    expect(priceTimes([band(workdays, 480, 960, 175), band(weekend, 0, 1_440, 350)]).map(({ isRest }) => isRest)).toEqual([false, false]);
  });

  it('is one price for a room that costs the same all week, and none without bands', () => {
    expect(priceTimes([band(workdays, 0, 1_440, 90), band(weekend, 0, 1_440, 90)])).toMatchObject([{ isRest: true, grossPerHourOre: 90 }]);
    expect(priceTimes([])).toEqual([]);
  });
});
