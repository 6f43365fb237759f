import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSeriesDraft, readSeriesWish, type SeriesDraft, seriesQuery, wishedOccurrences } from './series-draft';

const ITEM = '01a2aaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa';

function draft(changes: Partial<SeriesDraft> = {}): SeriesDraft {
  const begun = new URLSearchParams({ dato: '2027-03-21', ukedag: '7', ganger: '2', fra: '01:00', til: '05:00', antall: '3' });
  return { ...readSeriesDraft(begun, 'storsalen'), ...changes };
}

test('what was chosen is in the address, and read from it again', () => {
  const hour = fc.constantFrom('', '16:00', '17:30');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 }), hour, hour, fc.constantFrom('', '0', '60'), (pieces, from, to, rig) => {
      const hours = from === '' && to === '' ? {} : { [ITEM]: { from, to } };
      const chosen = draft({ quantities: pieces > 0 ? { [ITEM]: pieces } : {}, hours, riggFor: rig, lyd: 'loud', hopp: ['2027-03-28'] });
      expect(readSeriesDraft(new URLSearchParams(seriesQuery(chosen)), 'storsalen')).toEqual(chosen);
    }),
  );
});

describe('what is wanted on each date', () => {
  test('people come at the same hours on the wall, also on the night when the clocks change', () => {
    const wish = readSeriesWish(draft({ quantities: { [ITEM]: 1 }, hours: { [ITEM]: { from: '04:00', to: '' } } }));
    if (!wish.ok) throw new Error(wish.code);
    const hours = wishedOccurrences(wish.value).map(({ equipment }) => equipment[0]?.hours);
    expect(hours).toEqual([
      { fromMinutes: 180, toMinutes: 240 },
      { fromMinutes: 120, toMinutes: 180 },
    ]);
  });

  test('time to rig that cannot be read is refused at its field', () => {
    expect(readSeriesWish(draft({ riggFor: '1500' }))).toMatchObject({ ok: false, field: 'riggFor', code: 'invalid' });
    expect(readSeriesWish(draft({ riggEtter: 'litt' }))).toMatchObject({ ok: false, field: 'riggEtter', code: 'invalid' });
  });
});
