/** VAT of a document: once for each way of taxing, on the sum of its nets (EN 16931 BR-CO-17), never line by line. */
import { addOre, sumOre, vatOnNet } from '~/lib/money';

/** How a line is taxed, as it stood when the line was made. */
export interface Taxation {
  readonly vatCode: string;
  readonly vatBp: number;
  /** Peppol's category: S taxed, Z zero-rated, E exempt, O outside. */
  readonly vatCategory: string;
  /** Why there is no VAT, in the document's language; null where there is some. */
  readonly vatReason: string | null;
}

export interface VatGroup extends Taxation {
  readonly netOre: number;
  readonly vatOre: number;
}

export interface Totals {
  readonly groups: readonly VatGroup[];
  readonly netOre: number;
  readonly vatOre: number;
  readonly grossOre: number;
}

/** Groups in the order they are printed: the highest rate first, then zero-rated, exempt and outside. */
export function totalsOf(lines: readonly (Taxation & { readonly netOre: number })[]): Totals {
  const byKey = new Map<string, (Taxation & { readonly netOre: number })[]>();
  for (const line of lines) {
    const key = groupKey(line);
    const group = byKey.get(key);
    if (group) group.push(line);
    else byKey.set(key, [line]);
  }
  const groups = [...byKey.values()].flatMap((group): VatGroup[] => {
    const [first] = group;
    if (!first) return [];
    const { vatCode, vatBp, vatCategory, vatReason } = first;
    const netOre = sumOre(group.map((line) => line.netOre));
    return [{ vatCode, vatBp, vatCategory, vatReason, netOre, vatOre: vatOnNet(netOre, vatBp) }];
  });
  const sorted = groups.toSorted((a, b) => b.vatBp - a.vatBp || (groupKey(a) < groupKey(b) ? -1 : 1));
  const netOre = sumOre(sorted.map((group) => group.netOre));
  const vatOre = sumOre(sorted.map((group) => group.vatOre));
  return { groups: sorted, netOre, vatOre, grossOre: addOre(netOre, vatOre) };
}

/** Names a way of taxing within one document. */
export function groupKey({ vatCode, vatBp }: Pick<Taxation, 'vatCode' | 'vatBp'>): string {
  return `${vatCode}:${vatBp}`;
}
