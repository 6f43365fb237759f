import type { Tx } from '~/infrastructure/db.server';
import type { Interval } from '~/lib/interval';
import type { BilingualText } from '~/lib/locale';
import type { AddOnKind } from './add-on';

/** A use of an item by some booking that overlaps the window asked about. */
export type EquipmentUseFact = Interval & {
  readonly quantity: number;
  /** Deadline of the hold it belongs to; none for what is settled. */
  readonly holdExpiresAt: Date | null;
};

/** Something that can be added to a booking of the room, with who else has it in the window. */
export type EquipmentFacts = {
  readonly id: string;
  readonly slug: string;
  readonly nameNb: string;
  readonly nameEn: string;
  readonly descriptionNb: string;
  readonly descriptionEn: string;
  /** How many the house has, shared by all rooms that offer it. */
  readonly quantity: number;
  readonly netPriceOre: number;
  readonly vatCode: string;
  readonly kind: AddOnKind;
  /** The least time that is charged for, for people. */
  readonly minMinutes: number;
  /** How long before the booking it must be ordered. */
  readonly noticeMinutes: number;
  /** From how many people the room does not go without it; null: as one likes. */
  readonly requiredFromPeople: number | null;
  readonly uses: readonly EquipmentUseFact[];
};

export type ItemNames = Readonly<Record<string, BilingualText>>;

type Row = Omit<EquipmentFacts, 'uses'> & {
  readonly uses: { startMs: number; endMs: number; quantity: number; holdMs: number | null }[];
};

/** The equipment that a room offers, in its order, with its uses in the window; one statement. */
export async function loadEquipment(
  client: Tx,
  {
    roomId,
    window,
    exceptOccurrenceIds = [],
  }: {
    readonly roomId: string;
    readonly window: Interval;
    /** Whose uses are left out: they move. */
    readonly exceptOccurrenceIds?: readonly string[] | undefined;
  },
): Promise<EquipmentFacts[]> {
  const rows = await client.$queryRaw<Row[]>`
    SELECT i.id::text, i.slug, i.name_nb AS "nameNb", i.name_en AS "nameEn", i.description_nb AS "descriptionNb",
      i.description_en AS "descriptionEn", i.quantity, i.net_price_ore AS "netPriceOre", i.vat_code AS "vatCode",
      i.kind::text AS kind, i.min_minutes AS "minMinutes", i.notice_minutes AS "noticeMinutes", re.required_from_people AS "requiredFromPeople",
      (SELECT coalesce(json_agg(json_build_object(
          'startMs', extract(epoch FROM u.starts_at) * 1000, 'endMs', extract(epoch FROM u.ends_at) * 1000, 'quantity', u.quantity,
          'holdMs', CASE WHEN b.state IN ('held', 'requested') THEN extract(epoch FROM b.hold_expires_at) * 1000 END)), '[]')
        FROM equipment_use u
        JOIN occurrence o ON o.id = u.occurrence_id
        JOIN booking b ON b.id = o.booking_id
        WHERE u.equipment_item_id = i.id AND u.active
          AND u.starts_at < ${window.end}::timestamptz AND u.ends_at > ${window.start}::timestamptz
          AND u.starts_at > ${window.start}::timestamptz - interval '2 days'
          AND NOT coalesce(u.occurrence_id = ANY (${[...exceptOccurrenceIds]}::uuid[]), false)) AS uses
    FROM room_equipment re
    JOIN equipment_item i ON i.id = re.equipment_item_id
    WHERE re.room_id = ${roomId}::uuid AND i.retired_at IS NULL
    ORDER BY i.position`;
  return rows.map(({ uses, ...item }) => ({ ...item, uses: uses.map(toUse) }));
}

/** Names of things and services by their id, for what was refused or asked for before; no statement when none is meant. */
export async function findItemNames(client: Tx, itemIds: readonly string[]): Promise<ItemNames> {
  if (itemIds.length === 0) return {};
  const items = await client.equipmentItem.findMany({
    where: { id: { in: [...itemIds] } },
    select: { id: true, nameNb: true, nameEn: true },
  });
  return Object.fromEntries(items.map(({ id, nameNb, nameEn }) => [id, { nb: nameNb, en: nameEn }]));
}

/** Ids of all that can be added anywhere, by slug. */
export async function loadEquipmentIds(client: Tx): Promise<ReadonlyMap<string, string>> {
  const items = await client.equipmentItem.findMany({ where: { retiredAt: null }, select: { id: true, slug: true } });
  return new Map(items.map(({ id, slug }) => [slug, id]));
}

function toUse({ startMs, endMs, quantity, holdMs }: Row['uses'][number]): EquipmentUseFact {
  return { start: new Date(startMs), end: new Date(endMs), quantity, holdExpiresAt: holdMs === null ? null : new Date(holdMs) };
}
