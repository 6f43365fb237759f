import { describe, expect, test } from 'vitest';
import { newId } from '~/lib/ids.server';
import type { EquipmentTerms } from '~/modules/bookings/equipment/decide-equipment-change';
import { bookingInput, db, house, manager, musician, newMusician, NOW, slotAt } from '../../support/stripe-world';

const { addEquipment } = await import('~/modules/bookings/equipment/add-equipment.server');
const { changeEquipment } = await import('~/modules/bookings/equipment/change-equipment.server');
const { findEquipment, findEquipmentTerms, listEquipment } = await import('~/modules/bookings/equipment/equipment-desk.queries.server');
const { offerEquipment } = await import('~/modules/bookings/equipment/offer-equipment.server');
const { requestBooking } = await import('~/modules/bookings/request-booking.server');

const itemId = house.equipment['sangmikrofon'] ?? '';
const stored = async () => {
  const found = await findEquipmentTerms(itemId);
  if (!found) throw new Error('no such item');
  const { kind: _, version, ...terms } = found;
  return { version, terms };
};
const owned = async () => (await stored()).terms;
const changeTo = async (change: Partial<EquipmentTerms>, by = manager) => {
  const { version, terms } = await stored();
  return changeEquipment(by, itemId, { version, after: { ...terms, ...change } }, NOW);
};
const lowerTo = (quantity: number) => changeTo({ quantity });
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
  expect(await changeTo({ netPriceOre: 9_900 })).toMatchObject({ ok: true });
  expect(await line()).toEqual({ unitNetOre: before.netPriceOre });
});

test('only the manager changes or takes out, and an item that is not there is not found', async () => {
  const { version, terms } = await stored();
  const nobodys = '01a2aaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa';
  expect(await changeTo({ quantity: 1 }, musician)).toMatchObject({ code: 'not_allowed' });
  expect(await offerEquipment(musician, { itemId, offered: false }, NOW)).toMatchObject({ code: 'not_allowed' });
  expect(await changeEquipment(manager, nobodys, { version, after: terms }, NOW)).toMatchObject({ code: 'not_found' });
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

test('an item is offered in the rooms that are chosen, and nowhere else', async () => {
  const [first, second] = ['ovingsrom-1', 'ovingsrom-2'].map((slug) => house.rooms[slug] ?? '');
  expect(await changeTo({ roomIds: [first ?? ''] })).toMatchObject({ ok: true });
  const wish = (roomSlug: string) => bookingInput({ slot: slotAt(8, 10, 12), roomSlug, equipment: [{ itemId, quantity: 1 }] });
  expect(await requestBooking(await newMusician(), wish('ovingsrom-2'), NOW)).toMatchObject({ ok: false });
  expect(await requestBooking(await newMusician(), wish('ovingsrom-1'), NOW)).toMatchObject({ ok: true });
  expect(await changeTo({ roomIds: [first ?? '', second ?? ''] })).toMatchObject({ ok: true });
  expect(await changeTo({ roomIds: ['01a2aaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa'] })).toMatchObject({ code: 'unknown_room' });
});

describe('a new item', () => {
  const terms: EquipmentTerms = {
    ...{ nameNb: 'Røykmaskin', nameEn: 'Smoke machine', descriptionNb: '', descriptionEn: '', quantity: 1, netPriceOre: 40_000 },
    ...{ minMinutes: 0, noticeMinutes: 0, roomIds: [house.rooms['ovingsrom-1'] ?? ''] },
  };

  test('is added once however often it is sent, and can be booked at once', async () => {
    const item = { id: newId(), kind: 'equipment' as const, terms };
    const added = await Promise.all([1, 2, 3].map(() => addEquipment(manager, item)));
    expect(added).toEqual([1, 2, 3].map(() => ({ ok: true, value: { itemId: item.id } })));
    expect(await db.auditEntry.count({ where: { subjectId: item.id, action: 'equipment.added', actorPersonId: manager.personId } })).toBe(
      1,
    );
    const input = bookingInput({ slot: slotAt(9, 10, 12), equipment: [{ itemId: item.id, quantity: 1 }] });
    expect(await requestBooking(await newMusician(), input, NOW)).toMatchObject({ ok: true });
  });

  test('of the same name as another is known to machines by another; two at once have places of their own', async () => {
    await Promise.all([1, 2].map(() => addEquipment(manager, { id: newId(), kind: 'staff', terms })));
    const items = await db.equipmentItem.findMany({ where: { nameNb: terms.nameNb }, orderBy: { position: 'asc' } });
    expect(items.map(({ slug }) => slug)).toEqual(['roykmaskin', 'roykmaskin-2', 'roykmaskin-3']);
    expect(new Set(items.map(({ position }) => position)).size).toBe(3);
  });

  test('is the manager’s to add, and to rooms that are there', async () => {
    expect(await addEquipment(musician, { id: newId(), kind: 'cleaning', terms })).toMatchObject({ code: 'not_allowed' });
    const nowhere = { ...terms, roomIds: ['01a2aaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa'] };
    expect(await addEquipment(manager, { id: newId(), kind: 'cleaning', terms: nowhere })).toMatchObject({ code: 'unknown_room' });
  });
});
