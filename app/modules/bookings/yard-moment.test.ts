import { describe, expect, it } from 'vitest';
import { instantOf, readMoment } from './yard-moment';

const at = (iso: string) => new Date(iso);
const MORNING = at('2026-11-21T08:40:00Z');
const EVENING = at('2026-11-21T19:10:00Z');
const LATE = at('2026-11-21T20:45:00Z');

describe('the moment the yard is drawn for', () => {
  it('is six this evening while the day is young', () => {
    expect(instantOf('tonight', MORNING)).toEqual(at('2026-11-21T17:00:00Z'));
  });

  it('is the next half hour once the evening has begun', () => {
    expect(instantOf('tonight', EVENING)).toEqual(at('2026-11-21T19:30:00Z'));
  });

  it('is the next half hour when now is asked for', () => {
    expect(instantOf('now', MORNING)).toEqual(at('2026-11-21T09:00:00Z'));
  });

  it('is six tomorrow evening, also across a change of the clocks', () => {
    expect(instantOf('tomorrow', at('2026-10-24T10:00:00Z'))).toEqual(at('2026-10-25T17:00:00Z'));
  });

  it.each([
    ['na', MORNING, 'now'],
    ['kveld', MORNING, 'tonight'],
    ['morgen', MORNING, 'tomorrow'],
    [null, MORNING, 'tonight'],
    [null, LATE, 'tomorrow'],
    ['<script>', MORNING, 'tonight'],
  ] as const)('reads %j', (value, now, moment) => {
    expect(readMoment(value, now)).toBe(moment);
  });
});
