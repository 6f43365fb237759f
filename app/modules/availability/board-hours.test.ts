import { describe, expect, it } from 'vitest';
import { toInstantOrAfterGap, type LocalDate } from '~/lib/local-time';
import { boardHours, boardWindow } from './board-hours';

const open = (date: LocalDate, from: number, to: number) => ({
  start: toInstantOrAfterGap(date, from * 60),
  end: toInstantOrAfterGap(date, to * 60),
});

describe('the hours of a board', () => {
  it('go from the first opening to the last closing, past midnight too', () => {
    expect(boardHours([open('2026-11-27', 8, 22), open('2026-11-27', 10, 26)], ['2026-11-27'])).toEqual({
      fromMinute: 480,
      toMinute: 1560,
    });
  });

  it('leave out what opened the evening before', () => {
    expect(boardHours([open('2026-11-27', 8, 26), open('2026-11-28', 9, 24)], ['2026-11-28'])).toEqual({ fromMinute: 540, toMinute: 1440 });
  });

  it('are whole hours', () => {
    expect(
      boardHours([{ start: toInstantOrAfterGap('2026-11-28', 570), end: toInstantOrAfterGap('2026-11-28', 1290) }], ['2026-11-28']),
    ).toEqual({
      fromMinute: 540,
      toMinute: 1320,
    });
  });

  it('are those of an ordinary day when the house is locked', () => {
    expect(boardHours([], ['2026-12-25'])).toEqual({ fromMinute: 480, toMinute: 1440 });
  });

  it('keep the wall clock on the night when the clocks change', () => {
    const window = boardWindow('2026-10-24', boardHours([open('2026-10-24', 9, 26)], ['2026-10-24']));
    expect(window).toEqual({ start: new Date('2026-10-24T07:00:00Z'), end: new Date('2026-10-25T00:00:00Z') });
  });
});
