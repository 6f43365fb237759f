import { describe, expect, it } from 'vitest';
import { readRoomSearch } from './room-search';

const read = (query: string) => readRoomSearch(new URLSearchParams(query), '2026-11-22');

describe('a search for a free room', () => {
  it('is none without a date', () => {
    expect(read('type=rehearsal')).toMatchObject({ search: null, kind: 'rehearsal', errors: {} });
  });

  it('reads day, time, length, people and kind', () => {
    expect(read('dato=2026-11-28&fra=18.30&lengde=150&antall=4&type=rehearsal').search).toEqual({
      date: '2026-11-28',
      startMinute: 1110,
      minutes: 150,
      people: 4,
      kind: 'rehearsal',
    });
  });

  it('fills in an evening of two hours for one when only the day is given', () => {
    expect(read('dato=2026-11-28').search).toMatchObject({ startMinute: 1080, minutes: 120, people: 1, kind: null });
  });

  it.each([
    ['dato=2026-02-30', 'dato', 'date'],
    ['dato=2026-11-21', 'dato', 'date'],
    ['dato=2026-11-28&fra=18:10', 'fra', 'time'],
    ['dato=2026-11-28&fra=kveld', 'fra', 'time'],
    ['dato=2026-11-28&lengde=0', 'lengde', 'length'],
    ['dato=2026-11-28&lengde=99999999', 'lengde', 'length'],
    ['dato=2026-11-28&antall=-4', 'antall', 'people'],
    ['dato=2026-11-28&antall=9999', 'antall', 'people'],
    ['dato=2027-03-28&fra=02:30', 'fra', 'nonexistentTime'],
  ] as const)('says what is wrong with %s', (query, field, error) => {
    const result = read(query);
    expect(result.search).toBeNull();
    expect(result.errors[field]).toBe(error);
  });

  it('keeps what was typed', () => {
    expect(read('dato=i+morgen&fra=seks').values).toMatchObject({ dato: 'i morgen', fra: 'seks' });
  });

  it('ignores an unknown kind', () => {
    expect(read('dato=2026-11-28&type=castle').search?.kind).toBeNull();
  });
});
