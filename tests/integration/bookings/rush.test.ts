import { describe, expect, test } from 'vitest';
import { bookingInput, db, musician, newMusician, NOW, slotAt, standIn } from '../../support/stripe-world';

const { requestBooking } = await import('~/modules/bookings/request-booking.server');

const activeClaims = (roomSlug: string) =>
  db.claim.findMany({ where: { active: true, room: { slug: roomSlug } }, orderBy: { startsAt: 'asc' } });

describe('many people want one room', () => {
  test('of fifty requests for one slot at once one wins; the others get the reason and alternatives, and nobody is charged', async () => {
    const people = await Promise.all(Array.from({ length: 50 }, newMusician));
    const slot = slotAt(5, 18, 20);
    const answers = await Promise.all(people.map((person) => requestBooking(person, bookingInput({ slot, roomSlug: 'ovingsrom-2' }), NOW)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    for (const answer of answers) {
      if (answer.ok) continue;
      expect(['taken', 'held']).toContain(answer.code);
      expect(answer.alternatives).toHaveLength(3);
    }
    expect(await activeClaims('ovingsrom-2')).toHaveLength(1);
    expect(await db.booking.count({ where: { occurrences: { some: { room: { slug: 'ovingsrom-2' } } } } })).toBe(1);
    expect(await db.payment.count()).toBe(0);
    expect(standIn.requests().filter((request) => request.path.startsWith('/v1/checkout'))).toHaveLength(0);
  });

  test('each alternative that is offered can be booked as it stands', async () => {
    const slot = slotAt(6, 18, 20);
    await requestBooking(musician, bookingInput({ slot, roomSlug: 'ovingsrom-3' }), NOW);
    const refused = await requestBooking(await newMusician(), bookingInput({ slot, roomSlug: 'ovingsrom-3' }), NOW);
    if (refused.ok) throw new Error('the slot was taken');
    const [nearest] = refused.alternatives;
    if (!nearest) throw new Error('nothing was offered');
    const booked = await requestBooking(await newMusician(), bookingInput({ slot: nearest, roomSlug: nearest.roomSlug }), NOW);
    expect(booked).toMatchObject({ ok: true });
  });

  test('set-up and clean-up belong to the booking: a neighbour that cuts into them is refused', async () => {
    const room = await db.room.findFirstOrThrow({
      where: { setupMinutes: { gte: 15 }, bookable: true, parentId: null, parts: { none: {} } },
    });
    const slot = slotAt(9, 13, 15);
    const first = await requestBooking(musician, bookingInput({ slot, roomSlug: room.slug, people: 1 }), NOW);
    expect(first).toMatchObject({ ok: true });
    const [claim] = await activeClaims(room.slug);
    expect(claim?.startsAt).toEqual(new Date(slot.start.getTime() - room.setupMinutes * 60_000));
    expect(claim?.endsAt).toEqual(new Date(slot.end.getTime() + room.cleanupMinutes * 60_000));
    const next = await requestBooking(await newMusician(), bookingInput({ slot: slotAt(9, 15, 17), roomSlug: room.slug, people: 1 }), NOW);
    expect(next).toMatchObject({ ok: false, code: 'held' });
    const after = slotAt(9, 15, 17).start.getTime() + Math.ceil((room.setupMinutes + room.cleanupMinutes) / 30) * 30 * 60_000;
    const apart = { start: new Date(after), end: new Date(after + 2 * 60 * 60_000) };
    expect(await requestBooking(musician, bookingInput({ slot: apart, roomSlug: room.slug, people: 1 }), NOW)).toMatchObject({ ok: true });
  });

  test('back to back is fine where there is nothing to rig', async () => {
    const room = await db.room.findFirstOrThrow({ where: { setupMinutes: 0, cleanupMinutes: 0, bookable: true } });
    expect(await requestBooking(musician, bookingInput({ slot: slotAt(10, 15, 17), roomSlug: room.slug, people: 1 }), NOW)).toMatchObject({
      ok: true,
    });
    expect(await requestBooking(musician, bookingInput({ slot: slotAt(10, 17, 19), roomSlug: room.slug, people: 1 }), NOW)).toMatchObject({
      ok: true,
    });
  });
});

describe('one form', () => {
  test('sent twice, one after the other, makes one booking', async () => {
    const input = bookingInput({ slot: slotAt(7, 12, 14) });
    const first = await requestBooking(musician, input, NOW);
    expect(await requestBooking(musician, input, NOW)).toEqual(first);
  });

  test('sent eight times at once makes one booking, and each answer names it', async () => {
    const input = bookingInput({ slot: slotAt(7, 15, 17) });
    const answers = await Promise.all(Array.from({ length: 8 }, () => requestBooking(musician, input, NOW)));
    const ids = new Set(answers.map((answer) => (answer.ok ? answer.value.bookingId : answer.code)));
    expect(ids.size).toBe(1);
    expect(await db.booking.count({ where: { requestKey: { endsWith: input.requestKey } } })).toBe(1);
  });

  test('anew for the same slot leads whoever holds it to their own booking, and offers nothing else', async () => {
    const slot = slotAt(7, 9, 11);
    const first = await requestBooking(musician, bookingInput({ slot }), NOW);
    const bookingId = first.ok ? first.value.bookingId : '';
    expect(await requestBooking(musician, bookingInput({ slot }), NOW)).toMatchObject({
      ...{ ok: false, code: 'own_booking', unpaid: true, bookingId, alternatives: [] },
    });
    const other = await requestBooking(await newMusician(), bookingInput({ slot }), NOW);
    expect(other).toMatchObject({ ok: false, code: 'held' });
    expect(JSON.stringify(other)).not.toContain(bookingId);
  });

  test('with somebody else’s key does not show their booking', async () => {
    const input = bookingInput({ slot: slotAt(7, 18, 20) });
    await requestBooking(musician, input, NOW);
    expect(await requestBooking(await newMusician(), input, NOW)).toMatchObject({ ok: false, code: 'held' });
  });

  test('with a price that is not the price is refused and told the right one', async () => {
    const input = bookingInput({ slot: slotAt(8, 12, 14), expectedTotalOre: 1 });
    const refused = await requestBooking(musician, input, NOW);
    expect(refused).toMatchObject({ ok: false, code: 'price_changed' });
    const totalOre = !refused.ok && refused.code === 'price_changed' ? refused.totalOre : 0;
    expect(totalOre).toBeGreaterThan(0);
    expect(await requestBooking(musician, { ...input, expectedTotalOre: totalOre }, NOW)).toMatchObject({ ok: true });
  });
});

test('the last pieces of equipment go to one of two bookings in different rooms', async () => {
  const shared = await db.roomEquipment.groupBy({
    by: ['equipmentItemId'],
    _count: true,
    orderBy: { _count: { equipmentItemId: 'desc' } },
  });
  const itemId = shared[0]?.equipmentItemId ?? '';
  const item = await db.equipmentItem.findUniqueOrThrow({
    where: { id: itemId },
    include: { rooms: { where: { room: { parentId: null } }, include: { room: true }, take: 2 } },
  });
  const slot = slotAt(11, 17, 19);
  const equipment = [{ itemId, quantity: item.quantity }];
  const answers = await Promise.all(
    item.rooms.map(async ({ room }) =>
      requestBooking(await newMusician(), bookingInput({ slot, roomSlug: room.slug, people: 1, equipment }), NOW),
    ),
  );
  expect(answers.map((answer) => (answer.ok ? 'booked' : answer.code)).toSorted()).toEqual(['booked', 'equipment_taken']);
});

test('a group’s price is not had by naming its organisation', async () => {
  const organisation = await db.organisation.findFirstOrThrow();
  const refused = await requestBooking(
    await newMusician(),
    bookingInput({ slot: slotAt(12, 12, 14), organisationId: organisation.id }),
    NOW,
  );
  expect(refused).toMatchObject({ ok: false });
});

test('the price is the sum of its lines, in øre', async () => {
  for (const booking of await db.booking.findMany({ include: { quoteLines: true } })) {
    expect(booking.quoteLines.reduce((sum, line) => sum + line.grossOre, 0)).toBe(booking.totalOre);
    expect(booking.quoteLines.reduce((sum, line) => sum + line.vatOre, 0)).toBe(booking.vatOre);
  }
});
