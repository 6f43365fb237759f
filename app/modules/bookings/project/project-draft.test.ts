import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginProject, bookedFor, MOST_PARTS, type PartDraft, projectQuery, readProjectDraft, readProjectWish } from './project-draft';

const evening: PartDraft = {
  del: 'Øving',
  rom: 'ovingsrom-1',
  dato: '2026-12-01',
  fra: '18:00',
  til: '21:00',
  antall: '4',
  riggFor: '',
  riggEtter: '',
  lyd: '',
  utstyr: '',
};
const draft = (parts: readonly Partial<PartDraft>[], more = {}) => ({
  ...{ tittel: 'Slippkonsert', betaler: 'card', valg: 'alt' as const, epost: '', navn: '' },
  ...more,
  parts: parts.map((part) => ({ ...evening, ...part })),
});
const problems = (...args: Parameters<typeof draft>) => {
  const wish = readProjectWish(draft(...args));
  return wish.ok ? [] : wish.problems;
};

describe('the address', () => {
  test('brings back everything that was typed, also what makes no sense', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 }).map((typed) => typed.replaceAll('\0', ''));
    const part = fc.record({
      del: text,
      rom: text,
      dato: text,
      fra: text,
      til: text,
      antall: text,
      riggFor: text,
      riggEtter: text,
      lyd: text,
      utstyr: text,
    });
    const whole = { tittel: text, valg: fc.constantFrom('alt' as const, 'ledig' as const), epost: text, navn: text };
    const any = fc.record({ ...whole, betaler: fc.constant('card'), parts: fc.array(part, { maxLength: MOST_PARTS }) });
    fc.assert(
      fc.property(any, (typed) => {
        expect(readProjectDraft(new URLSearchParams(projectQuery(typed)))).toEqual(typed);
      }),
    );
  });

  test('of nothing is a project without parts, which begins with those that are usual', () => {
    const empty = readProjectDraft(new URLSearchParams());
    expect(empty).toMatchObject({ parts: [], valg: 'alt', betaler: 'card' });
    const begun = beginProject(empty, [{ del: 'Øving', rom: 'ovingsrom-1' }]);
    expect(begun.parts).toMatchObject([{ del: 'Øving', rom: 'ovingsrom-1', dato: '', antall: '1' }]);
    expect(beginProject(begun, [])).toBe(begun);
  });

  test('may bring a part with some of its fields, and no more parts than there can be', () => {
    expect(readProjectDraft(new URLSearchParams('rom=studio&dato=2026-12-01')).parts).toMatchObject([{ rom: 'studio', fra: '18:00' }]);
    expect(readProjectDraft(new URLSearchParams('rom=a&'.repeat(40))).parts).toHaveLength(MOST_PARTS);
  });
});

describe('a wish', () => {
  test('has its parts in order of time, each knowing where it was typed', () => {
    const wish = readProjectWish(
      draft([{ dato: '2026-12-03' }, { dato: '2026-12-01', del: ' Opptak ' }, { dato: '2026-12-03', rom: 'scene' }]),
    );
    expect(wish).toMatchObject({
      value: {
        title: 'Slippkonsert',
        parts: [{ index: 1, partName: 'Opptak' }, { index: 0 }, { index: 2, roomSlug: 'scene' }],
      },
    });
  });

  test('of a part past midnight ends the day after', () => {
    const wish = readProjectWish(draft([{ fra: '22:00', til: '01:00' }]));
    const slot = { start: new Date('2026-12-01T21:00:00Z'), end: new Date('2026-12-02T00:00:00Z') };
    expect(wish).toMatchObject({ ok: true, value: { parts: [{ slot }] } });
  });

  test('says all that is wrong at once, each at its own field', () => {
    expect(
      problems(
        [
          { rom: '', dato: '' },
          { til: 'x', antall: '0' },
        ],
        { tittel: '  ' },
      ),
    ).toEqual([
      { index: null, field: 'tittel', code: 'missing' },
      { index: 0, field: 'rom', code: 'missing' },
      { index: 0, field: 'dato', code: 'missing' },
      { index: 1, field: 'til', code: 'invalid' },
      { index: 1, field: 'antall', code: 'invalid' },
    ]);
    expect(problems([{ dato: '2027-03-28', fra: '02:30' }])).toEqual([{ index: 0, field: 'fra', code: 'nonexistent_time' }]);
  });

  test('lies within a year, whatever year that is', () => {
    expect(problems([{}, { dato: '2027-12-02' }])).toEqual([]);
    expect(problems([{ dato: '2030-01-01' }, {}])).toEqual([{ index: 0, field: 'dato', code: 'too_far' }]);
  });

  test('for somebody else needs an address and a name', () => {
    expect(problems([{}], { epost: 'ola' })).toMatchObject([{ field: 'epost' }, { field: 'navn' }]);
    expect(problems([{}], { epost: 'ola@band.example', navn: 'Ola' })).toEqual([]);
    expect(bookedFor({ epost: ' Ola@Band.example ', navn: 'Ola' })).toEqual({ email: 'ola@band.example', name: 'Ola' });
    expect(bookedFor({ epost: ' ', navn: 'Ola' })).toBeNull();
  });
});
