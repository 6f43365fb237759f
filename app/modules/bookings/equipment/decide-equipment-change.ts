import type { Interval } from '~/lib/interval';
import { ok, refuse, type Result } from '~/lib/result';
import type { AddOnKind } from '../../rooms/add-on';

/** What staff can change of an item: pieces or people the hub has, and its price in øre without VAT. */
export interface EquipmentTerms {
  readonly quantity: number;
  readonly netPriceOre: number;
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
  /** As it stood on the form. */
  readonly before: EquipmentTerms;
  readonly after: EquipmentTerms;
}

/**
 * Whether an item may be changed. A price may always be: bookings keep the one they were made at. A quantity may not fall below what
 * is promised at any moment from now on; cleaning is not counted.
 */
export function decideEquipmentChange(
  item: EquipmentTerms & { readonly kind: AddOnKind },
  { before, after }: EquipmentChange,
  promised: readonly PromisedUse[],
): Result<EquipmentTerms, EquipmentChangeRefusal> {
  if (isSame(item, after)) return ok(after);
  if (!isSame(item, before)) return refuse({ code: 'changed_meanwhile' });
  const short = item.kind === 'cleaning' || after.quantity >= item.quantity ? [] : shortAt(after.quantity, promised);
  return short.length > 0 ? refuse({ code: 'promised', short }) : ok(after);
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

function isSame(a: EquipmentTerms, b: EquipmentTerms): boolean {
  return a.quantity === b.quantity && a.netPriceOre === b.netPriceOre;
}
