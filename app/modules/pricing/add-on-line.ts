import { durationMinutes, type Interval } from '~/lib/interval';
import { formatClockSpan, formatDuration } from '~/lib/format-time';
import { timesMilli } from '~/lib/money';
import type { AddOnKind } from '../rooms/add-on';
import type { UntaxedLine } from './net-line';

export interface EquipmentPrice {
  readonly id: string;
  readonly kind: AddOnKind;
  readonly nameNb: string;
  readonly nameEn: string;
  /** Price of one piece for one booking, or of one person for an hour, without VAT. */
  readonly netPriceOre: number;
  readonly vatCode: string;
  /** The least time that is charged for; staff only. */
  readonly minMinutes: number;
}

export interface AddOnWish {
  readonly item: EquipmentPrice;
  readonly quantity: number;
  /** When people are there; what is priced by the booking does not look at it. */
  readonly period: Interval;
}

const MILLI = 1_000;

/** The line of an add-on with the VAT code of its item, before the seller is asked. */
export function addOnLine({ item, quantity, period }: AddOnWish): UntaxedLine {
  const { nameNb, nameEn, netPriceOre, vatCode } = item;
  if (item.kind !== 'staff') {
    const kind = item.kind === 'cleaning' ? 'service' : 'equipment';
    const quantityMilli = quantity * MILLI;
    const netOre = timesMilli(netPriceOre, quantityMilli);
    return { kind, labelNb: nameNb, labelEn: nameEn, unit: 'piece', quantityMilli, unitNetOre: netPriceOre, netOre, vatCode };
  }
  const quantityMilli = Math.round((quantity * Math.max(durationMinutes(period), item.minMinutes) * MILLI) / 60);
  return {
    kind: 'service',
    labelNb: staffLabel(nameNb, { item, quantity, period }, 'nb'),
    labelEn: staffLabel(nameEn, { item, quantity, period }, 'en'),
    unit: 'hour',
    quantityMilli,
    unitNetOre: netPriceOre,
    netOre: timesMilli(netPriceOre, quantityMilli),
    vatCode,
  };
}

const WORDS = {
  nb: { people: 'personer', least: 'minst' },
  en: { people: 'people', least: 'at least' },
} as const;

/** "Lydtekniker, 2 personer, kl. 19.00–20.00 (minst 3 t)". */
function staffLabel(name: string, { item, quantity, period }: AddOnWish, locale: 'nb' | 'en'): string {
  const { people, least } = WORDS[locale];
  const crew = quantity > 1 ? `, ${quantity} ${people}` : '';
  const minimum = durationMinutes(period) < item.minMinutes ? ` (${least} ${formatDuration(item.minMinutes, locale)})` : '';
  return `${name}${crew}, ${formatClockSpan(period.start, period.end, locale)}${minimum}`;
}
