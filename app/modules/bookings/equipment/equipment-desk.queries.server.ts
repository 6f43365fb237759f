/** Equipment and services as the desk sees them: what there is, what is out, what is promised. */
import { db } from '~/infrastructure/db.server';
import type { Interval } from '~/lib/interval';
import type { BilingualText } from '~/lib/locale';
import { type LocalDate, localDateOf } from '~/lib/local-time';
import type { AddOnKind } from '../../rooms/add-on';
import { grossPiecePrice } from '../../pricing/equipment-price';
import type { VatCodeFact } from '../../pricing/rate-card';
import { loadVatCodes } from '../../pricing/rate-card.queries.server';
import { findItem, type StoredItem } from './equipment.repository.server';

export interface EquipmentLine {
  readonly id: string;
  readonly name: BilingualText;
  readonly kind: AddOnKind;
  readonly quantity: number;
  readonly netPriceOre: number;
  /** What a customer pays for one, VAT included. */
  readonly grossPriceOre: number;
  /** Since when it is not offered. */
  readonly retiredAt: Date | null;
  /** Rooms that offer it, in the order of the house. */
  readonly rooms: readonly string[];
  /** Pieces or people out at this moment. */
  readonly outNow: number;
  /** Uses that begin later, and the first of them. */
  readonly ahead: number;
  readonly nextAt: Date | null;
}

export interface EquipmentPage {
  readonly items: readonly EquipmentLine[];
  readonly total: number;
  readonly page: number;
}

type Row = Omit<EquipmentLine, 'name' | 'grossPriceOre'> & { nameNb: string; nameEn: string; vatCode: string; total: number };

/** A page of all items, those still offered first; one statement, and one for VAT. */
export async function listEquipment({ page, size }: { page: number; size: number }, now: Date): Promise<EquipmentPage> {
  const [rows, vatCodes] = await Promise.all([findRows(now, { size, offset: (page - 1) * size }), loadVatCodes(db, localDateOf(now))]);
  const toLine = lineOn(localDateOf(now), vatCodes);
  return { items: rows.map(toLine), total: rows[0]?.total ?? 0, page };
}

function lineOn(on: LocalDate, vatCodes: readonly VatCodeFact[]) {
  return ({ nameNb, nameEn, vatCode, total: _, ...row }: Row): EquipmentLine => ({
    ...row,
    name: { nb: nameNb, en: nameEn },
    grossPriceOre: grossPiecePrice({ netPriceOre: row.netPriceOre, vatCode }, vatCodes, on),
  });
}

export interface EquipmentUseLine extends Interval {
  readonly bookingId: string;
  readonly reference: string;
  /** Null for staff who may not see names. */
  readonly who: string | null;
  readonly roomName: string;
  readonly quantity: number;
}

/** A room that may offer an item. */
export type OfferingRoom = { readonly id: string; readonly name: string };

export interface EquipmentItemPage {
  readonly item: EquipmentLine;
  /** What staff set of it. */
  readonly terms: StoredItem;
  /** Every room of the house, in its order. */
  readonly houseRooms: readonly OfferingRoom[];
  /** Out now or promised ahead, in the order of time. */
  readonly uses: readonly EquipmentUseLine[];
  readonly total: number;
  readonly page: number;
}

/** One item with a page of its uses from now on; null when there is none such. */
export async function findEquipment(
  itemId: string,
  { page, size, withNames }: { page: number; size: number; withNames: boolean },
  now: Date,
): Promise<EquipmentItemPage | null> {
  const [[row], terms, houseRooms, uses, vatCodes] = await Promise.all([
    findRows(now, { itemId, size: 1, offset: 0 }),
    findItem(db, itemId),
    listOfferingRooms(),
    findUses(itemId, now, { size, offset: (page - 1) * size }),
    loadVatCodes(db, localDateOf(now)),
  ]);
  if (!row || !terms) return null;
  return {
    ...{ terms, houseRooms },
    item: lineOn(localDateOf(now), vatCodes)(row),
    uses: uses.map(({ total: _, who, ...use }) => ({ ...use, who: withNames ? who : null })),
    total: uses[0]?.total ?? 0,
    page,
  };
}

/** What staff set of an item now. */
export function findEquipmentTerms(itemId: string): Promise<StoredItem | null> {
  return findItem(db, itemId);
}

/** Every room of the house, in its order. */
export function listOfferingRooms(): Promise<OfferingRoom[]> {
  return db.room.findMany({ orderBy: [{ building: { position: 'asc' } }, { position: 'asc' }], select: { id: true, name: true } });
}

type Part = { readonly itemId?: string; readonly size: number; readonly offset: number };

function findRows(now: Date, { itemId, size, offset }: Part): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    SELECT i.id::text, i.name_nb AS "nameNb", i.name_en AS "nameEn", i.kind::text AS kind, i.quantity, i.net_price_ore AS "netPriceOre",
      i.vat_code AS "vatCode", i.retired_at AS "retiredAt", (count(*) OVER ())::int AS total,
      (SELECT coalesce(json_agg(r.name ORDER BY r.position), '[]') FROM room_equipment re JOIN room r ON r.id = re.room_id
        WHERE re.equipment_item_id = i.id) AS rooms,
      u.out_now::int AS "outNow", u.ahead::int AS ahead, u.next_at AS "nextAt"
    FROM equipment_item i
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(u.quantity) FILTER (WHERE u.starts_at <= ${now}::timestamptz), 0) AS out_now,
        count(*) FILTER (WHERE u.starts_at > ${now}::timestamptz) AS ahead,
        min(u.starts_at) FILTER (WHERE u.starts_at > ${now}::timestamptz) AS next_at
      FROM equipment_use u
      JOIN occurrence o ON o.id = u.occurrence_id
      JOIN booking b ON b.id = o.booking_id
      WHERE u.equipment_item_id = i.id AND u.active AND u.ends_at > ${now}::timestamptz
        AND (b.state <> 'held' OR b.hold_expires_at > ${now}::timestamptz)
    ) u
    WHERE ${itemId ?? null}::uuid IS NULL OR i.id = ${itemId ?? null}::uuid
    ORDER BY i.retired_at IS NOT NULL, i.position, i.id
    LIMIT ${size} OFFSET ${offset}`;
}

function findUses(itemId: string, now: Date, { size, offset }: Part): Promise<(EquipmentUseLine & { total: number })[]> {
  return db.$queryRaw<(EquipmentUseLine & { total: number })[]>`
    SELECT u.starts_at AS start, u.ends_at AS "end", u.quantity, b.id::text AS "bookingId", b.reference,
      coalesce(org.name, nullif(p.name, ''), p.email) AS who, r.name AS "roomName", (count(*) OVER ())::int AS total
    FROM equipment_use u
    JOIN occurrence o ON o.id = u.occurrence_id
    JOIN room r ON r.id = o.room_id
    JOIN booking b ON b.id = o.booking_id
    JOIN person p ON p.id = b.person_id
    LEFT JOIN organisation org ON org.id = b.organisation_id
    WHERE u.equipment_item_id = ${itemId}::uuid AND u.active AND u.ends_at > ${now}::timestamptz
      AND (b.state <> 'held' OR b.hold_expires_at > ${now}::timestamptz)
    ORDER BY u.starts_at, u.id
    LIMIT ${size} OFFSET ${offset}`;
}
