import fc from 'fast-check';
import type { TFunction } from 'i18next';
import { describe, expect, test } from 'vitest';
import { localDateOf, localMinuteOf } from '~/lib/local-time';
import { sheetDueAt } from './day-sheet';
import { formatClockSpan } from '~/lib/format-time';
import { setupWords } from './day-sheet-words';

describe('the day sheet', () => {
  test.each([
    ['in winter', '2026-11-22T04:59:59Z', '2026-11-22T05:00:00Z', '2026-11-22'],
    ['in summer', '2026-07-01T03:59:59Z', '2026-07-01T04:00:00Z', '2026-07-01'],
    ['on the morning after the clocks went forward', '2026-03-29T03:59:59Z', '2026-03-29T04:00:00Z', '2026-03-29'],
    ['on the morning after they went back', '2026-10-25T04:59:59Z', '2026-10-25T05:00:00Z', '2026-10-25'],
  ])('goes out from six o’clock %s', (_, before, at, date) => {
    expect(sheetDueAt(new Date(before))).toBeNull();
    expect(sheetDueAt(new Date(at))).toBe(date);
  });

  test('is of the day it goes out on, never before six, never after noon', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true }), (now) => {
        const minute = localMinuteOf(now);
        expect(sheetDueAt(now)).toBe(minute >= 360 && minute < 720 ? localDateOf(now) : null);
      }),
    );
  });

  test('is due once a day whenever a worker looks every five minutes from four to eleven by UTC', () => {
    for (const day of ['2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25', '2026-12-31']) {
      const looks = Array.from({ length: 7 * 12 }, (_, n) => new Date(Date.parse(`${day}T04:00:00Z`) + n * 300_000));
      expect(new Set(looks.map(sheetDueAt).filter((date) => date !== null))).toEqual(new Set([day]));
    }
  });
});

describe('what a host prepares', () => {
  const at = (hour: number) => new Date(`2026-11-24T${String(hour).padStart(2, '0')}:00:00Z`);
  const t = ((key: string, facts: Record<string, string>) => `${key} ${Object.values(facts).join(' ')}`) as unknown as TFunction<'hosting'>;
  const clock = (from: number, to: number) => formatClockSpan(at(from), at(to), 'nb');
  const use = { start: at(17), end: at(19) };
  const name = { nb: 'Lydtekniker', en: 'Sound engineer' };

  test('is nothing for a use without more', () => {
    expect(setupWords({ ...use, taken: use, rig: [], equipment: [] }, 'nb', t)).toEqual([]);
  });

  test('names the time the room is taken, each rigging, things, and people with their hours', () => {
    const rig = [
      { start: at(15), end: at(17) },
      { start: at(19), end: at(20) },
    ];
    const microphones = { name: { nb: 'Mikrofon', en: 'Microphone' }, quantity: 2, period: null };
    const engineer = { name, quantity: 1, period: { start: at(16), end: at(19) } };
    const line = { ...use, taken: { start: at(14), end: at(20) }, rig, equipment: [microphones, engineer] };
    expect(setupWords(line, 'nb', t)).toEqual([
      `sheet.taken ${clock(14, 20)}`,
      `sheet.rig ${clock(15, 17)}`,
      `sheet.rig ${clock(19, 20)}`,
      '2 × Mikrofon',
      `sheet.staff 1 × Lydtekniker ${clock(16, 19)}`,
    ]);
  });
});
