/** The house as rows: pure, so that one insert a table is enough. */
import { newId } from '~/lib/ids.server';
import { addDays, type LocalDate, toDateColumn } from '~/lib/local-time';
import { BUILDINGS } from './data/buildings';
import { CANCELLATION_POLICIES } from './data/cancellation-policies';
import { EQUIPMENT } from './data/equipment';
import { HANDOVER_ITEMS } from './data/handover-items';
import { holidayExceptions } from './data/holidays';
import { DAYTIME, HOUSE_PRICE_BP, HOUSE_PRICE_GROUP, SUPPORTS, WEEKDAYS, WEEKEND, YEARLY_RISE_BP } from './data/prices';
import { ROOMS } from './data/rooms';
import type { SeedRoom } from './data/seed-room';
import { NEIGHBOURS, SOUNDS } from './data/sounds';
import { VAT_CODES } from './data/vat-codes';
import type { RoomKind } from '~/modules/rooms/room';

const EXEMPT = '6';
const STANDARD = '3';
/** 25 % VAT in a gross price: a fifth of it. */
const NET_OF_GROSS = 80;
const ORE = 100;
const CLEANING = 'sluttvask';
const ALL_WEEK = { weekdays: [...WEEKDAYS, ...WEEKEND], fromMinute: 0, toMinute: 1_440 };

export type HouseIds = {
  /** Room ids by slug. */
  readonly rooms: Readonly<Record<string, string>>;
  /** Equipment ids by slug. */
  readonly equipment: Readonly<Record<string, string>>;
};

export function buildingRows() {
  return BUILDINGS.map(({ slug, name, entrance }, index) => ({
    id: newId(),
    slug,
    name,
    position: index + 1,
    entranceNb: entrance.nb,
    entranceEn: entrance.en,
  }));
}

export function policyRows() {
  return CANCELLATION_POLICIES.map(({ slug, tiers }) => ({ id: newId(), slug, tiers: tiers.map((tier) => ({ ...tier })) }));
}

export function roomRows(buildingIds: Readonly<Record<string, string>>, policyIds: Readonly<Record<string, string>>) {
  const ids = new Map(ROOMS.map(({ slug }) => [slug, newId()]));
  return ROOMS.map((room, index) => ({
    id: ids.get(room.slug) ?? '',
    parentId: room.partOf === undefined ? null : (ids.get(room.partOf) ?? ''),
    buildingId: buildingIds[room.building] ?? '',
    cancellationPolicyId: policyIds[room.policy] ?? '',
    slug: room.slug,
    name: room.name,
    kind: room.kind,
    soundClass: SOUNDS[room.slug] ?? ('ordinary' as const),
    planNumber: room.planNumber,
    position: index + 1,
    squareMetres: room.squareMetres,
    capacity: room.capacity,
    stepFree: room.stepFree,
    floorNb: room.floor.nb,
    floorEn: room.floor.en,
    summaryNb: room.summary.nb,
    summaryEn: room.summary.en,
    descriptionNb: room.description.nb,
    descriptionEn: room.description.en,
    accessibilityNb: room.accessibility.nb,
    accessibilityEn: room.accessibility.en,
    rulesNb: room.rules.nb,
    rulesEn: room.rules.en,
    includedNb: [...room.included.nb],
    includedEn: [...room.included.en],
    setupMinutes: room.setupMinutes,
    cleanupMinutes: room.cleanupMinutes,
    minMinutes: room.minMinutes,
    maxMinutes: room.maxMinutes,
    noticeMinutes: room.noticeMinutes,
    horizonDays: room.horizonDays,
  }));
}

export function openingHoursRows(ids: HouseIds, validFrom: LocalDate) {
  return ROOMS.flatMap((room) =>
    room.hours.flatMap(({ weekdays, from, to }) =>
      weekdays.map((weekday) => ({
        id: newId(),
        roomId: ids.rooms[room.slug] ?? '',
        weekday,
        fromMinute: from,
        toMinute: to,
        validFrom: toDateColumn(validFrom),
      })),
    ),
  );
}

export function holidayRows(fromYear: number, toYear: number) {
  return holidayExceptions(fromYear, toYear).map((exception) => ({ id: newId(), ...exception, date: toDateColumn(exception.date) }));
}

export function equipmentRows() {
  return EQUIPMENT.map((item, index) => ({
    id: newId(),
    slug: item.slug,
    nameNb: item.name.nb,
    nameEn: item.name.en,
    descriptionNb: item.description.nb,
    descriptionEn: item.description.en,
    kind: item.kind ?? ('equipment' as const),
    unit: item.kind === 'staff' ? ('hour' as const) : ('piece' as const),
    minMinutes: item.minMinutes ?? 0,
    noticeMinutes: item.noticeMinutes ?? 0,
    quantity: item.quantity,
    netPriceOre: item.grossKroner * NET_OF_GROSS,
    vatCode: STANDARD,
    position: index + 1,
  }));
}

export function roomEquipmentRows(ids: HouseIds) {
  return ROOMS.flatMap((room) =>
    room.equipment.map((slug) => ({
      roomId: ids.rooms[room.slug] ?? '',
      equipmentItemId: ids.equipment[slug] ?? '',
      requiredFromPeople: slug === CLEANING ? (room.cleaningFrom ?? null) : null,
    })),
  );
}

export function handoverItemRows() {
  return Object.entries(HANDOVER_ITEMS).flatMap(([roomKind, items]) =>
    items.map(({ nb, en }, index) => ({ id: newId(), roomKind: roomKind as RoomKind, position: index + 1, textNb: nb, textEn: en })),
  );
}

export function vatCodeRows(validFrom: LocalDate) {
  return VAT_CODES.map((code) => ({ id: newId(), ...code, validFrom: toDateColumn(validFrom) }));
}

/** The rooms that hear each other, each pair once and in order. */
export function neighbourRows({ rooms }: Pick<HouseIds, 'rooms'>) {
  return NEIGHBOURS.map(({ rooms: slugs, effect }) => {
    const [roomId = '', neighbourId = ''] = slugs.map((slug) => rooms[slug] ?? '').toSorted();
    return { roomId, neighbourId, effect };
  });
}

/** The price lists of last year, this year and next year: the rooms' prices are this year's. */
export function rateCardRows(thisYear: number) {
  return [-1, 0, 1].map((offset) => ({
    id: newId(),
    name: `Priser ${thisYear + offset}`,
    validFrom: toDateColumn(`${thisYear + offset}-01-01` as LocalDate),
    offset,
  }));
}

export function rateRows(rateCardId: string, offset: number, ids: HouseIds) {
  return ROOMS.flatMap((room) => {
    const ordinary = roomRates(room, (kroner) => inYear(kroner, offset));
    const house = roomRates(room, (kroner) => inYear((kroner * HOUSE_PRICE_BP) / 10_000, offset));
    const rig =
      room.rigKroner === undefined
        ? []
        : [{ ...ALL_WEEK, netPerHourOre: inYear(room.rigKroner, offset) * ORE, group: null, purpose: 'rig' as const }];
    return [
      ...ordinary.map((rate) => ({ ...rate, group: null })),
      ...house.map((rate) => ({ ...rate, group: HOUSE_PRICE_GROUP })),
      ...rig,
    ].map((rate) => ({ id: newId(), rateCardId, roomId: ids.rooms[room.slug] ?? '', vatCode: EXEMPT, ...rate }));
  });
}

export function supportRows(rateCardId: string) {
  return SUPPORTS.map((support) => ({ id: newId(), rateCardId, ...support }));
}

/** The bands of a week; together they cover every minute of it. */
function roomRates(room: SeedRoom, price: (kroner: number) => number) {
  const daytime = price(room.daytimeKroner) * ORE;
  const evening = price(room.eveningKroner) * ORE;
  return [
    { weekdays: WEEKDAYS, fromMinute: 0, toMinute: DAYTIME.fromMinute, netPerHourOre: evening },
    { weekdays: WEEKDAYS, ...DAYTIME, netPerHourOre: daytime },
    { weekdays: WEEKDAYS, fromMinute: DAYTIME.toMinute, toMinute: 1_440, netPerHourOre: evening },
    { weekdays: WEEKEND, fromMinute: 0, toMinute: 1_440, netPerHourOre: evening },
  ];
}

/** Whole five kroner; this year's ordinary prices are multiples of five already. */
function inYear(kroner: number, offset: number): number {
  return Math.round((kroner * (10_000 + offset * YEARLY_RISE_BP)) / 10_000 / 5) * 5;
}

/** The first day that anything in the house holds for. */
export function houseStart(thisYear: number): LocalDate {
  return addDays(`${thisYear - 1}-01-01` as LocalDate, 0);
}
