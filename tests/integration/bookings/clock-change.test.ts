import { describe, expect, test } from 'vitest';
import { bookingInput, db, house, manager, NOW } from '../../support/stripe-world';
import type { LocalDate } from '~/lib/local-time';

const { requestBooking } = await import('~/modules/bookings/request-booking.server');
const { slotFrom } = await import('~/modules/bookings/slot-from');

const roomId = house.rooms['ovingsrom-4' as keyof typeof house.rooms] as string;
// Open around the clock and bookable a year ahead, so that only the clock is in question.
await db.openingHours.deleteMany({ where: { roomId } });
await db.openingException.deleteMany();
await db.openingHours.createMany({
  data: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    id: crypto.randomUUID(),
    roomId,
    weekday,
    fromMinute: 0,
    toMinute: 1440,
    validFrom: new Date('2020-01-01'),
  })),
});
await db.room.update({ where: { id: roomId }, data: { horizonDays: 700 } });

function slot(dato: LocalDate, fra: string, til: string) {
  const result = slotFrom({ dato, fra, til });
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

async function book(input: ReturnType<typeof slot>) {
  return requestBooking(manager, bookingInput({ slot: input, roomSlug: 'ovingsrom-4', paymentMethod: 'free' }), NOW);
}

async function hoursOf(bookingId: string): Promise<number> {
  const lines = await db.quoteLine.findMany({ where: { bookingId, kind: 'room' } });
  return lines.reduce((sum, line) => sum + line.quantityMilli, 0) / 1_000;
}

describe('the nights when the clocks change', () => {
  test('in March 23.00 to 04.00 is four hours, and costs four hours', async () => {
    const wanted = slot('2027-03-27', '23:00', '04:00');
    expect([wanted.start.toISOString(), wanted.end.toISOString()]).toEqual(['2027-03-27T22:00:00.000Z', '2027-03-28T02:00:00.000Z']);
    const booked = await book(wanted);
    if (!booked.ok) throw new Error(booked.code);
    expect(await hoursOf(booked.value.bookingId)).toBe(4);
  });

  test('in October 23.00 to 04.00 is six hours, and costs six hours', async () => {
    const wanted = slot('2027-10-30', '23:00', '04:00');
    expect([wanted.start.toISOString(), wanted.end.toISOString()]).toEqual(['2027-10-30T21:00:00.000Z', '2027-10-31T03:00:00.000Z']);
    const booked = await book(wanted);
    if (!booked.ok) throw new Error(booked.code);
    expect(await hoursOf(booked.value.bookingId)).toBe(6);
  });

  test('a time that the clock skips is refused', () => {
    expect(slotFrom({ dato: '2027-03-28', fra: '02:30', til: '05:00' })).toEqual({ ok: false, field: 'fra', code: 'nonexistent_time' });
  });

  test('the hour that comes twice means the first one, and neighbours around it meet without overlap', async () => {
    const first = slot('2026-12-05', '22:00', '24:00');
    expect(first.end.getTime() - first.start.getTime()).toBe(2 * 60 * 60_000);
    expect(slot('2027-10-31', '02:30', '05:00').start.toISOString()).toBe('2027-10-31T00:30:00.000Z');
    expect(await book(slot('2026-12-05', '22:00', '24:00'))).toMatchObject({ ok: true });
    expect(await book(slot('2026-12-06', '00:00', '02:00'))).toMatchObject({ ok: true });
  });
});
