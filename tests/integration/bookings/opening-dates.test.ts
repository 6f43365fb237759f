import { describe, expect, test } from 'vitest';
import { newId } from '~/lib/ids.server';
import { addDays, localDateOf, toDateColumn } from '~/lib/local-time';
import { closeDay } from '../../support/closure-world';
import { bookingInput, confirmedBooking, db, house, manager, musician, newMusician, NOW, slotAt } from '../../support/stripe-world';

const { datesForm } = await import('~/modules/bookings/opening-dates/opening-dates.schema');
const { previewDates, seenHours, setOpeningDates } = await import('~/modules/bookings/opening-dates/set-opening-dates.server');
const { listOpeningDates } = await import('~/modules/bookings/opening-dates/opening-dates.queries.server');
const { lockHours } = await import('~/modules/availability/hours-guard.server');
const { requestBooking } = await import('~/modules/bookings/request-booking.server');

const TODAY = localDateOf(NOW);
const roomRef = (slug: string) => `room:${house.rooms[slug] ?? ''}`;
const wishOf = (days: number, fields: Record<string, string>) =>
  datesForm.parse({ fraDato: addDays(TODAY, days), hvordan: 'closed', grunnNb: 'Dugnad', grunnEn: 'Work day', ...fields });

/** Looks at other hours, and sets them. */
async function set(days: number, fields: Record<string, string>, actor = manager) {
  const wish = wishOf(days, fields);
  const preview = await previewDates(actor, wish, NOW);
  return preview.ok ? setOpeningDates(actor, { wish, seen: seenHours(preview.value.before) }, NOW) : preview;
}
const book = async (roomSlug: string, days: number, from: number, to: number) =>
  requestBooking(await newMusician(), bookingInput({ slot: slotAt(days, from, to), roomSlug, people: 1 }), NOW);

describe('dates with other hours', () => {
  test('close a day of a room with the reason, and open a long evening; taken away, the week holds again', async () => {
    expect(await set(16, { hva: roomRef('ovingsrom-5') })).toEqual({ ok: true, value: null });
    expect(await book('ovingsrom-5', 16, 12, 14)).toMatchObject({ code: 'closed' });
    expect(await book('ovingsrom-4', 16, 12, 14)).toMatchObject({ ok: true });
    expect(await set(16, { hva: roomRef('ovingsrom-5'), hvordan: 'open', fra: '10:00', til: '26:00' })).toMatchObject({ ok: true });
    expect(await book('ovingsrom-5', 16, 23, 25.5)).toMatchObject({ ok: true });
    expect(await db.openingException.count({ where: { roomId: house.rooms['ovingsrom-5'] ?? '' } })).toBe(1);
    const back = await set(16, { hva: roomRef('ovingsrom-5'), hvordan: 'ordinary' });
    // Somebody has booked the long evening.
    expect(back).toMatchObject({ ok: false, code: 'would_hit' });
    expect(await db.auditEntry.count({ where: { action: 'house.dates_set', subjectId: house.rooms['ovingsrom-5'] ?? '' } })).toBe(2);
  });

  test('of a building beat those of the house, and those of a room beat both', async () => {
    const { buildingId } = await db.room.findUniqueOrThrow({ where: { slug: 'ovingsrom-4' } });
    expect(await set(30, { hva: 'house' })).toMatchObject({ ok: true });
    expect(await set(30, { hva: `building:${buildingId}`, hvordan: 'open', fra: '10:00', til: '16:00' })).toMatchObject({ ok: true });
    expect(await set(30, { hva: roomRef('ovingsrom-5'), hvordan: 'open', fra: '18:00', til: '22:00' })).toMatchObject({ ok: true });
    expect(await book('ovingsrom-4', 30, 11, 13)).toMatchObject({ ok: true });
    expect(await book('ovingsrom-4', 30, 18, 20)).toMatchObject({ code: 'closed' });
    expect(await book('lydstudio', 30, 11, 13)).toMatchObject({ ok: false });
    const { total, items } = await listOpeningDates(1, NOW);
    expect(total).toBeGreaterThan(3);
    const ofDay = items.filter(({ date }) => date === addDays(TODAY, 30));
    expect(ofDay.map(({ place }) => place.split(':')[0]).toSorted()).toEqual(['building', 'house', 'room']);
  });

  test('are not saved over somebody’s booking, until the house has closed that time and asked them', async () => {
    const { bookingId } = await confirmedBooking(await newMusician(), { roomSlug: 'ovingsrom-2', slot: slotAt(33, 15, 17) });
    const fields = { hva: roomRef('ovingsrom-2'), hvordan: 'open', fra: '08:00', til: '16:00' };
    const preview = await previewDates(manager, wishOf(33, fields), NOW);
    expect(preview).toMatchObject({ ok: true, value: { outside: [{ bookingId, who: expect.any(String) as string }] } });
    expect(await set(33, fields)).toMatchObject({ code: 'would_hit' });
    expect(await set(33, { ...fields, til: '17:00' })).toMatchObject({ ok: true });
    expect(await set(33, fields)).toMatchObject({ code: 'would_hit' });
    await closeDay({ days: 33, room: 'ovingsrom-2', fields: { fromTime: '16:00' } });
    expect(await set(33, fields)).toMatchObject({ ok: true });
    expect(await db.booking.findUniqueOrThrow({ where: { id: bookingId } })).toMatchObject({ state: 'confirmed' });
  });

  test('sent twice are set once; of two managers at once one is told', async () => {
    const both = await Promise.all([1, 2].map(() => set(36, { hva: roomRef('ovingsrom-2') })));
    expect(both).toEqual([1, 2].map(() => ({ ok: true, value: null })));
    expect(await db.openingException.count({ where: { roomId: house.rooms['ovingsrom-2'] ?? '', fromMinute: null } })).toBe(1);
    const wishes = ['18:00', '20:00'].map((til) => wishOf(36, { hva: roomRef('ovingsrom-2'), hvordan: 'open', fra: '10:00', til }));
    const seen = `${addDays(TODAY, 36)}:-`;
    const results = await Promise.all(wishes.map((wish) => setOpeningDates(manager, { wish, seen }, NOW)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.code === 'changed_meanwhile')).toHaveLength(1);
  });

  test('that are saved while somebody books are the hours the booking is decided by', async () => {
    const roomId = house.rooms['ovingsrom-3'] ?? '';
    const date = toDateColumn(addDays(TODAY, 38));
    // The rival has been let in to the room and not saved yet.
    const booked = await db.$transaction(async (tx) => {
      await lockHours(tx, [roomId]);
      const asked = book('ovingsrom-3', 38, 12, 14);
      await expect
        .poll(async () => {
          const [row] = await tx.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM pg_locks WHERE NOT granted`;
          return row?.count;
        })
        .toBeGreaterThan(0);
      await tx.openingException.create({ data: { id: newId(), roomId, date, reasonNb: 'Dugnad', reasonEn: 'Work day' } });
      return { asked };
    });
    expect(await booked.asked).toMatchObject({ ok: false, code: 'closed' });
    expect(await db.claim.count({ where: { roomId, startsAt: { gte: date, lt: toDateColumn(addDays(TODAY, 39)) } } })).toBe(0);
  });

  test('are the manager’s alone, never of the past, for a place that is there', async () => {
    expect(await set(40, { hva: 'house' }, musician)).toMatchObject({ code: 'not_allowed' });
    expect(await set(-1, { hva: 'house' })).toMatchObject({ code: 'past' });
    expect(await set(40, { hva: 'room:01a2aaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa' })).toMatchObject({ code: 'unknown_room' });
    expect(datesForm.safeParse({ hva: 'house', fraDato: '2027-01-10', tilDato: '2027-01-01', hvordan: 'closed' }).success).toBe(false);
  });
});
