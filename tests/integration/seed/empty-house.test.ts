import { expect, test } from 'vitest';

const { db } = await import('~/infrastructure/db.server');
const { setUpHouse } = await import('../../../prisma/seed/set-up-house');
const { listPermanentActors } = await import('~/modules/organisations/permanent-actors.queries.server');
const { loadDayBoard } = await import('~/modules/bookings/day-board.queries.server');
const { loadDesk } = await import('~/modules/bookings/desk.queries.server');
const { loadHouseToday } = await import('~/modules/bookings/house/house-days.queries.server');
const { loadRoomCatalogue } = await import('~/modules/bookings/room-catalogue.queries.server');
const { searchFreeRooms } = await import('~/modules/bookings/search.queries.server');
const { loadYard } = await import('~/modules/bookings/yard.queries.server');
const { loadPriceListPage } = await import('~/modules/pricing/price-list.queries.server');
const { loader: roomsApi } = await import('~/routes/api/rooms');
const { loader: availabilityApi } = await import('~/routes/api/availability');

const NOW = new Date('2026-11-24T14:10:00Z');
const TODAY = '2026-11-24' as const;
const manager = { email: 'leder@example.no', name: 'Kari Leder' };
const seller = {
  ...{ name: 'Prøvehuset KF', organisationNumber: '310001376', addressLine: 'Gata 1', postalCode: '2050', city: 'Jessheim' },
  ...{ email: 'post@hus.example', phone: '+47 63 00 00 00', bankAccount: '12345678903' },
  ...{ businessRegister: false, vatRegistered: true, voluntaryLetting: null },
};

const api = (path: string, slug?: string) => ({
  request: new Request(`http://localhost:3000/api/v1${path}`),
  params: slug === undefined ? {} : { slug },
  context: {} as never,
});

test('an empty house is empty everywhere, and a fault nowhere', async () => {
  expect((await loadYard({ at: NOW, now: NOW })).rooms).toEqual([]);
  expect(await loadRoomCatalogue({ now: NOW })).toEqual([]);
  expect(await loadDayBoard({ date: TODAY, viewerPersonId: null, now: NOW })).toMatchObject({ buildings: [], counts: {} });
  const wish = { date: TODAY, startMinute: 1_080, minutes: 120, people: 2, kind: null, groups: [], now: NOW };
  expect(await searchFreeRooms(wish)).toMatchObject({ ok: true, value: { free: [], notFree: [] } });
  expect(await loadPriceListPage(NOW)).toBeNull();
  expect(await loadDesk({ now: NOW })).toMatchObject({ items: [], holds: [], figures: { bookingsToday: 0 } });
  expect((await loadHouseToday({ date: TODAY, now: NOW })).rooms).toEqual([]);
  expect(await listPermanentActors(NOW)).toEqual([]);
  const rooms = await roomsApi(api('/rooms'));
  expect([rooms.status, await rooms.json()]).toMatchObject([200, { rooms: [] }]);
  expect(
    (await availabilityApi(api(`/rooms/storsalen/availability?from=${TODAY}T00:00:00Z&to=${TODAY}T12:00:00Z`, 'storsalen'))).status,
  ).toBe(404);
});

test('it is furnished once, by whoever comes first, with a manager and nobody else', async () => {
  const answers = await Promise.all([setUpHouse(db, { manager, seller }, NOW), setUpHouse(db, { manager, seller }, NOW)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: 'has_rooms' });
  expect(await setUpHouse(db, { manager: { ...manager, email: 'annen@example.no' }, seller }, NOW)).toMatchObject({ code: 'has_rooms' });
  expect(await db.person.findMany({ include: { staffRoles: true } })).toMatchObject([
    { ...manager, emailVerified: false, staffRoles: [{ role: 'manager', validTo: null }] },
  ]);
  expect([await db.organisation.count(), await db.booking.count()]).toEqual([0, 0]);
});

test('a furnished house has rooms, times and prices of its own seller', async () => {
  const rooms = await loadRoomCatalogue({ now: NOW });
  expect(rooms.length).toBeGreaterThan(5);
  expect(rooms.filter(({ priceFromOre }) => priceFromOre === null)).toEqual([]);
  expect((await loadYard({ at: NOW, now: NOW })).rooms.some(({ startTimes }) => startTimes.length > 0)).toBe(true);
  expect((await loadPriceListPage(NOW))?.rooms).toHaveLength(rooms.length);
  expect(await db.setting.findFirst({ where: { key: 'seller' } })).toMatchObject({ value: seller });
});

test('rooms without a seller have no prices, and are no fault', async () => {
  await db.setting.deleteMany({ where: { key: 'seller' } });
  const rooms = await loadRoomCatalogue({ now: NOW });
  expect(rooms.filter(({ priceFromOre }) => priceFromOre !== null)).toEqual([]);
});
