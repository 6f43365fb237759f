/** The house without bookings: buildings, rooms, hours, prices, seller, and the demo accounts. Tests start from here. */
import type { Tx } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';
import { localDateOf, toInstantOrAfterGap } from '~/lib/local-time';
import { type SellerSettings, SELLER_SETTING } from '~/modules/organisations/seller/seller.schema';
import { now as clockNow } from '~/infrastructure/clock.server';
import { accountRows, type AccountIds, heldSince, organisationRows, type OrganisationIds } from './account-rows';
import { TENANT_OF } from './customers';
import { PERMANENT_ACTORS } from './data/organisations';
import { SELLER } from './data/seller';
import {
  buildingRows,
  equipmentRows,
  handoverItemRows,
  type HouseIds,
  holidayRows,
  neighbourRows,
  houseStart,
  openingHoursRows,
  policyRows,
  rateCardRows,
  rateRows,
  roomEquipmentRows,
  roomRows,
  supportRows,
  vatCodeRows,
} from './house-rows';

export type House = HouseIds & {
  /** Person ids of the demo accounts: musician, tenant, host, bookkeeper, coordinator, manager. */
  readonly accounts: AccountIds;
  /** Ids of the permanent actors by name; the tenant books for `Raknehaug lyd`. */
  readonly organisations: OrganisationIds;
};

/** Fills an empty database with the house around `now`, and gives back the ids. */
export async function seedHouse(client: Tx, { now = clockNow() }: { now?: Date } = {}): Promise<House> {
  const ids = await furnishHouse(client, SELLER, now);
  const accounts = await insertAccounts(client, now);
  const organisations = await insertOrganisations(client, accounts, now);
  return { ...ids, accounts, organisations };
}

/** Rooms, hours, equipment, policies, VAT codes, price lists and the seller, and nobody in it. */
export async function furnishHouse(client: Tx, seller: SellerSettings, now: Date): Promise<HouseIds> {
  const ids = await insertRooms(client, now);
  await insertPrices(client, ids, seller, now);
  return ids;
}

async function insertRooms(client: Tx, now: Date): Promise<HouseIds> {
  const thisYear = yearOf(now);
  const buildings = buildingRows();
  const policies = policyRows();
  const rooms = roomRows(idsBySlug(buildings), idsBySlug(policies));
  const equipment = equipmentRows();
  const ids = { rooms: idsBySlug(rooms), equipment: idsBySlug(equipment) };
  await client.building.createMany({ data: buildings });
  await client.cancellationPolicy.createMany({ data: policies });
  await client.room.createMany({ data: rooms });
  await client.roomNeighbour.createMany({ data: neighbourRows(ids) });
  await client.openingHours.createMany({ data: openingHoursRows(ids, houseStart(thisYear)) });
  await client.openingException.createMany({ data: holidayRows(thisYear - 1, thisYear + 2) });
  await client.equipmentItem.createMany({ data: equipment });
  await client.handoverItem.createMany({ data: handoverItemRows() });
  await client.roomEquipment.createMany({ data: roomEquipmentRows(ids) });
  return ids;
}

async function insertPrices(client: Tx, ids: HouseIds, seller: SellerSettings, now: Date): Promise<void> {
  const thisYear = yearOf(now);
  const start = houseStart(thisYear);
  const cards = rateCardRows(thisYear);
  await client.vatCode.createMany({ data: vatCodeRows(start) });
  await client.rateCard.createMany({ data: cards.map(({ id, name, validFrom }) => ({ id, name, validFrom })) });
  await client.rate.createMany({ data: cards.flatMap(({ id, offset }) => rateRows(id, offset, ids)) });
  await client.support.createMany({ data: cards.flatMap(({ id }) => supportRows(id)) });
  await client.setting.create({
    data: { id: newId(), key: SELLER_SETTING, value: seller, validFrom: toInstantOrAfterGap(start, 0) },
    select: { id: true },
  });
}

async function insertAccounts(client: Tx, now: Date): Promise<AccountIds> {
  const { people, roles, groups, ids } = accountRows(now);
  await client.person.createMany({ data: people });
  await client.staffRole.createMany({ data: roles });
  await client.customerGroupMember.createMany({ data: groups });
  return ids;
}

async function insertOrganisations(client: Tx, accounts: AccountIds, now: Date): Promise<OrganisationIds> {
  const { organisations, groups, ids } = organisationRows(PERMANENT_ACTORS, now);
  await client.organisation.createMany({ data: organisations });
  await client.customerGroupMember.createMany({ data: groups });
  await client.membership.create({
    data: { id: newId(), organisationId: ids[TENANT_OF] ?? '', personId: accounts.tenant, role: 'contact', validFrom: heldSince(now) },
    select: { id: true },
  });
  return ids;
}

function yearOf(now: Date): number {
  return Number(localDateOf(now).slice(0, 4));
}

function idsBySlug(rows: readonly { id: string; slug: string }[]): Record<string, string> {
  return Object.fromEntries(rows.map(({ slug, id }) => [slug, id]));
}
