import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMinutes } from '~/lib/interval';
import { doorState, type DoorTimeline, type DoorUse, isStale, screenTime } from './door-screen';

const at = (clock: string) => new Date(`2026-11-22T${clock}:00Z`);
const span = (from: string, to: string) => ({ start: at(from), end: at(to) });
const booking = (from: string, to: string, padding = 15): DoorUse => ({
  kind: 'booking',
  use: span(from, to),
  taken: { start: addMinutes(at(from), -padding), end: addMinutes(at(to), padding) },
});
const timeline: DoorTimeline = {
  uses: [
    booking('12:00', '14:00'),
    booking('18:00', '20:00'),
    { kind: 'closure', taken: span('21:00', '22:00'), reason: { nb: 'Vask', en: 'Cleaning' } },
  ],
  openings: [span('08:00', '23:00')],
};

describe('the door screen', () => {
  test.each([
    ['07:00', { kind: 'shut', opensAt: at('08:00') }],
    ['09:00', { kind: 'free', until: at('11:45') }],
    ['11:50', { kind: 'between', until: at('12:00') }],
    ['12:00', { kind: 'in_use', until: at('14:00') }],
    ['14:00', { kind: 'between', until: at('14:15') }],
    ['14:15', { kind: 'free', until: at('17:45') }],
    ['21:30', { kind: 'closed', until: at('22:00'), reason: { nb: 'Vask', en: 'Cleaning' } }],
    ['22:30', { kind: 'free', until: at('23:00') }],
    ['23:00', { kind: 'shut', opensAt: null }],
  ])('at %s', (clock, state) => expect(doorState(timeline, at(clock)).now).toEqual(state));

  test('names the next booking, not one that has begun, and not a closure', () => {
    expect(doorState(timeline, at('11:59')).next).toEqual(span('12:00', '14:00'));
    expect(doorState(timeline, at('12:00')).next).toEqual(span('18:00', '20:00'));
    expect(doorState(timeline, at('18:00')).next).toBeNull();
  });

  test('never promises a room that is taken, nor one beyond its hours', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_439 }), fc.integer({ min: 0, max: 1_439 }), (minute, other) => {
        const now = addMinutes(at('00:00'), minute);
        const state = doorState(timeline, now).now;
        const moment = addMinutes(at('00:00'), other);
        if (state.kind !== 'free' || moment < now || moment >= state.until) return;
        expect(doorState(timeline, moment).now).toEqual(state);
      }),
    );
  });

  test('says when what it shows has grown old, by the server’s clock', () => {
    expect(isStale(at('12:00'), at('12:03'))).toBe(false);
    expect(isStale(at('12:00'), screenTime(at('12:00'), 180_001))).toBe(true);
    expect(screenTime(at('12:00'), -5_000)).toEqual(at('12:00'));
  });
});
