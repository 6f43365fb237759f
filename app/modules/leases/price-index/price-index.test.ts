import { describe, expect, test } from 'vitest';
import type { LocalDate } from '~/lib/local-time';
import { parseJsonStat } from './json-stat';
import { checkReading, type IndexMonth } from './price-index';

const answer = (more: object = {}) => ({
  class: 'dataset',
  id: ['Tid', 'ContentsCode'],
  size: [3, 2],
  dimension: {
    ContentsCode: { category: { index: { Manedsendring: 0, KpiIndMnd: 1 }, label: { KpiIndMnd: 'Konsumprisindeks (2025 = 100)' } } },
    Tid: { category: { index: { '2026M09': 1, '2026M08': 0, '2026M10': 2 } } },
  },
  value: [0.1, 103.5, -0.5, 103, null, null],
  status: { '4': '.', '5': '.' },
  ...more,
});

describe('an answer of Statistics Norway', () => {
  test('is read by where its index says that a value stands, without the months that are marked', () => {
    expect(parseJsonStat(answer())).toEqual({
      ok: true,
      value: [
        { month: '2026-09-01', tenths: 1030 },
        { month: '2026-08-01', tenths: 1035 },
      ],
    });
  });

  test('may give positions and values as lists or maps', () => {
    const dimension = { ...answer().dimension, Tid: { category: { index: ['2026M08', '2026M09', '2026M10'] } } };
    const given = answer({ dimension, value: { '1': 103.5, '3': 103 }, status: undefined });
    expect(parseJsonStat(given)).toMatchObject({ ok: true, value: [{ tenths: 1035 }, { tenths: 1030 }] });
  });

  test('that counts from another year is told', () => {
    const dimension = {
      ...answer().dimension,
      ContentsCode: { category: { index: ['Manedsendring', 'KpiIndMnd'], label: { KpiIndMnd: '2015=100' } } },
    };
    expect(parseJsonStat(answer({ dimension }))).toMatchObject({ ok: false, code: 'other_base' });
  });

  test.each([
    ['nothing', null],
    ['an error', { type: 'Parameter error', status: 400 }],
    ['another table', answer({ id: ['Tid', 'Region'], size: [3, 2] })],
    ['a dimension that nobody asked about', answer({ id: ['Tid', 'ContentsCode', 'VareTjenesteGrp'], size: [3, 2, 12] })],
    ['quarters', answer({ dimension: { ...answer().dimension, Tid: { category: { index: { '2026K3': 0 } } } } })],
    ['hundredths', answer({ value: [0.1, 103.55, -0.5, 103, null, null] })],
  ])('that is %s cannot be read', (_, json) => {
    expect(parseJsonStat(json)).toMatchObject({ ok: false, code: 'unreadable' });
  });
});

const months = (...values: [LocalDate, number][]): IndexMonth[] => values.map(([month, tenths]) => ({ month, tenths }));
const KNOWN = months(['2026-08-01', 1035], ['2026-09-01', 1030]);

describe('a reading of the index', () => {
  const read = (values: IndexMonth[], today: LocalDate = '2026-11-12') => checkReading(KNOWN, values, today);

  test('adds the months that are new', () => {
    expect(read([...KNOWN, ...months(['2026-10-01', 1032])].reverse())).toEqual({ ok: true, value: months(['2026-10-01', 1032]) });
    expect(read(KNOWN)).toEqual({ ok: true, value: [] });
  });

  test('is too old when its newest month is more than two months back: a table that has ended still answers', () => {
    expect(read(KNOWN, '2026-11-30')).toMatchObject({ ok: true });
    expect(read(KNOWN, '2026-12-01')).toMatchObject({ ok: false, code: 'outdated', month: '2026-09-01' });
    expect(read([])).toMatchObject({ ok: false, code: 'outdated', month: null });
  });

  test('that says something else of a known month, or leaves it out, is an alarm', () => {
    const changed = months(['2026-08-01', 1035], ['2026-09-01', 1031], ['2026-10-01', 1032]);
    expect(read(changed)).toMatchObject({ ok: false, code: 'changed', month: '2026-09-01', known: 1030, read: 1031 });
    expect(read(months(['2026-09-01', 1030]))).toMatchObject({ ok: false, code: 'changed', month: '2026-08-01', read: null });
  });

  test('is not believed when a month jumps by more than three percent; over a gap, three for each', () => {
    expect(read([...KNOWN, ...months(['2026-10-01', 1062])])).toMatchObject({
      ok: false,
      code: 'jump',
      month: '2026-10-01',
      from: 1030,
      to: 1062,
    });
    expect(read([...KNOWN, ...months(['2026-10-01', 1060])])).toMatchObject({ ok: true });
    expect(read([...months(['2026-06-01', 980]), ...KNOWN])).toMatchObject({ ok: true });
  });
});
