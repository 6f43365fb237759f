/** Things, people, time to rig and loudness on every date of a series: checked date by date, shown as it will be booked. */
import { beforeAll, expect, test } from 'vitest';
import { planOf, seriesDraft, tenant } from '../../support/series-world';
import { bookingInput, db, house, newMusician, NOW, slotAt } from '../../support/stripe-world';

const { requestOccurrences } = await import('~/modules/bookings/request-occurrences.server');
const { requestBooking } = await import('~/modules/bookings/request-booking.server');
const { previewSeries } = await import('~/modules/bookings/series/series-preview.queries.server');
const { readSeriesWish } = await import('~/modules/bookings/series/series-draft');
const { loadSeriesPage } = await import('~/modules/bookings/series/series-page.queries.server');
const { loadBookingDates } = await import('~/modules/bookings/series/booking-dates.queries.server');

const technician = house.equipment['lydtekniker'] ?? '';

beforeAll(async () => {
  await db.room.updateMany({ data: { horizonDays: 730 } });
});

async function previewOf(draft: ReturnType<typeof seriesDraft>, actor: Awaited<ReturnType<typeof newMusician>>, organisationId: string) {
  const wish = readSeriesWish(draft);
  if (!wish.ok) throw new Error(wish.code);
  const shown = await previewSeries(actor, { wish: wish.value, organisationId, paymentMethod: 'on_account' }, NOW);
  if (!shown.ok) throw new Error(shown.code);
  return shown.value;
}

test('both technicians and time to rig on each date: the date on which one is elsewhere is refused and says what is missing', async () => {
  const { actor, organisationId } = await tenant();
  // The second of three Tuesdays.
  const elsewhere = { roomSlug: 'lydstudio', slot: slotAt(57, 16, 19), people: 1, equipment: [{ itemId: technician, quantity: 1 }] };
  expect(await requestBooking(await newMusician(), bookingInput(elsewhere), NOW)).toMatchObject({ ok: true });
  const draft = seriesDraft({
    ...{ rom: ['storsalen'], ganger: '3', fra: '17:00', til: '20:00', betaler: organisationId, riggFor: '60', riggEtter: '30' },
    ...{ quantities: { [technician]: 2 }, hours: { [technician]: { from: '16:00', to: '19:00' } } },
  });
  const shown = await previewOf(draft, actor, organisationId);
  const missing = { free: false, refusal: { code: 'equipment_taken', itemId: technician, available: 1 } };
  expect(shown.rows.map(({ rooms }) => rooms[0])).toMatchObject([{ free: true }, missing, { free: true }]);
  expect(shown.addOns).toContainEqual({ itemId: technician, available: 2, tooLate: false });

  const requested = await requestOccurrences(actor, planOf(draft, { expectedTotalOre: shown.totalOre }), NOW);
  if (!requested.ok) throw new Error(requested.code);
  const { bookingId } = requested.value;
  const uses = await db.equipmentUse.findMany({
    where: { occurrence: { bookingId }, equipmentItemId: technician },
    orderBy: { startsAt: 'asc' },
  });
  expect(uses.map(({ quantity, startsAt, endsAt }) => [quantity, startsAt.toISOString(), endsAt.toISOString()])).toEqual([
    [2, '2027-01-12T15:00:00.000Z', '2027-01-12T18:00:00.000Z'],
    [2, '2027-01-26T15:00:00.000Z', '2027-01-26T18:00:00.000Z'],
  ]);
  const occurrences = await db.occurrence.findMany({ where: { bookingId, state: 'confirmed' }, include: { claims: true } });
  expect(occurrences.map(({ rigBeforeMinutes, rigAfterMinutes }) => [rigBeforeMinutes, rigAfterMinutes])).toEqual([
    [60, 30],
    [60, 30],
  ]);
  const dates = await loadBookingDates(bookingId, null, NOW);
  expect(dates?.itemNames[technician]).toEqual({ nb: 'Lydtekniker', en: 'Sound engineer' });
});

test('next door that needs silence is told for its date, and summed; a pair that refuses refuses that date', async () => {
  const { actor, organisationId } = await tenant();
  const quiet = { roomSlug: 'lydstudio', slot: slotAt(64, 10, 12), people: 1 };
  expect(await requestBooking(await newMusician(), bookingInput(quiet), NOW)).toMatchObject({ ok: true });
  const times = { ganger: '3', fra: '10:00', til: '12:00', betaler: organisationId, antall: '2' };
  const beside = await previewOf(seriesDraft({ ...times, rom: ['verkstedet'] }), actor, organisationId);
  expect(beside.rows.map(({ rooms }) => rooms[0])).toMatchObject([
    { free: true, nearby: [] },
    { free: true, nearby: [] },
    { free: true, nearby: [{ loudness: 'quiet' }] },
  ]);
  expect(beside.nearbyDates).toEqual({ quiet: 1, loud: 0 });
  const loud = await previewOf(seriesDraft({ ...times, rom: ['storstua'], lyd: 'loud' }), actor, organisationId);
  expect(loud.rows.map(({ rooms }) => rooms[0])).toMatchObject([{ free: true }, { free: true }, { refusal: { code: 'neighbour' } }]);
  const calm = await previewOf(seriesDraft({ ...times, rom: ['storstua'] }), actor, organisationId);
  expect(calm.freeCount).toBe(3);
});

test('the form offers what the room has before any date was looked at, and then what all of the rooms have', async () => {
  const { actor } = await tenant();
  const booker = { actor, groups: [], organisations: [] };
  const draft = seriesDraft({ rom: ['storsalen'], ganger: '2' });
  const before = await loadSeriesPage(draft, booker, { look: false }, NOW);
  expect(before.choices?.equipment.find(({ id }) => id === technician)).toMatchObject({ available: 2, tooLate: false });
  expect(before.choices?.rigHourOre).toBeGreaterThan(0);
  const shared = await loadSeriesPage({ ...draft, rom: ['storsalen', 'ovingsrom-1'] }, booker, { look: true }, NOW);
  const offered = async (slug: string) =>
    (await db.roomEquipment.findMany({ where: { room: { slug } } })).map(({ equipmentItemId }) => equipmentItemId);
  const [hall, rehearsal] = [await offered('storsalen'), await offered('ovingsrom-1')];
  const both = hall.filter((id) => rehearsal.includes(id));
  expect(new Set(shared.choices?.equipment.map(({ id }) => id))).toEqual(new Set(both));
});
