import { beforeEach, describe, expect, test } from 'vitest';
import { addDays, localDateOf } from '~/lib/local-time';
import { bookingInput, confirmedBooking, db, house, manager, musician, newMusician, NOW, slotAt } from '../../support/stripe-world';

const { loadPricePage, previewPrices } = await import('~/modules/pricing/price-change/price-facts.queries.server');
const { priceFields } = await import('~/modules/pricing/price-change/price-fields');
const { priceForm } = await import('~/modules/pricing/price-change/price-change.schema');
const { setPrices } = await import('~/modules/pricing/price-change/set-prices.server');
const { loadPriceListPage } = await import('~/modules/pricing/price-list.queries.server');
const { requestBooking } = await import('~/modules/bookings/request-booking.server');
const { loadDayBoard } = await import('~/modules/bookings/day-board.queries.server');
const { loadRateCard } = await import('~/modules/pricing/rate-card.queries.server');

const ROOM = 'ovingsrom-4';
const TODAY = localDateOf(NOW);
let day = 20;

type Fields = Readonly<Record<string, string>>;

/** The form as it is shown, with some of it typed anew. */
async function wishOf(fields: Fields = {}, slug = ROOM) {
  const page = await loadPricePage(slug, NOW);
  if (!page) throw new Error(slug);
  return priceForm.parse({ fraDato: addDays(TODAY, day), mva: page.vatCode ?? '6', senere: 'on', ...priceFields(page.rows), ...fields });
}

/** Looks at a change, and makes it. */
async function change(fields: Fields, { slug = ROOM, actor = manager } = {}) {
  const wish = await wishOf(fields, slug);
  const preview = await previewPrices(slug, wish, NOW);
  if (!preview.ok) return preview;
  return setPrices(actor, { slug, wish, seen: preview.value.fingerprint }, NOW);
}

const lists = () => db.rateCard.findMany({ orderBy: { validFrom: 'asc' }, include: { rates: true, supports: true } });
const audits = (slug = ROOM) => db.auditEntry.findMany({ where: { subjectId: house.rooms[slug] ?? '', action: 'room.prices_set' } });

/** Each test has dates of its own, the later ones after those before. */
beforeEach(() => {
  day += 3;
});

describe('prices of a room', () => {
  test('hold from a date: what is booked before keeps its price, and rooms, board and price list tell the new one', async () => {
    const slot = slotAt(day + 1, 12, 14);
    const before = await confirmedBooking(await newMusician(), { roomSlug: ROOM, slot });
    const { totalOre } = await db.booking.findUniqueOrThrow({ where: { id: before.bookingId } });
    const otherRoom = (await loadRateCard(db, addDays(TODAY, day)))?.rates.filter(({ roomId }) => roomId === house.rooms['ovingsrom-5']);
    const wish = await wishOf({ pris0: '900', pris1: '512,50', pris2: '900', pris3: '900' });
    const preview = await previewPrices(ROOM, wish, NOW);
    if (!preview.ok) throw new Error(preview.code);
    const changesOfDay = preview.value.changes.filter(({ from }) => from === wish.from);
    expect(changesOfDay.flatMap(({ differences }) => differences.map(({ steps }) => steps[0]?.afterOre))).toEqual([
      90_000, 51_250, 90_000, 90_000,
    ]);
    expect(await setPrices(manager, { slug: ROOM, wish, seen: preview.value.fingerprint }, NOW)).toEqual({ ok: true, value: null });

    expect(await db.booking.findUniqueOrThrow({ where: { id: before.bookingId } })).toMatchObject({ totalOre });
    const price = async (days: number) => {
      const expectedTotalOre = null;
      const input = bookingInput({ roomSlug: ROOM, slot: slotAt(days, 17, 18), people: 1, expectedTotalOre });
      const booked = await requestBooking(await newMusician(), input, NOW);
      if (!booked.ok) throw new Error(booked.code);
      return (await db.booking.findUniqueOrThrow({ where: { id: booked.value.bookingId } })).totalOre;
    };
    expect(await price(day - 1)).toBeLessThan(90_000);
    expect(await price(day)).toBe(90_000);
    const then = new Date(NOW.getTime() + day * 86_400_000);
    const listed = (await loadPriceListPage(then))?.rooms.find(({ slug }) => slug === ROOM);
    expect(listed?.times.map(({ grossPerHourOre }) => grossPerHourOre)).toEqual([51_250, 90_000]);
    const board = await loadDayBoard({ date: addDays(TODAY, day + 1), viewerPersonId: null, now: NOW });
    const row = board.buildings.flatMap(({ rooms }) => rooms).find(({ slug }) => slug === ROOM);
    expect(JSON.stringify(row)).toContain('51250');
    expect(
      (await loadRateCard(db, wish.from))?.rates
        .filter(({ roomId }) => roomId === house.rooms['ovingsrom-5'])
        .map(({ netPerHourOre }) => netPerHourOre),
    ).toEqual(otherRoom?.map(({ netPerHourOre }) => netPerHourOre));
    expect(await audits()).toHaveLength(preview.value.changes.length);
  });

  test('sent twice, and what stands already, are done and leave no trace', async () => {
    const fields = { pris0: '700', pris1: '700', pris2: '700', pris3: '700' };
    const wish = await wishOf(fields);
    const preview = await previewPrices(ROOM, wish, NOW);
    if (!preview.ok) throw new Error(preview.code);
    const again = () => setPrices(manager, { slug: ROOM, wish, seen: preview.value.fingerprint }, NOW);
    expect(await Promise.all([again(), again()])).toEqual([1, 2].map(() => ({ ok: true, value: null })));
    const [made, trail] = [await lists(), await audits()];
    expect(await again()).toEqual({ ok: true, value: null });
    expect([await lists(), await audits()]).toEqual([made, trail]);
    expect(made.filter(({ validFrom }) => validFrom.toISOString().startsWith(wish.from))).toHaveLength(1);
  });

  test('of two managers at once are set by one; the other is told, and sees what it would mean now', async () => {
    const wishes = await Promise.all(['610', '620', '630'].map((pris0) => wishOf({ pris0, fraDato: addDays(TODAY, day) })));
    const previews = await Promise.all(wishes.map((wish) => previewPrices(ROOM, wish, NOW)));
    const results = await Promise.all(
      wishes.map((wish, index) => {
        const preview = previews[index];
        return setPrices(manager, { slug: ROOM, wish, seen: preview?.ok ? preview.value.fingerprint : '' }, NOW);
      }),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.code === 'changed_meanwhile')).toHaveLength(2);
  });

  test('for a whole kind take the place of what its rooms have, and leave other kinds and rigging alone', async () => {
    const rows = { dager0: '1234567', fra0: '00:00', til0: '24:00', pris0: '333', gjelder: 'slag', fraDato: addDays(TODAY, day) };
    const wish = priceForm.parse({ ...rows, mva: '6', senere: 'on' });
    const preview = await previewPrices(ROOM, wish, NOW);
    if (!preview.ok) throw new Error(preview.code);
    const rehearsal = await db.room.count({ where: { kind: 'rehearsal' } });
    expect(new Set(preview.value.changes.map(({ room }) => room.slug)).size).toBe(rehearsal);
    const rigBefore = (await loadRateCard(db, wish.from))?.rigRates.length;
    expect(await setPrices(manager, { slug: ROOM, wish, seen: preview.value.fingerprint }, NOW)).toMatchObject({ ok: true });
    const card = await loadRateCard(db, wish.from);
    expect(card?.rates.filter(({ roomKind }) => roomKind === 'rehearsal')).toMatchObject([{ roomId: null, netPerHourOre: 33_300 }]);
    expect(card?.rates.some(({ roomId }) => roomId === house.rooms['ovingsrom-2'])).toBe(false);
    expect(card?.rates.some(({ roomId }) => roomId === house.rooms['lydstudio'])).toBe(true);
    expect(card?.rigRates).toHaveLength(rigBefore ?? -1);
    expect(card?.supports.length).toBeGreaterThan(0);
    expect(await loadPricePage(ROOM, new Date(NOW.getTime() + (day + 1) * 86_400_000))).toMatchObject({ ofKind: true });
  });

  test('are the manager’s alone, never of the past, of a room and a VAT code that are there', async () => {
    expect(await change({ pris0: '1' }, { actor: musician })).toMatchObject({ code: 'not_allowed' });
    expect(await change({ pris0: '1' }, { actor: { ...manager, staffRoles: ['host'] } })).toMatchObject({ code: 'not_allowed' });
    expect(await change({ pris0: '1', fraDato: addDays(TODAY, -1) })).toMatchObject({ code: 'past' });
    expect(await change({ pris0: '1', mva: '999' })).toMatchObject({ code: 'unknown_vat' });
    expect(await previewPrices('ingen', await wishOf(), NOW)).toMatchObject({ code: 'not_found' });
  });
});
