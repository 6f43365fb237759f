import { describe, expect, test } from 'vitest';
import { bookingInput, db, house, manager, musician, newMusician, NOW, slotAt } from '../../support/stripe-world';

const { changeEquipment } = await import('~/modules/bookings/equipment/change-equipment.server');
const { findEquipment, listEquipment } = await import('~/modules/bookings/equipment/equipment-desk.queries.server');
const { offerEquipment } = await import('~/modules/bookings/equipment/offer-equipment.server');
const { requestBooking } = await import('~/modules/bookings/request-booking.server');

const itemId = house.equipment['sangmikrofon'] ?? '';
const owned = () => db.equipmentItem.findUniqueOrThrow({ where: { id: itemId }, select: { quantity: true, netPriceOre: true } });
const lowerTo = async (quantity: number) => {
  const before = await owned();
  return changeEquipment(manager, itemId, { before, after: { ...before, quantity } }, NOW);
};
const book = async (roomSlug: string, quantity: number, from: number, to: number) => {
  const input = bookingInput({ slot: slotAt(5, from, to), roomSlug, people: 1, equipment: [{ itemId, quantity }] });
  const booked = await requestBooking(await newMusician(), input, NOW);
  if (!booked.ok) throw new Error(booked.code);
  return booked.value.bookingId;
};

describe('how many the house has', () => {
  test('is not lowered below what is promised, and the bookings that would be short are named', async () => {
    const first = await book('ovingsrom-1', 3, 12, 15);
    const second = await book('ovingsrom-2', 4, 14, 16);
    await book('ovingsrom-3', 2, 16, 18);
    const refused = await lowerTo(6);
    expect(refused).toMatchObject({ ok: false, code: 'promised', short: [{ bookingId: first }, { bookingId: second }] });
    expect(await lowerTo(7)).toMatchObject({ ok: true });
    expect(await owned()).toMatchObject({ quantity: 7 });
    const audit = await db.auditEntry.findMany({ where: { subjectId: itemId, action: 'equipment.changed' } });
    expect(audit).toMatchObject([{ actorPersonId: manager.personId, before: { quantity: 8 }, after: { quantity: 7 } }]);
  });

  test('and a booking that wants the last pieces meet in some order: never more out than there are', async () => {
    const slot = slotAt(6, 12, 14);
    const wants = Array.from({ length: 6 }, async (_, room) =>
      requestBooking(
        await newMusician(),
        bookingInput({ slot, roomSlug: `ovingsrom-${(room % 5) + 1}`, people: 1, equipment: [{ itemId, quantity: 2 }] }),
        NOW,
      ),
    );
    await Promise.all([...wants, lowerTo(5), lowerTo(7)]);
    const out = await db.equipmentUse.aggregate({ where: { equipmentItemId: itemId, startsAt: slot.start }, _sum: { quantity: true } });
    expect(out._sum.quantity ?? 0).toBeLessThanOrEqual((await owned()).quantity);
  });
});

test('a price changes for new bookings only', async () => {
  const before = await owned();
  const bookingId = await book('ovingsrom-4', 1, 19, 20);
  const line = () => db.quoteLine.findFirstOrThrow({ where: { bookingId, kind: 'equipment' }, select: { unitNetOre: true } });
  expect(await changeEquipment(manager, itemId, { before, after: { ...before, netPriceOre: 9_900 } }, NOW)).toMatchObject({ ok: true });
  expect(await line()).toEqual({ unitNetOre: before.netPriceOre });
});

test('only the manager changes or takes out, and an item that is not there is not found', async () => {
  const before = await owned();
  const nobodys = '01a2aaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa';
  expect(await changeEquipment(musician, itemId, { before, after: before }, NOW)).toMatchObject({ code: 'not_allowed' });
  expect(await offerEquipment(musician, { itemId, offered: false }, NOW)).toMatchObject({ code: 'not_allowed' });
  expect(await changeEquipment(manager, nobodys, { before, after: before }, NOW)).toMatchObject({ code: 'not_found' });
  expect(await offerEquipment(manager, { itemId: nobodys, offered: false }, NOW)).toMatchObject({ code: 'not_found' });
});

test('what is taken out of service is not offered, and comes back; twice is once', async () => {
  const drums = house.equipment['trommesett'] ?? '';
  const input = bookingInput({ slot: slotAt(7, 12, 14), equipment: [{ itemId: drums, quantity: 1 }] });
  for (const _ of [1, 2]) expect(await offerEquipment(manager, { itemId: drums, offered: false }, NOW)).toMatchObject({ ok: true });
  expect(await requestBooking(await newMusician(), input, NOW)).toMatchObject({ code: 'equipment_not_offered', itemId: drums });
  await offerEquipment(manager, { itemId: drums, offered: true }, NOW);
  expect(await requestBooking(await newMusician(), input, NOW)).toMatchObject({ ok: true });
  expect(await db.auditEntry.count({ where: { subjectId: drums } })).toBe(2);
});

test('the desk sees what is out now and what is promised', async () => {
  const kept = {
    slot: slotAt(5, 12, 14),
    roomSlug: 'ovingsrom-5',
    people: 1,
    equipment: [{ itemId, quantity: 2 }],
    paymentMethod: 'free' as const,
  };
  expect(await requestBooking(manager, bookingInput(kept), NOW)).toMatchObject({ ok: true });
  const line = (await listEquipment({ page: 1, size: 100 }, NOW)).items.find(({ id }) => id === itemId);
  expect(line).toMatchObject({ outNow: 0, kind: 'equipment' });
  expect(line?.ahead).toBeGreaterThan(0);
  const then = (await listEquipment({ page: 1, size: 100 }, slotAt(5, 13, 14).start)).items.find(({ id }) => id === itemId);
  expect(then).toMatchObject({ outNow: 2 });
  const page = await findEquipment(itemId, { page: 1, size: 2, withNames: false }, NOW);
  expect(page?.uses).toHaveLength(2);
  expect(page?.uses.every(({ who }) => who === null)).toBe(true);
  expect(page?.total).toBe(line?.ahead);
});
