import { describe, expect, test } from 'vitest';
import { addMinutes } from '../../../app/lib/interval';
import { bookingInput, db, house, manager, musician, newMusician, NOW, runJobs, slotAt } from '../../support/stripe-world';

const { requestBooking } = await import('~/modules/bookings/request-booking.server');
const { previewBooking } = await import('~/modules/bookings/booking-preview.queries.server');

const technician = house.equipment['lydtekniker'] ?? '';
const microphone = house.equipment['sangmikrofon'] ?? '';

describe('pieces over time', () => {
  test('of twenty bookings at once in all rooms, no more are out at any moment than the hub has', async () => {
    const { quantity: owned } = await db.equipmentItem.findUniqueOrThrow({ where: { id: microphone } });
    const rooms = ['ovingsrom-1', 'ovingsrom-2', 'ovingsrom-3', 'ovingsrom-4', 'ovingsrom-5'];
    const answers = await Promise.all(
      Array.from({ length: 20 }, async (_, index) => {
        const from = 9 + Math.floor(index / 5) * 2 + (index % 2) * 0.5;
        const input = { slot: slotAt(5, from, from + 1.5), roomSlug: rooms[index % 5] ?? '', people: 1 };
        return requestBooking(await newMusician(), bookingInput({ ...input, equipment: [{ itemId: microphone, quantity: 3 }] }), NOW);
      }),
    );
    expect(answers.some((answer) => answer.ok)).toBe(true);
    expect(answers.some((answer) => !answer.ok && answer.code === 'equipment_taken')).toBe(true);
    const [{ most } = { most: 0 }] = await db.$queryRaw<{ most: number }[]>`
      SELECT max(out)::int AS most FROM (
        SELECT (SELECT sum(u.quantity) FROM equipment_use u WHERE u.equipment_item_id = a.equipment_item_id AND u.active
          AND u.starts_at <= a.starts_at AND u.ends_at > a.starts_at) AS out
        FROM equipment_use a WHERE a.equipment_item_id = ${microphone}::uuid AND a.active) moments`;
    expect(most).toBeGreaterThan(owned - 3);
    expect(most).toBeLessThanOrEqual(owned);
  });

  test('two technicians are in three places only when their hours do not meet', async () => {
    const slot = slotAt(8, 15, 19);
    const ask = async (roomSlug: string, fromMinutes: number, toMinutes: number) =>
      requestBooking(
        await newMusician(),
        bookingInput({ slot, roomSlug, people: 1, equipment: [{ itemId: technician, quantity: 1, hours: { fromMinutes, toMinutes } }] }),
        NOW,
      );
    expect(await ask('storsalen', 0, 120)).toMatchObject({ ok: true });
    expect(await ask('hoyloftet', 60, 240)).toMatchObject({ ok: true });
    expect(await ask('lydstudio', 90, 180)).toMatchObject({ ok: false, code: 'equipment_taken', itemId: technician, available: 0 });
    expect(await ask('lydstudio', 120, 240)).toMatchObject({ ok: true });
  });
});

describe('time to rig', () => {
  const rig = { beforeMinutes: 120, afterMinutes: 60 };
  const input = { slot: slotAt(9, 17, 20), roomSlug: 'storsalen', people: 120, rig, paymentMethod: 'free' as const };

  test('is claimed with the slot, kept on it, priced in its own lines, and the door opens for it', async () => {
    const booked = await requestBooking(manager, bookingInput(input), NOW);
    if (!booked.ok) throw new Error(booked.code);
    const room = await db.room.findFirstOrThrow({ where: { slug: 'storsalen' } });
    const occurrence = await db.occurrence.findFirstOrThrow({
      where: { bookingId: booked.value.bookingId },
      include: { claims: true, accessGrant: true, quoteLines: { orderBy: { position: 'asc' } } },
    });
    expect(occurrence).toMatchObject({ startsAt: input.slot.start, rigBeforeMinutes: 120, rigAfterMinutes: 60 });
    expect(occurrence.claims[0]).toMatchObject({
      startsAt: addMinutes(input.slot.start, -120 - room.setupMinutes),
      endsAt: addMinutes(input.slot.end, 60 + room.cleanupMinutes),
    });
    expect(occurrence.accessGrant).toMatchObject({
      opensAt: addMinutes(input.slot.start, -135),
      closesAt: addMinutes(input.slot.end, 75),
    });
    const services = occurrence.quoteLines
      .filter(({ kind }) => kind === 'service')
      .map(({ labelNb, netOre }) => [labelNb.split(',')[0], netOre]);
    expect(services).toEqual([
      ['Rigging', 40_000],
      ['Nedrigging', 20_000],
      ['Sluttvask', 72_000],
    ]);
    await runJobs(['booking.mail']);
  });

  test('keeps others out, and says what is in the way', async () => {
    const other = bookingInput({ slot: slotAt(9, 14, 16), roomSlug: 'storsalen', people: 5 });
    expect(await requestBooking(await newMusician(), other, NOW)).toMatchObject({ ok: false, code: 'taken' });
    const before = bookingInput({ slot: slotAt(9, 9, 11), roomSlug: 'storsalen', people: 5, rig: { beforeMinutes: 0, afterMinutes: 240 } });
    expect(await requestBooking(await newMusician(), before, NOW)).toMatchObject({ ok: false, code: 'rig_taken' });
  });

  test('is not to be had where the price list has no rate for it', async () => {
    const refused = await requestBooking(musician, bookingInput({ slot: slotAt(10, 17, 19), rig }), NOW);
    expect(refused).toMatchObject({ ok: false, code: 'rig_not_offered' });
  });
});

test('the page shows the price that the booking takes, with what the room does not go without', async () => {
  const question = { slot: slotAt(11, 15, 19), people: 100, rig: { beforeMinutes: 60, afterMinutes: 0 } };
  const equipment = [{ itemId: technician, quantity: 1, hours: { fromMinutes: -60, toMinutes: 240 } }];
  const preview = await previewBooking({
    ...question,
    ...{
      roomSlug: 'storsalen',
      date: '2026-12-04',
      equipment,
      paymentMethod: 'card',
      organisation: null,
      groups: [],
      actor: musician,
      now: NOW,
    },
  });
  if (!preview?.decision?.ok) throw new Error('not to be had');
  expect(preview.equipment.find(({ kind }) => kind === 'cleaning')).toMatchObject({ required: true });
  expect(preview.rigHourOre).toBe(20_000);
  const { totalOre } = preview.decision.value.quote;
  const shown = bookingInput({ ...question, roomSlug: 'storsalen', equipment, expectedTotalOre: totalOre });
  expect(await requestBooking(await newMusician(), shown, NOW)).toMatchObject({ ok: true });
});
