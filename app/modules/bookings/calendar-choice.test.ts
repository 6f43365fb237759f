import { describe, expect, it } from 'vitest';
import { choiceIn } from './calendar-choice';

const clock = (hours: number) => hours * 60;

describe('picking a time on the board', () => {
  it('takes two hours from where the pointer is', () => {
    expect(choiceIn({ fromMinute: clock(13), toMinute: clock(18) }, clock(14))).toEqual({ fromMinute: clock(14), toMinute: clock(16) });
  });

  it('takes what is left of a shorter gap', () => {
    expect(choiceIn({ fromMinute: clock(13), toMinute: clock(14.5) }, clock(13))).toEqual({ fromMinute: clock(13), toMinute: clock(14.5) });
  });

  it('begins earlier when too little is left', () => {
    expect(choiceIn({ fromMinute: clock(13), toMinute: clock(18) }, clock(17.5))).toEqual({ fromMinute: clock(17), toMinute: clock(18) });
  });

  it('never begins before the free time', () => {
    expect(choiceIn({ fromMinute: clock(13), toMinute: clock(14) }, clock(13.5), 120)).toEqual({
      fromMinute: clock(13),
      toMinute: clock(14),
    });
  });
});
