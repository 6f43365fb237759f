/** Reads of rooms: the facts that decisions need, and the catalogue as pages show it. */
import { Prisma, db, type Tx } from '~/infrastructure/db.server';
import type { BilingualText } from '~/lib/locale';
import type { LocalDate } from '~/lib/local-time';
import type { OpeningExceptionRule, OpeningRule } from './opening-hours';
import type { RoomFacts, RoomKind } from './room';
import type { NeighbourEffect, SoundClass } from './sound-class';

/** Refund when cancelled at least this long before the start; later than the last tier nothing is refunded. */
export type CancellationTier = { readonly hoursBefore: number; readonly refundBp: number };

/** What lists tell of a room beside its rules. */
export type RoomAbout = {
  readonly planNumber: number | null;
  readonly squareMetres: number;
  readonly stepFree: boolean;
  readonly buildingName: string;
} & RoomDivision;

/** A divisible room and its parts: whoever has one has none of the other. */
export type RoomDivision = {
  /** The room that this one is a part of. */
  readonly whole: RoomRef | null;
  /** Its parts, in the order of the board; none when it cannot be divided. */
  readonly parts: readonly RoomRef[];
};

export type RoomRef = { readonly id: string; readonly slug: string; readonly name: string };

export type RoomWithRules = {
  readonly room: RoomFacts;
  readonly about: RoomAbout;
  /** The room's own weekly hours. */
  readonly openingRules: readonly OpeningRule[];
  /** The room's own exceptions, its building's and those of the whole house. */
  readonly exceptions: readonly OpeningExceptionRule[];
  readonly policy: readonly CancellationTier[];
  readonly sound: RoomSound;
};

/** How loud a room usually is, and the rooms that hear it; what is said of a whole holds for its parts, and the other way round. */
export type RoomSound = {
  readonly soundClass: SoundClass;
  readonly neighbours: readonly { readonly roomId: string; readonly effect: NeighbourEffect }[];
};

export type RoomFilter = {
  readonly roomIds?: readonly string[] | undefined;
  readonly slug?: string | undefined;
  readonly slugs?: readonly string[] | undefined;
  readonly kind?: RoomKind | undefined;
  /** Dates that the opening exceptions are wanted for, both included; without it, all of them. */
  readonly dates?: { readonly from: LocalDate; readonly to: LocalDate } | undefined;
};

type RoomRow = RoomFacts &
  RoomAbout &
  RoomSound & {
    readonly openingRules: OpeningRule[];
    readonly exceptions: OpeningExceptionRule[];
    readonly policy: CancellationTier[];
  };

/**
 * Rooms with the rules that decide when they can be booked, in the order of the board; one statement, whatever the number.
 * Without ids or slugs: all bookable rooms. A room that does not exist is left out.
 */
export async function loadRoomFacts(client: Tx, { roomIds, slug, slugs, kind, dates }: RoomFilter = {}): Promise<RoomWithRules[]> {
  const named = roomIds !== undefined || slug !== undefined || slugs !== undefined;
  const rows = await client.$queryRaw<RoomRow[]>`
    SELECT r.id::text, r.slug, r.name, r.kind::text AS kind, b.slug AS "buildingSlug", b.name AS "buildingName",
      r.plan_number AS "planNumber", r.square_metres AS "squareMetres", r.step_free AS "stepFree", r.capacity,
      r.setup_minutes AS "setupMinutes", r.cleanup_minutes AS "cleanupMinutes", r.min_minutes AS "minMinutes",
      r.max_minutes AS "maxMinutes", r.notice_minutes AS "noticeMinutes", r.horizon_days AS "horizonDays", r.bookable,
      CASE WHEN r.requires_approval THEN r.approval_hours END AS "approvalHours",
      p.tiers AS policy, r.sound_class::text AS "soundClass",
      (SELECT coalesce(json_agg(json_build_object('roomId', pair.other, 'effect', pair.effect)), '[]') FROM (
          SELECT n.room_id AS own, n.neighbour_id AS other, n.effect FROM room_neighbour n
          UNION ALL SELECT n.neighbour_id, n.room_id, n.effect FROM room_neighbour n) pair
        JOIN room own ON own.id = pair.own
        WHERE own.id = r.id OR own.id = r.parent_id OR own.parent_id = r.id) AS neighbours,
      (SELECT json_build_object('id', w.id, 'slug', w.slug, 'name', w.name) FROM room w WHERE w.id = r.parent_id) AS whole,
      (SELECT coalesce(json_agg(json_build_object('id', part.id, 'slug', part.slug, 'name', part.name) ORDER BY part.position), '[]')
        FROM room part WHERE part.parent_id = r.id) AS parts,
      (SELECT coalesce(json_agg(json_build_object('weekday', h.weekday, 'fromMinute', h.from_minute, 'toMinute', h.to_minute,
          'validFrom', h.valid_from::text, 'validTo', h.valid_to::text) ORDER BY h.weekday, h.from_minute), '[]')
        FROM opening_hours h WHERE h.room_id = r.id) AS "openingRules",
      (SELECT coalesce(json_agg(json_build_object('date', e.date::text, 'roomId', e.room_id, 'buildingId', e.building_id, 'fromMinute', e.from_minute,
          'toMinute', e.to_minute, 'reasonNb', e.reason_nb, 'reasonEn', e.reason_en) ORDER BY e.date, e.from_minute), '[]')
        FROM opening_exception e WHERE (e.room_id = r.id OR e.building_id = r.building_id OR (e.room_id IS NULL AND e.building_id IS NULL)) AND ${withinDates(dates)}) AS exceptions
    FROM room r
    JOIN building b ON b.id = r.building_id
    JOIN cancellation_policy p ON p.id = r.cancellation_policy_id
    WHERE ${named ? Prisma.sql`true` : Prisma.sql`r.bookable`}
      ${roomIds === undefined ? Prisma.empty : Prisma.sql`AND r.id = ANY(${[...roomIds]}::uuid[])`}
      ${slug === undefined ? Prisma.empty : Prisma.sql`AND r.slug = ${slug}`}
      ${slugs === undefined ? Prisma.empty : Prisma.sql`AND r.slug = ANY(${[...slugs]})`}
      ${kind === undefined ? Prisma.empty : Prisma.sql`AND r.kind = ${kind}::room_kind`}
    ORDER BY b.position, r.position`;
  return rows.map(toRoomWithRules);
}

/** A room in the catalogue, with its texts in both languages. */
export type RoomListItem = Omit<RoomFacts, 'setupMinutes' | 'cleanupMinutes' | 'noticeMinutes'> &
  RoomAbout & {
    readonly floor: BilingualText;
    readonly summary: BilingualText;
  };

/** All bookable rooms in the order of the board. */
export async function listRooms(client: Tx = db): Promise<RoomListItem[]> {
  const rooms = await client.room.findMany({
    where: { bookable: true },
    orderBy: [{ building: { position: 'asc' } }, { position: 'asc' }],
    select: LIST_FIELDS,
  });
  return rooms.map(toListItem);
}

/** Everything that the page of a room tells. */
export type RoomPage = RoomListItem & {
  readonly setupMinutes: number;
  readonly cleanupMinutes: number;
  readonly noticeMinutes: number;
  readonly description: BilingualText;
  readonly accessibility: BilingualText;
  readonly rules: BilingualText;
  readonly included: { readonly nb: readonly string[]; readonly en: readonly string[] };
  readonly entrance: BilingualText;
  readonly equipment: readonly RoomEquipment[];
  readonly openingRules: readonly OpeningRule[];
  readonly policy: readonly CancellationTier[];
};

/** Something that can be added to a booking, with its price without VAT. */
export type RoomEquipment = {
  readonly id: string;
  readonly slug: string;
  readonly name: BilingualText;
  readonly description: BilingualText;
  readonly quantity: number;
  readonly netPriceOre: number;
  readonly vatCode: string;
};

/** A bookable room by its slug, or null. */
export async function findRoomPage(slug: string, client: Tx = db): Promise<RoomPage | null> {
  const [room, facts] = await Promise.all([
    client.room.findFirst({ where: { slug, bookable: true }, select: PAGE_FIELDS }),
    loadRoomFacts(client, { slug }),
  ]);
  const rules = facts[0];
  if (!room || !rules) return null;
  return {
    ...toListItem(room),
    setupMinutes: rules.room.setupMinutes,
    cleanupMinutes: rules.room.cleanupMinutes,
    noticeMinutes: rules.room.noticeMinutes,
    description: { nb: room.descriptionNb, en: room.descriptionEn },
    accessibility: { nb: room.accessibilityNb, en: room.accessibilityEn },
    rules: { nb: room.rulesNb, en: room.rulesEn },
    included: { nb: room.includedNb, en: room.includedEn },
    entrance: { nb: room.building.entranceNb, en: room.building.entranceEn },
    equipment: room.equipment
      .map(({ item }) => item)
      .toSorted((a, b) => a.position - b.position)
      .map(({ id, slug: itemSlug, nameNb, nameEn, descriptionNb, descriptionEn, quantity, netPriceOre, vatCode }) => ({
        id,
        slug: itemSlug,
        name: { nb: nameNb, en: nameEn },
        description: { nb: descriptionNb, en: descriptionEn },
        quantity,
        netPriceOre,
        vatCode,
      })),
    openingRules: rules.openingRules,
    policy: rules.policy,
  };
}

const LIST_FIELDS = {
  id: true,
  slug: true,
  name: true,
  kind: true,
  planNumber: true,
  squareMetres: true,
  capacity: true,
  stepFree: true,
  minMinutes: true,
  maxMinutes: true,
  horizonDays: true,
  bookable: true,
  requiresApproval: true,
  approvalHours: true,
  floorNb: true,
  floorEn: true,
  summaryNb: true,
  summaryEn: true,
  building: { select: { slug: true, name: true, entranceNb: true, entranceEn: true } },
  parent: { select: { id: true, slug: true, name: true } },
  parts: { orderBy: { position: 'asc' }, select: { id: true, slug: true, name: true } },
} satisfies Prisma.RoomSelect;

const PAGE_FIELDS = {
  ...LIST_FIELDS,
  descriptionNb: true,
  descriptionEn: true,
  accessibilityNb: true,
  accessibilityEn: true,
  rulesNb: true,
  rulesEn: true,
  includedNb: true,
  includedEn: true,
  equipment: {
    select: {
      item: {
        select: {
          id: true,
          slug: true,
          nameNb: true,
          nameEn: true,
          descriptionNb: true,
          descriptionEn: true,
          quantity: true,
          netPriceOre: true,
          vatCode: true,
          position: true,
        },
      },
    },
  },
} satisfies Prisma.RoomSelect;

type ListRow = Prisma.RoomGetPayload<{ select: typeof LIST_FIELDS }>;

function toListItem(room: ListRow): RoomListItem {
  const { id, slug, name, kind, planNumber, squareMetres, capacity, stepFree, minMinutes, maxMinutes, horizonDays, bookable } = room;
  return {
    ...{ id, slug, name, kind, planNumber, squareMetres, capacity, stepFree, minMinutes, maxMinutes, horizonDays, bookable },
    buildingSlug: room.building.slug,
    buildingName: room.building.name,
    approvalHours: room.requiresApproval ? room.approvalHours : null,
    whole: room.parent,
    parts: room.parts,
    floor: { nb: room.floorNb, en: room.floorEn },
    summary: { nb: room.summaryNb, en: room.summaryEn },
  };
}

function withinDates(dates: RoomFilter['dates']): Prisma.Sql {
  return dates ? Prisma.sql`e.date BETWEEN ${dates.from}::date AND ${dates.to}::date` : Prisma.sql`true`;
}

function toRoomWithRules(row: RoomRow): RoomWithRules {
  const {
    planNumber,
    squareMetres,
    stepFree,
    buildingName,
    whole,
    parts,
    openingRules,
    exceptions,
    policy,
    soundClass,
    neighbours,
    ...room
  } = row;
  return {
    room,
    about: { planNumber, squareMetres, stepFree, buildingName, whole, parts },
    openingRules,
    exceptions,
    policy,
    sound: { soundClass, neighbours },
  };
}
