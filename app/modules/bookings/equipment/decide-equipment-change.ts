import type { Interval } from '~/lib/interval';
import { ok, refuse, type Result } from '~/lib/result';
import type { AddOnKind } from '../../rooms/add-on';

/** What staff set of an item. */
export interface EquipmentTerms {
  readonly nameNb: string;
  readonly nameEn: string;
  readonly descriptionNb: string;
  readonly descriptionEn: string;
  /** Pieces or people the hub has. */
  readonly quantity: number;
  /** Price in øre without VAT. */
  readonly netPriceOre: number;
  /** The least time that is charged for, for people. */
  readonly minMinutes: number;
  /** How long before the booking it must be ordered. */
  readonly noticeMinutes: number;
  /** Rooms that offer it. */
  readonly roomIds: readonly string[];
}

/** Pieces that a booking has been promised. Holds past their deadline are left out. */
export interface PromisedUse extends Interval {
  readonly quantity: number;
  readonly bookingId: string;
  readonly reference: string;
}

export type EquipmentChangeRefusal =
  /** Somebody else has changed it since the form was shown. */
  | { code: 'changed_meanwhile' }
  /** More is promised than would be left: the bookings that would be short. */
  | { code: 'promised'; short: readonly PromisedUse[] };

export interface EquipmentChange {
  /** The version that stood on the form. */
  readonly version: number;
  readonly after: EquipmentTerms;
}

type Item = EquipmentTerms & { readonly kind: AddOnKind; readonly version: number };

/**
 * Whether an item may be changed; false when it stands so already. All but the quantity may always be: bookings keep what they were made
 * with. A quantity may not fall below what is promised at any moment from now on; cleaning is not counted.
 */
export function decideEquipmentChange(
  item: Item,
  { version, after }: EquipmentChange,
  promised: readonly PromisedUse[],
): Result<boolean, EquipmentChangeRefusal> {
  if (isSame(item, after)) return ok(false);
  if (item.version !== version) return refuse({ code: 'changed_meanwhile' });
  const short = item.kind === 'cleaning' || after.quantity >= item.quantity ? [] : shortAt(after.quantity, promised);
  return short.length > 0 ? refuse({ code: 'promised', short }) : ok(true);
}

/** What takes part in a moment when more is out than there would be, in the order of time. */
export function shortAt(quantity: number, promised: readonly PromisedUse[]): PromisedUse[] {
  const short = new Set<PromisedUse>();
  for (const { start } of promised) {
    const out = promised.filter((use) => use.start <= start && start < use.end);
    if (out.reduce((sum, use) => sum + use.quantity, 0) > quantity) for (const use of out) short.add(use);
  }
  return [...short].toSorted((a, b) => a.start.getTime() - b.start.getTime());
}

function isSame(item: EquipmentTerms, { roomIds, ...terms }: EquipmentTerms): boolean {
  const names = Object.keys(terms) as (keyof typeof terms)[];
  return names.every((name) => item[name] === terms[name]) && item.roomIds.toSorted().join() === roomIds.toSorted().join();
}
