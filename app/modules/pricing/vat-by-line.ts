import { addOre, allocate, subtractOre, sumOre, vatOnNet } from '~/lib/money';

interface TaxableLine {
  readonly kind: 'room' | 'equipment' | 'service' | 'support' | 'retained';
  readonly netOre: number;
  readonly vatCode: string;
  readonly vatBp: number;
}

interface Vat {
  readonly vatOre: number;
  readonly grossOre: number;
}

/**
 * VAT of each line: computed once for each (code, rate) group on the sum of its nets (EN 16931 BR-CO-17), then shared out by
 * largest remainder. The room hire with its support is shared out as one, so that what is left to pay is never negative.
 */
export function withVat<Line extends TaxableLine>(lines: readonly Line[]): (Line & Vat)[] {
  const vatOf = new Map<Line, number>();
  for (const group of groupsOf(lines)) {
    const nets = group.map((line) => line.netOre);
    const groupVat = vatOnNet(sumOre(nets), group[0]?.vatBp ?? 0);
    shareVat(group, groupVat).forEach((vatOre, line) => vatOf.set(line, vatOre));
  }
  return lines.map((line) => {
    const vatOre = vatOf.get(line) ?? 0;
    return { ...line, vatOre, grossOre: addOre(line.netOre, vatOre) };
  });
}

function groupsOf<Line extends TaxableLine>(lines: readonly Line[]): Line[][] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const key = `${line.vatCode} ${line.vatBp}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()];
}

function shareVat<Line extends TaxableLine>(group: readonly Line[], groupVat: number): Map<Line, number> {
  const rooms = group.filter((line) => line.kind === 'room');
  const supports = group.filter((line) => line.kind === 'support');
  const others = group.filter((line) => line.kind !== 'room' && line.kind !== 'support');
  const hireNet = sumOre([...rooms, ...supports].map((line) => line.netOre));
  const [hireVat = 0, ...otherVat] = allocate(groupVat, [hireNet, ...others.map((line) => line.netOre)]);
  const roomNet = sumOre(rooms.map((line) => line.netOre));
  const roomVat = supports.length === 0 ? hireVat : vatOnNet(roomNet, group[0]?.vatBp ?? 0);
  const shares = new Map<Line, number>();
  pair(
    rooms,
    allocate(
      roomVat,
      rooms.map((line) => line.netOre),
    ),
    shares,
  );
  pair(supports, supports.length === 0 ? [] : [subtractOre(hireVat, roomVat)], shares);
  pair(others, otherVat, shares);
  return shares;
}

function pair<Line>(lines: readonly Line[], amounts: readonly number[], into: Map<Line, number>): void {
  lines.forEach((line, index) => into.set(line, amounts[index] ?? 0));
}
