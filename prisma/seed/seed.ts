/** The whole demo: the house, its people, and three months of bookings around today. All of it, or nothing. */
import { now as clockNow } from '~/infrastructure/clock.server';
import type { db, Tx } from '~/infrastructure/db.server';
import { addMinutes, type Interval } from '~/lib/interval';
import { newId } from '~/lib/ids.server';
import { addDays, dayBounds, type LocalDate, localDateOf, toDateColumn } from '~/lib/local-time';
import { paddedInterval } from '~/modules/availability/claim';
import { PRIVATE_CUSTOMER, cardForRoom } from '~/modules/bookings/room-price';
import { quote, type Quote } from '~/modules/pricing/quote';
import { loadPriceContext, type PriceContext } from '~/modules/pricing/price-context.queries.server';
import { loadEquipment } from '~/modules/rooms/equipment.queries.server';
import { NO_RIG } from '~/modules/rooms/rig-time';
import { loadRoomFacts, type RoomWithRules } from '~/modules/rooms/room.queries.server';
import { insertAccess } from './access-rows';
import { heldSince, organisationRows } from './account-rows';
import { type BookingRows, bookingRows } from './booking-rows';
import { type Customer, customersOf, membershipsOf } from './customers';
import { ASSOCIATIONS, BANDS } from './data/organisations';
import { PEOPLE } from './data/people';
import { withEquipment } from './equipment-wishes';
import { type House, seedHouse } from './house';
import { projectParts, projectRows } from './demo-project';
import { seedRules } from './demo-rules';
import { seedSeries, seriesDates, seriesRows } from './demo-series';
import { seedClosure } from './demo-closure';
import { seedChange } from './demo-change';
import { seedRequests } from './demo-requests';
import { seedSplit } from './demo-split';
import { seedVisits } from './demo-visits';
import { seedWaiting } from './demo-waiting';
import { seedLeases } from './demo-leases';
import { seedDeskWork } from './desk-work';
import { insertBookings } from './insert-bookings';
import { musicianBookings } from './musician-bookings';
import { planBookings, type PlannedBooking } from './plan-bookings';
import { createRandom, type Random } from './random';

export type SeedOptions = {
  readonly now?: Date | undefined;
  /** 1: six weeks to each side of today. */
  readonly scale?: number | undefined;
};

const WEEKS_EACH_SIDE = 6;
const CLOSED_DAYS = 8;
const TRANSACTION = { maxWait: 10_000, timeout: 300_000 };

/** Fills an empty database; does nothing, and says so, when there is a house already. */
export async function seed(
  client: typeof db,
  { now = clockNow(), scale = 1 }: SeedOptions = {},
): Promise<{ seeded: boolean; bookings: number }> {
  return client.$transaction(async (tx) => {
    if ((await tx.building.count()) > 0) return { seeded: false, bookings: 0 };
    const house = await seedHouse(tx, { now });
    await seedRules(tx, house, now);
    return { seeded: true, bookings: await seedBookings(tx, house, { now, scale }) };
  }, TRANSACTION);
}

async function seedBookings(tx: Tx, house: House, { now, scale }: { now: Date; scale: number }): Promise<number> {
  const random = createRandom(`sundbytunet ${localDateOf(now)}`);
  const today = localDateOf(now);
  const days = Math.max(1, Math.round(WEEKS_EACH_SIDE * 7 * scale));
  const [from, to] = [addDays(today, -days), addDays(today, days)];
  const customers = await insertCustomers(tx, house, now, random);
  const closed = await closeWorkshop(tx, house, today);
  const rooms = await loadRoomFacts(tx);
  const band = customers.find(({ personId }) => personId === house.accounts.musician);
  const fixed = band ? musicianBookings(rooms, band, now) : [];
  const tenant = customers.find(({ personId }) => personId === house.accounts.tenant);
  const project = tenant ? projectParts(rooms, tenant, now) : [];
  const weekly = tenant ? seriesDates(rooms, tenant, now) : [];
  const taken = [
    closed,
    ...[...fixed, ...project, ...weekly]
      .filter(({ outcome }) => outcome === 'kept')
      .map(({ room, slot }) => ({ roomId: room.room.id, ...paddedInterval(room.room, slot) })),
  ];
  const others = customers.filter((customer) => customer !== band);
  const planned = withEquipment([...fixed, ...planBookings({ rooms, customers: others, from, to, now, taken }, random)], now, random);
  const priceOf = await pricer(tx, rooms, [...planned, ...project, ...weekly]);
  const rows = planned.map((booking): BookingRows => bookingRows(booking, priceOf(booking), house.equipment, now, random));
  const projects = projectRows(project, priceOf, house.equipment, now, random);
  await insertBookings(tx, rows);
  const series = seriesRows(weekly, priceOf, house.equipment, now, random);
  await insertBookings(tx, projects);
  await insertBookings(tx, series);
  await seedSeries(tx, series, weekly, now);
  await insertAccess(tx, [...rows, ...projects, ...series], random);
  await seedDeskWork(tx, rows, now);
  await seedRequests(tx, house, rows, now);
  await seedVisits(tx, rows, now);
  await seedSplit(tx, rows, now);
  await seedClosure(tx, house, rows, now);
  await seedChange(tx, house, rows, now);
  await seedWaiting(tx, house, rows, now);
  await seedLeases(
    tx,
    house,
    Object.fromEntries((await tx.organisation.findMany({ select: { id: true, name: true } })).map(({ id, name }) => [name, id])),
    now,
  );
  return rows.length + projects.length + series.length;
}

async function insertCustomers(tx: Tx, house: House, now: Date, random: Random): Promise<Customer[]> {
  const people = PEOPLE.map((person) => ({ id: newId(), ...person, emailVerified: true }));
  const { organisations, groups, ids } = organisationRows([...BANDS, ...ASSOCIATIONS], now);
  await tx.person.createMany({ data: people });
  await tx.organisation.createMany({ data: organisations });
  await tx.customerGroupMember.createMany({ data: groups });
  const organisationIds = { ...house.organisations, ...ids };
  const personIds = people.map(({ id }) => id);
  const memberships = membershipsOf(organisationIds, personIds, house.accounts);
  await tx.membership.createMany({ data: memberships.map((membership) => ({ id: newId(), ...membership, validFrom: heldSince(now) })) });
  const facts = { organisations: organisationIds, memberships, personIds, accounts: house.accounts };
  return customersOf(facts, random);
}

/** Verkstedet gets a new floor. */
async function closeWorkshop(tx: Tx, house: House, today: LocalDate): Promise<Interval & { roomId: string }> {
  const roomId = house.rooms['verkstedet'] ?? '';
  const closure = { id: newId(), roomId, startsAt: dayBounds(today).start, endsAt: dayBounds(addDays(today, CLOSED_DAYS)).start };
  const createdAt = addMinutes(closure.startsAt, -3 * 1_440);
  const plan = {
    ...{ id: newId(), scope: 'room' as const, roomId, fromDate: toDateColumn(today), fromMinute: 0, endMinute: CLOSED_DAYS * 1_440 },
    ...{ requestKey: 'seed:workshop', createdById: house.accounts.manager, createdAt },
  };
  await tx.closurePlan.create({ data: plan, select: { id: true } });
  const reason = { reasonNb: 'Nytt golv', reasonEn: 'New floor' };
  await tx.closure.create({ data: { ...closure, ...reason, planId: plan.id, createdAt }, select: { id: true } });
  const { id: closureId, startsAt, endsAt } = closure;
  await tx.claim.create({ data: { id: newId(), roomId, startsAt, endsAt, closureId, createdAt }, select: { id: true } });
  return { roomId, start: startsAt, end: endsAt };
}

/** Prices bookings by the list of their date, as the booking form would. */
async function pricer(
  tx: Tx,
  rooms: readonly RoomWithRules[],
  bookings: readonly PlannedBooking[],
): Promise<(booking: PlannedBooking) => Quote> {
  const years = [...new Set(bookings.map(({ slot }) => localDateOf(slot.start).slice(0, 4)))];
  const contexts = new Map<string, PriceContext>();
  for (const year of years) contexts.set(year, await loadPriceContext(tx, `${year}-01-01` as LocalDate));
  const nowhere = { start: dayBounds('2000-01-01').start, end: dayBounds('2000-01-01').end };
  const items = new Map<string, Awaited<ReturnType<typeof loadEquipment>>>();
  for (const { room } of rooms) items.set(room.id, await loadEquipment(tx, { roomId: room.id, window: nowhere }));
  return ({ room, slot, customer, equipment }) => {
    const prices = contexts.get(localDateOf(slot.start).slice(0, 4));
    if (!prices?.card || !prices.seller) throw new Error(`No price list for ${slot.start.toISOString()}`);
    const wished = equipment.flatMap(({ slug, quantity }) => {
      const item = items.get(room.room.id)?.find((candidate) => candidate.slug === slug);
      return item ? [{ item, quantity, period: slot }] : [];
    });
    const answer = quote({
      ...{ room: room.room, slot, groups: customer.groups, card: cardForRoom(prices.card, room.room.id), equipment: wished },
      ...{ rig: NO_RIG, seller: prices.seller, customer: PRIVATE_CUSTOMER, vatCodes: prices.vatCodes },
    });
    if (!answer.ok) throw new Error(`No price for ${room.room.slug} at ${slot.start.toISOString()}: ${answer.code}`);
    return answer.value;
  };
}
