import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMinutes } from '~/lib/interval';
import { ANSWER_DAYS, lettersFor, offerTimes, outcomeOf, type UnofferedHit } from './closure-offer';

const NOW = new Date('2026-11-23T09:00:00Z');
const inMinutes = (minutes: number) => addMinutes(NOW, minutes);

describe('the time to answer', () => {
  test('is what was chosen, half a day before the start at the latest', () => {
    expect(offerTimes(inMinutes(20 * 1_440), { answerDays: 3 }, NOW)).toEqual({
      answerBy: inMinutes(3 * 1_440),
      settleAt: inMinutes(20 * 1_440 - 720),
    });
    expect(offerTimes(inMinutes(2 * 1_440), { answerDays: 3 }, NOW)).toEqual({ answerBy: inMinutes(2_160), settleAt: inMinutes(2_160) });
  });

  test('is half of what is left when the house closes at short notice', () => {
    expect(offerTimes(inMinutes(120), { answerDays: 1 }, NOW)).toEqual({ answerBy: inMinutes(60), settleAt: inMinutes(60) });
  });

  test('is none when it has begun', () => {
    expect(offerTimes(NOW, { answerDays: 1 }, NOW)).toBeNull();
    expect(offerTimes(inMinutes(-30), { answerDays: 1 }, NOW)).toBeNull();
  });

  test('lies ahead, and the house settles nothing before it is over nor after the start', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 * 1_440 }), fc.constantFrom(...ANSWER_DAYS), (left, answerDays) => {
        const startsAt = inMinutes(left);
        const times = offerTimes(startsAt, { answerDays }, NOW);
        if (!times) throw new Error('no time');
        expect(times.answerBy > NOW).toBe(true);
        expect(times.answerBy <= times.settleAt).toBe(true);
        expect(times.settleAt < startsAt).toBe(true);
      }),
    );
  });
});

describe('what has become of an offer', () => {
  const slot = { start: inMinutes(1_440), end: inMinutes(1_560) };
  const offered = { roomId: 'one', slot };

  test.each([
    ['waits while nothing has happened', 'confirmed', offered, true, null],
    ['waits when it was moved into what is closed as well', 'confirmed', { roomId: 'two', slot }, true, null],
    ['is moved when it stands where nothing is closed', 'confirmed', { roomId: 'two', slot }, false, 'moved'],
    [
      'is moved when it was made shorter, out of the closure',
      'confirmed',
      { roomId: 'one', slot: { ...slot, end: inMinutes(1_500) } },
      false,
      'moved',
    ],
    ['is called off', 'cancelled', offered, false, 'refunded'],
    ['took place all the same', 'completed', offered, true, 'kept'],
    ['was stayed away from', 'no_show', offered, true, 'kept'],
  ] as const)('%s', (_, state, now, isHit, outcome) => {
    expect(outcomeOf({ state, now, offered, isHit })).toBe(outcome);
  });
});

test('a booking gets one letter, with all of its dates that can still be answered for', () => {
  const hit = (bookingId: string, occurrenceId: string, minutes: number): UnofferedHit => ({
    ...{ planId: 'plan', answerDays: 3, bookingId, occurrenceId, roomId: 'room' },
    ...{ start: inMinutes(minutes), end: inMinutes(minutes + 60) },
  });
  const letters = lettersFor(
    [hit('a', 'a0', 0), hit('a', 'a1', 1_440), hit('b', 'b1', 2_880), hit('a', 'a2', 4_320), hit('c', 'c0', -30)],
    NOW,
  );
  expect(letters.map(({ bookingId, offers }) => [bookingId, offers.map(({ occurrenceId }) => occurrenceId)])).toEqual([
    ['a', ['a1', 'a2']],
    ['b', ['b1']],
  ]);
});
