import { describe, expect, test } from 'vitest';
import { addDays, localDateOf } from '~/lib/local-time';
import { bookingInput, db, house, manager, musician, newMusician, NOW, slotAt } from '../../support/stripe-world';

const { newId } = await import('~/lib/ids.server');
const { addRoom } = await import('~/modules/rooms/settings/add-room.server');
const { newRoomForm } = await import('~/modules/rooms/settings/new-room.schema');
const { openRoom } = await import('~/modules/pricing/opening/open-room.server');
const { findRoomGaps } = await import('~/modules/pricing/opening/room-gaps.queries.server');
const { describeRoom } = await import('~/modules/rooms/settings/describe-room.server');
const { setOpeningHours } = await import('~/modules/rooms/settings/set-opening-hours.server');
const { findRoomSettings } = await import('~/modules/rooms/settings/room-settings.queries.server');
const { aboutFields } = await import('~/modules/rooms/settings/room-fields');
const { roomAboutForm } = await import('~/modules/rooms/settings/room-settings.schema');
const { priceForm } = await import('~/modules/pricing/price-change/price-change.schema');
const { previewPrices } = await import('~/modules/pricing/price-change/price-facts.queries.server');
const { setPrices } = await import('~/modules/pricing/price-change/set-prices.server');
const { requestBooking } = await import('~/modules/bookings/request-booking.server');

const buildingOf = async (slug: string) => (await db.room.findUniqueOrThrow({ where: { slug } })).buildingId;

async function formOf(fields: Record<string, string> = {}) {
  const bygning = await buildingOf('ovingsrom-4');
  const usual = { nokkel: newId(), navn: 'Øvingsrom 6', slag: 'rehearsal', bygning, personer: '6', kvm: '24', minst: '1', hoyst: '6' };
  return newRoomForm.parse({ ...usual, ...fields });
}
const versionOf = async (slug: string) => (await findRoomSettings(slug, NOW))?.room.version ?? -1;

describe('a new room', () => {
  test('is out of use until it has texts, hours and prices, and then it is booked like any other', async () => {
    const form = await formOf();
    expect(await Promise.all([addRoom(manager, form), addRoom(manager, form)])).toEqual(
      [1, 2].map(() => ({ ok: true, value: { slug: 'ovingsrom-6' } })),
    );
    const slug = 'ovingsrom-6';
    expect(await db.auditEntry.count({ where: { action: 'room.added' } })).toBe(1);
    expect(await findRoomGaps(slug, NOW)).toEqual(['texts', 'hours', 'prices']);
    const open = async () => openRoom(manager, slug, { version: await versionOf(slug), bookable: true }, NOW);
    expect(await open()).toMatchObject({ code: 'not_ready' });
    const settings = await findRoomSettings(slug, NOW);
    if (!settings) throw new Error(slug);
    const texts = Object.fromEntries(
      ['etasje', 'kort', 'om', 'finnes', 'tilgjengelig', 'regler'].flatMap((name) => ['Nb', 'En'].map((end) => [name + end, 'Ord'])),
    );
    expect(await describeRoom(manager, slug, roomAboutForm.parse({ ...aboutFields(settings), ...texts }))).toMatchObject({ ok: true });
    const spans = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, fromMinute: 480, toMinute: 1_440 }));
    const from = localDateOf(NOW);
    expect(await setOpeningHours(manager, { slug, version: await versionOf(slug) }, { spans, from }, NOW)).toMatchObject({ ok: true });
    expect(await findRoomGaps(slug, NOW)).toEqual(['prices']);
    const rows = { dager0: '1234567', fra0: '00:00', til0: '24:00', pris0: '150', mva: '6', senere: 'on' };
    const wish = priceForm.parse({ ...rows, fraDato: addDays(from, 1) });
    const preview = await previewPrices(slug, wish, NOW);
    if (!preview.ok) throw new Error(preview.code);
    expect(await setPrices(manager, { slug, wish, seen: preview.value.fingerprint }, NOW)).toMatchObject({ ok: true });
    const input = bookingInput({ roomSlug: slug, slot: slotAt(5, 12, 14), people: 1 });
    expect(await requestBooking(await newMusician(), input, NOW)).toMatchObject({ ok: false });
    expect(await open()).toMatchObject({ ok: true });
    const booked = await requestBooking(await newMusician(), bookingInput({ roomSlug: slug, slot: slotAt(5, 15, 17), people: 1 }), NOW);
    if (!booked.ok) throw new Error(booked.code);
    expect(await db.booking.findUniqueOrThrow({ where: { id: booked.value.bookingId } })).toMatchObject({ totalOre: 30_000 });
  });

  test('has an address of its own, lies in a building that is there, and divides only what may be divided', async () => {
    expect(await addRoom(manager, await formOf({ adresse: 'ovingsrom-1' }))).toMatchObject({ code: 'address_taken' });
    expect(await addRoom(manager, await formOf({ bygning: newId() }))).toMatchObject({ code: 'unknown_building' });
    const inside = { bygning: await buildingOf('storsalen') };
    expect(await addRoom(manager, await formOf({ delAv: house.rooms['storsalen'] ?? '' }))).toMatchObject({ code: 'cannot_divide' });
    const part = await db.room.findFirstOrThrow({ where: { parentId: house.rooms['storsalen'] ?? '' } });
    expect(await addRoom(manager, await formOf({ ...inside, delAv: part.id }))).toMatchObject({ code: 'cannot_divide' });
    expect(await addRoom(manager, await formOf({ ...inside, navn: 'Galleriet', delAv: house.rooms['storsalen'] ?? '' }))).toEqual({
      ok: true,
      value: { slug: 'galleriet' },
    });
    expect(newRoomForm.safeParse({ ...(await formOf()), adresse: 'ny' }).success).toBe(false);
  });

  test('is the manager’s alone', async () => {
    for (const actor of [musician, { ...manager, staffRoles: ['host' as const] }]) {
      expect(await addRoom(actor, await formOf({ navn: 'Nei' }))).toMatchObject({ code: 'not_allowed' });
    }
  });
});
