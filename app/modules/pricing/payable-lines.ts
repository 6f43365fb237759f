import { addOre, allocate, negateOre, subtractOre, sumOre } from '~/lib/money';
import type { Quote, QuoteLine } from './quote';

/** A line that somebody pays: never negative. It keeps the position of its quote line. */
export interface PayableLine {
  readonly position: number;
  readonly kind: Exclude<QuoteLine['kind'], 'support'>;
  readonly labelNb: string;
  readonly labelEn: string;
  readonly unit: QuoteLine['unit'];
  readonly quantityMilli: number;
  readonly netOre: number;
  readonly vatCode: string;
  readonly vatBp: number;
  readonly vatOre: number;
  readonly grossOre: number;
}

/**
 * The quote without negative lines, because Stripe takes none: support is taken off the room lines of its VAT code in
 * proportion. The lines add up to the quote's total; when everything is paid by others they are all zero.
 */
export function payableLines(quote: Pick<Quote, 'lines' | 'totalOre'>): PayableLine[] {
  if (quote.totalOre === 0) return quote.lines.flatMap((line) => payable(line, { netOre: 0, vatOre: 0 }));
  return [...new Set(quote.lines.map((line) => line.vatCode))]
    .flatMap((vatCode) => mergeSupport(quote.lines.filter((line) => line.vatCode === vatCode)))
    .toSorted((a, b) => a.position - b.position);
}

function mergeSupport(group: readonly QuoteLine[]): PayableLine[] {
  const rooms = group.filter((line) => line.kind === 'room');
  const supports = group.filter((line) => line.kind === 'support');
  const others = group.filter((line) => line.kind !== 'room');
  const supportNet = negateOre(sumOre(supports.map((line) => line.netOre)));
  const hireVat = sumOre([...rooms, ...supports].map((line) => line.vatOre));
  const supportShares = allocate(
    supportNet,
    rooms.map((line) => line.netOre),
  );
  const nets = rooms.map((line, index) => subtractOre(line.netOre, supportShares[index] ?? 0));
  const vats = supports.length === 0 ? rooms.map((line) => line.vatOre) : allocate(hireVat, nets);
  return [
    ...rooms.flatMap((line, index) => payable(line, { netOre: nets[index] ?? 0, vatOre: vats[index] ?? 0 })),
    ...others.flatMap((line) => payable(line, line)),
  ];
}

function payable(line: QuoteLine, { netOre, vatOre }: { netOre: number; vatOre: number }): PayableLine[] {
  const { position, kind, labelNb, labelEn, unit, quantityMilli, vatCode, vatBp } = line;
  if (kind === 'support') return [];
  return [{ position, kind, labelNb, labelEn, unit, quantityMilli, netOre, vatCode, vatBp, vatOre, grossOre: addOre(netOre, vatOre) }];
}
