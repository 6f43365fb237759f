import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate, weekdayOf } from '~/lib/local-time';
import { datesOf, fieldsAt, housePath, isInMonth, readHouseAddress, stepFrom, viewAround } from './house-address';

const TODAY: LocalDate = '2026-11-22';
const ID = '01a20290-0000-7000-8000-000000000001';
const read = (query: string) => readHouseAddress(new URLSearchParams(query), TODAY);
const dates = fc.integer({ min: 0, max: 4_000 }).map((days) => addDays('2024-01-01', days));

describe('the address of the calendar', () => {
  it('is today, all rooms, when nothing is asked', () => {
    expect(read('')).toEqual({
      view: { scope: 'day', date: TODAY, room: null },
      ...{ badDate: false, occurrenceId: null, wanted: null, changeId: null },
    });
  });

  it('is read as it was written', () => {
    const view = { scope: 'week', date: '2026-12-07', room: 'ovingsrom-1' } as const;
    const wanted = { rom: 'lydstudio', dato: '2026-12-09', fra: '22:00', til: '25:00', penger: 'ingen', unntak: 'ja' };
    const path = housePath(view, { occurrenceId: ID, wanted });
    expect(read(path.split('?')[1] ?? '')).toMatchObject({ view, occurrenceId: ID, wanted });
    expect(read(housePath(view, { occurrenceId: ID, changeId: ID }).split('?')[1] ?? '')).toMatchObject({ wanted: null, changeId: ID });
  });

  it('leaves out what makes no sense', () => {
    expect(read("visning=aar&dato=2026-02-30&rom=' OR 1&valgt=x&flyttet=%00")).toMatchObject({
      view: { scope: 'day', date: TODAY, room: null },
      ...{ badDate: true, occurrenceId: null, changeId: null },
    });
  });

  it('goes to where something was moved', () => {
    const place = { roomSlug: 'lydstudio', start: new Date('2026-12-09T22:30:00Z') };
    expect(viewAround({ scope: 'week', date: TODAY, room: 'ovingsrom-1' }, place)).toEqual({
      scope: 'week',
      date: '2026-12-09',
      room: 'lydstudio',
    });
    expect(viewAround({ scope: 'day', date: TODAY, room: null }, place)).toMatchObject({ room: null });
  });
});

describe('the dates on show', () => {
  it('of a month are the whole weeks that hold it', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const shown = datesOf({ scope: 'month', date, room: null });
        expect(shown.length % 7).toBe(0);
        expect(weekdayOf(shown[0] ?? date)).toBe(1);
        expect(shown).toContain(date);
        const within = shown.filter((day) => isInMonth(day, date));
        expect(within.length).toBeGreaterThanOrEqual(28);
        expect(isInMonth(addDays(within[0] ?? date, -1), date)).toBe(false);
        expect(isInMonth(addDays(within.at(-1) ?? date, 1), date)).toBe(false);
        expect(shown.slice(1).every((day, index) => day === addDays(shown[index] ?? day, 1))).toBe(true);
      }),
    );
  });

  it('step back to where they stepped from', () => {
    fc.assert(
      fc.property(dates, fc.constantFrom('day' as const, 'week' as const, 'month' as const), (date, scope) => {
        const there = { scope, date: stepFrom({ scope, date, room: null }, 1), room: null };
        const back = { scope, date: stepFrom(there, -1), room: null };
        expect(datesOf(back)).toEqual(datesOf({ scope, date, room: null }));
        expect(datesOf(there)).not.toEqual(datesOf(back));
      }),
    );
  });
});

it('writes a time after midnight on the date that it is', () => {
  expect(fieldsAt('2026-11-30', { fromMinute: 1_470, toMinute: 1_560 })).toEqual({ dato: '2026-12-01', fra: '00:30', til: '02:00' });
});
