import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMinutes, type Interval, overlaps } from '~/lib/interval';
import { disturb, NEIGHBOUR_EFFECTS, SOUND_CLASSES } from '../rooms/sound-class';
import { at, facts, NOW, slot } from '../../../tests/support/booking-samples';
import { nearestAlternatives } from './alternatives';
import { boardRow } from './board';
import { checkSlot } from './check-slot';
import { freeIntervals } from './free-intervals';
import { asLoudAs, type NearbyUse, refusedByNeighbours, warningsFor, withoutRefusing } from './nearby-uses';

const next = (more: Partial<NearbyUse> = {}): NearbyUse => ({
  ...{ occurrenceId: 'o', start: at('19:00'), end: at('21:00'), loudness: 'quiet', effect: 'refuse' },
  ...more,
});
const beside = (...nearby: NearbyUse[]) => facts({ sound: { loudness: 'loud', hasNeighbours: true, nearby } });

test('only loud and quiet disturb each other, whichever comes first', () => {
  const pairs = SOUND_CLASSES.flatMap((a) => SOUND_CLASSES.map((b) => [a, b, disturb(a, b)] as const));
  expect(pairs.filter(([, , does]) => does).map(([a, b]) => `${a} ${b}`)).toEqual(['quiet loud', 'loud quiet']);
});

test('drums beside a recording are refused, and the reason says when and what', () => {
  const checked = checkSlot(beside(next()), slot, NOW);
  expect(checked).toEqual({ ok: false, code: 'neighbour', busy: { start: at('19:00'), end: at('21:00') }, neighbour: 'quiet' });
  expect(checkSlot(asLoudAs(beside(next({ loudness: 'loud' })), 'quiet'), slot, NOW)).toMatchObject({
    code: 'neighbour',
    neighbour: 'loud',
  });
});

test('whoever stays quiet, or comes when the recording is over, may come', () => {
  expect(checkSlot(asLoudAs(beside(next()), 'ordinary'), slot, NOW).ok).toBe(true);
  expect(checkSlot(beside(next()), { start: at('21:00'), end: at('22:00') }, NOW).ok).toBe(true);
  expect(checkSlot(beside(next({ start: at('16:00'), end: at('18:00') })), slot, NOW).ok).toBe(true);
});

test('a pair that warns lets book, and says when; uses in a row are one thing to know', () => {
  const known = beside(
    next({ effect: 'warn' }),
    next({ effect: 'warn', start: at('21:00'), end: at('21:30') }),
    next({ effect: 'warn', start: at('08:00'), end: at('09:00') }),
  );
  expect(checkSlot(known, { start: at('20:00'), end: at('22:00') }, NOW).ok).toBe(true);
  expect(warningsFor(known.sound, { start: at('20:00'), end: at('22:00') }, NOW)).toEqual([
    { start: at('19:00'), end: at('21:30'), loudness: 'quiet' },
  ]);
});

test('a hold past its deadline does not silence the neighbours', () => {
  expect(checkSlot(beside(next({ holdExpiresAt: NOW })), slot, NOW).ok).toBe(true);
  expect(checkSlot(beside(next({ holdExpiresAt: addMinutes(NOW, 1) })), slot, NOW).ok).toBe(false);
});

test('time to rig is heard as well', () => {
  const known = beside(next({ start: at('17:00'), end: at('18:00') }));
  expect(checkSlot(known, slot, NOW).ok).toBe(true);
  expect(checkSlot(known, slot, NOW, { beforeMinutes: 30, afterMinutes: 0 })).toMatchObject({ code: 'neighbour' });
});

test('staff who make an exception are warned instead of refused', () => {
  const known = withoutRefusing(beside(next()));
  expect(checkSlot(known, slot, NOW).ok).toBe(true);
  expect(warningsFor(known.sound, slot, NOW)).toHaveLength(1);
});

const times: fc.Arbitrary<Interval> = fc
  .tuple(fc.integer({ min: 16, max: 44 }), fc.integer({ min: 1, max: 8 }))
  .map(([from, length]) => ({ start: addMinutes(at('00:00'), from * 30), end: addMinutes(at('00:00'), (from + length) * 30) }));
const uses: fc.Arbitrary<NearbyUse> = fc
  .record({
    occurrenceId: fc.constant('o'),
    effect: fc.constantFrom(...NEIGHBOUR_EFFECTS),
    loudness: fc.constantFrom(...SOUND_CLASSES),
    holdExpiresAt: fc.constantFrom(null, addMinutes(NOW, -1), addMinutes(NOW, 10)),
  })
  .chain((use) => times.map((time) => ({ ...use, ...time })));

test('what is shown as free is accepted, what is refused is never shown as free, and no alternative is beside a clash', () => {
  fc.assert(
    fc.property(fc.array(uses, { maxLength: 5 }), fc.constantFrom(...SOUND_CLASSES), times, (nearby, loudness, wanted) => {
      const known = facts({ sound: { loudness, hasNeighbours: true, nearby } });
      const refused = refusedByNeighbours(known.sound, NOW);
      const window = { start: at('08:00'), end: at('23:00') };
      const free = freeIntervals({ ...known, window, now: NOW });
      const clash = refused.some((use) => overlaps(use, wanted));
      const checked = checkSlot(known, wanted, NOW);
      expect(checked.ok && clash).toBe(false);
      expect(free.some((interval) => refused.some((use) => overlaps(use, interval)))).toBe(false);
      if (checked.ok) expect(free.some(({ start, end }) => start <= wanted.start && wanted.end <= end)).toBe(true);
      for (const interval of boardRow({ ...known, window, now: NOW })) {
        if (interval.kind === 'gap' && interval.cause === 'neighbour') expect(refused.some((use) => overlaps(use, interval))).toBe(true);
      }
      for (const { slot: other } of nearestAlternatives({ rooms: [known], roomId: 'room', wanted, now: NOW })) {
        expect(refused.some((use) => overlaps(use, other))).toBe(false);
      }
    }),
  );
});
