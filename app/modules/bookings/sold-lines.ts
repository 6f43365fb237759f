import { formatDay } from '~/lib/format-time';
import type { Locale } from '~/lib/locale';
import type { LocalDate } from '~/lib/local-time';
import { sumOre } from '~/lib/money';
import type { SoldLine } from '../billing/checkout-params';
import type { PayableLine } from '../pricing/payable-lines';

/** Stripe takes at most 100 lines in a Checkout session; a receipt with more than this many is not read either. */
const MOST_LINES = 40;

/** A line of a booking of several dates says which of them it is for. */
export type DatedLine = PayableLine & { readonly date?: LocalDate };

/**
 * The lines of a booking as they stand on the receipt. When there are many, those of one name and VAT rate become one line with their
 * number, as the Wednesdays of a series do; when there still are too many, all of one kind and rate do.
 */
export function soldLines(lines: readonly DatedLine[], locale: Locale): SoldLine[] {
  const paid = lines.filter((line) => line.grossOre > 0);
  const single = paid.map((line) => sold([line], datedLabel(line, locale)));
  if (single.length <= MOST_LINES) return single;
  const byName = grouped(
    paid,
    (line) => labelOf(line, locale),
    (label, count) => (count === 1 ? label : `${label} × ${count}`),
  );
  if (byName.length <= MOST_LINES) return byName;
  return grouped(
    paid,
    (line) => KINDS[locale][line.kind],
    (label, count) => `${label} × ${count}`,
  );
}

/** As `soldLines`, for lines that have their names already: many of one name become one, and if they still are too many, all of a rate do. */
export function fewerLines(lines: readonly SoldLine[], nameOfAll: string): SoldLine[] {
  if (lines.length <= MOST_LINES) return [...lines];
  const byName = gathered(lines, ({ label }) => label);
  return byName.length <= MOST_LINES ? byName : gathered(lines, () => nameOfAll);
}

function gathered(lines: readonly SoldLine[], nameOf: (line: SoldLine) => string): SoldLine[] {
  const groups = new Map<string, SoldLine[]>();
  for (const line of lines) {
    const key = `${line.vatBp} ${nameOf(line)}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const label = group.length === 1 ? nameOf(first) : `${nameOf(first)} × ${group.length}`;
    const grossOre = sumOre(group.map((line) => line.grossOre));
    return [{ ...first, label, grossOre, covers: group.flatMap(({ covers }) => covers) }];
  });
}

const KINDS: Readonly<Record<Locale, Readonly<Record<PayableLine['kind'], string>>>> = {
  nb: { room: 'Romleie', equipment: 'Utstyr', service: 'Tjenester', retained: 'Avbestilt tid' },
  en: { room: 'Room hire', equipment: 'Equipment', service: 'Services', retained: 'Time given up' },
};

function grouped(
  lines: readonly PayableLine[],
  nameOf: (line: PayableLine) => string,
  label: (name: string, count: number) => string,
): SoldLine[] {
  const groups = new Map<string, PayableLine[]>();
  for (const line of lines) {
    const key = `${line.vatBp} ${nameOf(line)}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()].flatMap((group) => (group[0] ? [sold(group, label(nameOf(group[0]), group.length))] : []));
}

function sold(lines: readonly PayableLine[], label: string): SoldLine {
  return {
    position: lines[0]?.position ?? 0,
    label,
    grossOre: sumOre(lines.map((line) => line.grossOre)),
    vatBp: lines[0]?.vatBp ?? 0,
    covers: lines.map((line) => line.position),
  };
}

function datedLabel(line: DatedLine, locale: Locale): string {
  const label = labelOf(line, locale);
  return line.date === undefined ? label : `${label}, ${formatDay(line.date, locale, { year: true })}`;
}

function labelOf(line: PayableLine, locale: Locale): string {
  return locale === 'nb' ? line.labelNb : line.labelEn;
}
