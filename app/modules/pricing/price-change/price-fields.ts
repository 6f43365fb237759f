/** The fields of the form of a room's prices. */
import { typedKroner } from '~/lib/format-money';
import { CUSTOMER_GROUPS } from '../../organisations/customer-group';
import type { PricedGroup, PriceRow } from './price-week';

export const MOST_ROWS = 21;

/** Everybody first. */
export const PRICED_GROUPS: readonly PricedGroup[] = [null, ...CUSTOMER_GROUPS];

/** Name of the field with the price of a row for a group. */
export function priceField(index: number, group: PricedGroup): string {
  return group === null ? `pris${index}` : `pris${index}_${group}`;
}

/** Prices as they stand in the fields. */
export function priceFields(rows: readonly PriceRow[]): Record<string, string> {
  return Object.fromEntries(
    rows.flatMap(({ weekdays, fromMinute, toMinute, prices }, index): [string, string][] => [
      [`dager${index}`, weekdays.join('')],
      [`fra${index}`, clock(fromMinute)],
      [`til${index}`, clock(toMinute)],
      ...[...prices].map(([group, ore]): [string, string] => [priceField(index, group), typedKroner(ore)]),
    ]),
  );
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
