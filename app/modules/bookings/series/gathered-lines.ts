import { sumOre } from '~/lib/money';
import type { QuoteLine } from '../../pricing/quote';

/** Lines of the same thing at the same price as one line with their quantities together, as the Wednesdays of a series are shown. */
export function gatheredLines<Line extends QuoteLine>(lines: readonly Line[]): Line[] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const key = [line.kind, line.labelNb, line.labelEn, line.unit, line.unitNetOre, line.vatCode, line.vatBp].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    return [
      {
        ...first,
        quantityMilli: group.reduce((sum, line) => sum + line.quantityMilli, 0),
        netOre: sumOre(group.map((line) => line.netOre)),
        vatOre: sumOre(group.map((line) => line.vatOre)),
        grossOre: sumOre(group.map((line) => line.grossOre)),
      },
    ];
  });
}
