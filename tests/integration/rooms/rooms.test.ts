import { describe, expect, it } from 'vitest';
import { addMinutes, contains } from '../../../app/lib/interval';
import { addDays, localDateOf, toInstantOrAfterGap } from '../../../app/lib/local-time';

const { db, inTransaction } = await import('../../../app/infrastructure/db.server');
const { claimRoom } = await import('../../../app/modules/availability/claim-room.server');
const { insertClosure } = await import('../../support/closures');
const { seedHouse } = await import('../../../prisma/seed/house');
const { findRoomPage, listRooms, loadRoomFacts } = await import('../../../app/modules/rooms/room.queries.server');
const { loadClaims } = await import('../../../app/modules/availability/claim.queries.server');
const { loadRateCard, loadVatCodes } = await import('../../../app/modules/pricing/rate-card.queries.server');
const { loadSeller } = await import('~/modules/organisations/seller/seller.queries.server');
const { loadDayBoard } = await import('../../../app/modules/bookings/day-board.queries.server');
const { loadYard } = await import('../../../app/modules/bookings/yard.queries.server');
const { searchFreeRooms } = await import('../../../app/modules/bookings/search.queries.server');
const { loadQuote } = await import('../../../app/modules/bookings/quote.queries.server');

/** A Tuesday afternoon. */
const NOW = new Date('2026-11-24T14:10:00Z');
const TODAY = localDateOf(NOW);
const house = await seedHouse(db, { now: NOW });
const at = (date: typeof TODAY, hour: number) => toInstantOrAfterGap(date, hour * 60);

async function close(slug: string, start: Date, end: Date): Promise<void> {
  const roomId = house.rooms[slug] ?? '';
  const closureId = await insertClosure(db, { roomId, startsAt: start, endsAt: end });
  const claimed = await inTransaction((tx) =>
    claimRoom(tx, { roomIds: [roomId], period: { start, end }, owner: { closureId }, holdExpiresAt: null }),
  );
  expect(claimed).toBe(true);
}

describe('the house of the demo', () => {
  it('has twelve rooms with their rules, and the two halves of the great hall', async () => {
    const rooms = await loadRoomFacts(db);
    expect(rooms).toHaveLength(14);
    const hall = rooms[0];
    expect(hall).toMatchObject({ room: { slug: 'storsalen', setupMinutes: 30, cleanupMinutes: 30, buildingSlug: 'laven' } });
    expect(hall?.policy).toEqual([
      { hoursBefore: 336, refundBp: 10_000 },
      { hoursBefore: 72, refundBp: 5_000 },
    ]);
    expect(hall?.exceptions.some(({ reasonNb, fromMinute }) => reasonNb === 'Grunnlovsdagen' && fromMinute === null)).toBe(true);
  });

  it('has every text in both languages', async () => {
    for (const { slug } of await listRooms()) {
      const page = await findRoomPage(slug);
      for (const text of [page?.floor, page?.summary, page?.description, page?.accessibility, page?.rules, page?.entrance]) {
        expect(text?.nb.length).toBeGreaterThan(5);
        expect(text?.en.length).toBeGreaterThan(5);
        expect(text?.nb).not.toBe(text?.en);
      }
      expect(page?.included.nb.length).toBe(page?.included.en.length);
    }
  });

  it('closes when two holidays fall on one day and one of them locks the house', async () => {
    const exceptions = await db.openingException.findMany({ where: { date: new Date('2027-05-17') } });
    expect(exceptions).toMatchObject([{ fromMinute: null, reasonNb: 'Grunnlovsdagen' }]);
  });

  it('has a price list for each year, and rates for every hour of the week', async () => {
    const card = await loadRateCard(db, TODAY);
    expect(card?.validFrom).toBe('2026-01-01');
    expect((await loadRateCard(db, '2027-01-01'))?.name).toBe('Priser 2027');
    expect((await loadRateCard(db, '2026-12-31'))?.name).toBe('Priser 2026');
    expect(await loadRateCard(db, '2020-01-01')).toBeNull();
    expect((await loadVatCodes(db, TODAY)).map(({ code }) => code)).toEqual(['3', '31', '33', '5', '6', '7']);
  });

  it('has a seller, whenever is asked', async () => {
    for (const moment of [NOW, new Date('1990-01-01')])
      expect(await loadSeller(db, moment)).toMatchObject({ name: 'Sundbytunet KF', vatRegistered: true });
  });
});

describe('claims', () => {
  it('are told when they overlap the window, not when they only touch it', async () => {
    const [start, end] = [at(addDays(TODAY, 40), 10), at(addDays(TODAY, 40), 12)];
    await close('storstua', start, end);
    const claims = (window: { start: Date; end: Date }) => loadClaims(db, { roomIds: [house.rooms['storstua'] ?? ''], window });
    expect(await claims({ start: addMinutes(end, -1), end: addMinutes(end, 60) })).toMatchObject([
      { kind: 'closure', reasonNb: 'Vask', mine: false },
    ]);
    expect(await claims({ start: end, end: addMinutes(end, 60) })).toEqual([]);
    expect(await claims({ start: addMinutes(start, -60), end: start })).toEqual([]);
  });

  it('on a part of a divisible room concern the whole as well', async () => {
    const [whole, part] = [house.rooms['storsalen'] ?? '', house.rooms['storsalen-ost'] ?? ''];
    const date = addDays(TODAY, 41);
    await close('storsalen-ost', at(date, 10), at(date, 12));
    const window = { start: at(date, 9), end: at(date, 13) };
    expect(await loadClaims(db, { roomIds: [whole], window })).toMatchObject([{ roomId: whole }]);
    expect(await loadClaims(db, { roomIds: [part], window })).toMatchObject([{ roomId: part }]);
  });
});

describe('what the board shows as free', () => {
  it('is accepted as a booking, from either end, and nothing around it is', async () => {
    const date = addDays(TODAY, 3);
    await close('ovingsrom-1', at(date, 12), at(date, 14));
    await close('lydstudio', at(date, 15), at(date, 16));
    await close('storsalen', at(date, 12), at(date, 13));
    const board = await loadDayBoard({ date, viewerPersonId: null, now: NOW });
    for (const room of board.buildings.flatMap((building) => building.rooms)) {
      const { minMinutes } = (await listRooms()).find(({ id }) => id === room.id) ?? { minMinutes: 60 };
      const quote = (start: Date, end: Date) =>
        loadQuote({ room: room.slug, start: start.toISOString(), end: end.toISOString(), people: 1, equipment: [] }, NOW);
      for (const { start, end } of room.intervals.filter(({ kind }) => kind === 'free')) {
        expect(await quote(start, addMinutes(start, minMinutes)), `${room.slug} from the start`).toMatchObject({ ok: true });
        expect(await quote(addMinutes(end, -minMinutes), end), `${room.slug} to the end`).toMatchObject({ ok: true });
        expect(await quote(addMinutes(start, -30), addMinutes(start, minMinutes)), `${room.slug} half an hour before`).toMatchObject({
          ok: false,
        });
        expect(await quote(addMinutes(end, -minMinutes), addMinutes(end, 30)), `${room.slug} half an hour past`).toMatchObject({
          ok: false,
        });
      }
    }
  });

  it('covers every minute of the day once', async () => {
    const board = await loadDayBoard({ date: addDays(TODAY, 3), viewerPersonId: null, now: NOW });
    for (const { intervals } of board.buildings.flatMap((building) => building.rooms)) {
      expect(intervals[0]?.start).toEqual(board.window.start);
      expect(intervals.at(-1)?.end).toEqual(board.window.end);
      intervals.slice(1).forEach((interval, index) => expect(interval.start).toEqual(intervals[index]?.end));
    }
  });

  it('reaches past midnight on the night before a day off', async () => {
    expect((await loadDayBoard({ date: '2026-11-27', viewerPersonId: null, now: NOW })).hours).toEqual({
      fromMinute: 480,
      toMinute: 1_560,
    });
    expect((await loadDayBoard({ date: '2026-11-26', viewerPersonId: null, now: NOW })).hours).toEqual({
      fromMinute: 480,
      toMinute: 1_440,
    });
  });

  it('can be asked for any date', async () => {
    for (const date of ['1900-01-01', '2999-12-31'] as const) {
      const board = await loadDayBoard({ date, viewerPersonId: null, now: NOW });
      expect(
        board.buildings
          .flatMap(({ rooms }) => rooms)
          .flatMap(({ intervals }) => intervals)
          .some(({ kind }) => kind === 'free'),
      ).toBe(false);
    }
  });
});

describe('the search', () => {
  it('gives free rooms their price and start times that hold, and the others a reason and alternatives', async () => {
    const date = addDays(TODAY, 4);
    await close('ovingsrom-3', at(date, 17), at(date, 20));
    const answer = await searchFreeRooms({
      date,
      startMinute: 1_080,
      minutes: 120,
      people: 5,
      kind: 'rehearsal',
      groups: ['youth'],
      now: NOW,
    });
    if (!answer.ok) throw new Error(answer.code);
    const { free, notFree } = answer.value;
    expect(free.map(({ slug, price }) => [slug, price.totalOre, price.fullOre])).toEqual([
      ['ovingsrom-1', 12_000, 24_000],
      ['ovingsrom-2', 14_000, 28_000],
      ['ovingsrom-4', 13_000, 26_000],
    ]);
    expect(free[0]?.startTimes).toEqual([at(date, 17.5), at(date, 18), at(date, 18.5)]);
    expect(notFree).toMatchObject([
      { slug: 'ovingsrom-3', reason: { code: 'closure' } },
      { slug: 'ovingsrom-5', reason: { code: 'too_many_people', capacity: 4 }, alternatives: [] },
    ]);
    expect(notFree[0]?.alternatives).toHaveLength(3);
  });

  it('refuses the hour that the clocks skip', async () => {
    const skipped = { date: '2027-03-28', startMinute: 150, minutes: 60, people: 1, groups: [], now: NOW } as const;
    expect(await searchFreeRooms(skipped)).toMatchObject({ ok: false, code: 'nonexistent_time' });
  });
});

describe('the yard', () => {
  it('tells free, later and shut, with start times that lie in the evening', async () => {
    const date = addDays(TODAY, 5);
    await close('ovingsrom-4', at(date, 17), at(date, 20));
    await close('verkstedet', at(date, 0), at(addDays(date, 1), 0));
    const yard = await loadYard({ at: at(date, 18), now: NOW });
    const state = (slug: string) => yard.rooms.find((room) => room.slug === slug);
    expect(state('ovingsrom-2')).toMatchObject({ state: 'free', planNumber: 4, startTimes: [at(date, 18), at(date, 18.5), at(date, 19)] });
    expect(state('ovingsrom-4')).toMatchObject({ state: 'later', startTimes: [at(date, 20), at(date, 20.5), at(date, 21)] });
    expect(state('verkstedet')).toMatchObject({ state: 'shut', startTimes: [] });
    const evening = { start: at(date, 18), end: at(date, 30) };
    for (const { startTimes } of yard.rooms)
      for (const start of startTimes) expect(contains(evening, { start, end: addMinutes(start, 1) })).toBe(true);
    expect(yard.freeCount).toBe(yard.rooms.filter((room) => room.state === 'free').length);
  });
});
