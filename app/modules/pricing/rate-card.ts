import type { LocalDate } from '~/lib/local-time';
import type { RoomKind } from '../rooms/room';
import type { CustomerGroup } from './customer-group';

/** Price of one hour without VAT, for a room, a kind of room, or (neither) every room. */
export interface Rate {
  readonly id: string;
  readonly roomId: string | null;
  readonly roomKind: RoomKind | null;
  /** Null: for everyone. */
  readonly group: CustomerGroup | null;
  /** ISO weekdays, Monday = 1. */
  readonly weekdays: readonly number[];
  /** Band of the wall clock within one day, half-open: 0 ≤ from < to ≤ 1440. */
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly netPerHourOre: number;
  readonly vatCode: string;
}

/** The share of the room hire that somebody else pays for a customer group. */
export interface Support {
  readonly group: CustomerGroup;
  /** Null: for every kind of room. */
  readonly roomKind: RoomKind | null;
  readonly shareBp: number;
  /** Whether it holds for time to rig as well. */
  readonly coversRig: boolean;
  readonly labelNb: string;
  readonly labelEn: string;
  readonly payerNb: string;
  readonly payerEn: string;
}

/** A price list, in force from a date until the next one. */
export interface RateCardFacts {
  readonly id: string;
  readonly name: string;
  readonly validFrom: LocalDate;
  /** For using a room. */
  readonly rates: readonly Rate[];
  /** For rigging in it, before and after. */
  readonly rigRates: readonly Rate[];
  readonly supports: readonly Support[];
}

/** A VAT code by its SAF-T standard code, dated. */
export interface VatCodeFact {
  readonly code: string;
  /** Null: no VAT is computed (exempt or outside). */
  readonly rateBp: number | null;
  /** Category of Peppol BIS Billing: S, Z, E, O, … */
  readonly peppol: string;
  readonly nameNb: string;
  readonly nameEn: string;
  readonly reasonNb: string | null;
  readonly reasonEn: string | null;
  readonly validFrom: LocalDate;
  /** The last date it holds; null: until further notice. */
  readonly validTo: LocalDate | null;
}

/** The price list in force on a date: the one with the latest start not after it. */
export function rateCardOn<Card extends { readonly validFrom: LocalDate }>(cards: readonly Card[], date: LocalDate): Card | null {
  const started = cards.filter((card) => card.validFrom <= date);
  return started.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0] ?? null;
}
