/** retained: what a customer has given up of a booking and does not get back. */
export type QuoteLineKind = 'room' | 'equipment' | 'service' | 'support' | 'retained';
export type QuantityUnit = 'hour' | 'piece';

/** A line of a price before VAT. */
export interface UntaxedLine {
  readonly kind: QuoteLineKind;
  readonly labelNb: string;
  readonly labelEn: string;
  readonly unit: QuantityUnit;
  /** Thousandths of the unit: 2 h 30 min = 2500. */
  readonly quantityMilli: number;
  readonly unitNetOre: number;
  readonly netOre: number;
  readonly vatCode: string;
}
