/**
 * What a credit note takes back. By VAT group never more than the invoice came to (bokføringsforskriften § 5-2-7, merverdiavgiftsloven
 * § 15-9): VAT is computed on what is taken back, and the credit note that takes the last of a group takes what is left of its VAT too,
 * so that all of them together are the invoice to the øre.
 */
import { addOre, compareOre, subtractOre, sumOre, vatOnNet } from '~/lib/money';
import { ok, refuse, type Result } from '~/lib/result';
import { groupKey, type Taxation, totalsOf, type VatGroup } from '../vat-groups';

export interface CreditableLine extends Taxation {
  readonly id: string;
  readonly netOre: number;
}

export interface CreditLine {
  readonly invoiceLineId: string;
  /** What is taken back; negative where the line was. */
  readonly netOre: number;
}

/** All that is left of the invoice, or so much of some lines. */
export type CreditWish = { readonly kind: 'whole' } | { readonly kind: 'lines'; readonly lines: readonly CreditLine[] };

export interface CreditDecision {
  readonly lines: readonly CreditLine[];
  readonly groups: readonly VatGroup[];
  readonly netOre: number;
  readonly vatOre: number;
  readonly grossOre: number;
}

export type CreditRefusal =
  { code: 'nothing_left' } | { code: 'nothing_chosen' } | { code: 'more_than_left'; lineId: string; leftOre: number };

/** `earlier`: the lines of each credit note before, in their order. */
export function decideCredit(
  invoice: readonly CreditableLine[],
  earlier: readonly (readonly CreditLine[])[],
  wish: CreditWish,
): Result<CreditDecision, CreditRefusal> {
  const left = leftOf(invoice, earlier);
  if (left.every(({ netOre }) => netOre === 0)) return refuse({ code: 'nothing_left' });
  const lines = (wish.kind === 'whole' ? left : wish.lines).filter(({ netOre }) => netOre !== 0);
  if (lines.length === 0) return refuse({ code: 'nothing_chosen' });
  for (const { invoiceLineId, netOre } of wish.kind === 'whole' ? [] : lines) {
    const leftOre = left.find((line) => line.invoiceLineId === invoiceLineId)?.netOre ?? 0;
    if (netOre < 0 || compareOre(netOre, leftOre) > 0) return refuse({ code: 'more_than_left', lineId: invoiceLineId, leftOre });
  }
  const groups = creditGroups(invoice, earlier, lines);
  const tooMuch = groups.find((group) => !fits(group, leftInGroup(invoice, left, group)));
  const [first] = lines;
  if (tooMuch && first) {
    return refuse({ code: 'more_than_left', lineId: first.invoiceLineId, leftOre: leftInGroup(invoice, left, tooMuch) });
  }
  const netOre = sumOre(groups.map((group) => group.netOre));
  const vatOre = sumOre(groups.map((group) => group.vatOre));
  const grossOre = addOre(netOre, vatOre);
  return grossOre > 0 ? ok({ lines, groups, netOre, vatOre, grossOre }) : refuse({ code: 'nothing_left' });
}

/** What is left of each line. */
export function leftOf(invoice: readonly CreditableLine[], earlier: readonly (readonly CreditLine[])[]): CreditLine[] {
  const taken = earlier.flat();
  return invoice.map(({ id, netOre }) => ({
    invoiceLineId: id,
    netOre: subtractOre(netOre, sumOre(taken.filter((line) => line.invoiceLineId === id).map((line) => line.netOre))),
  }));
}

/** The VAT groups of one credit note, after those before it. */
export function creditGroups(
  invoice: readonly CreditableLine[],
  earlier: readonly (readonly CreditLine[])[],
  lines: readonly CreditLine[],
): VatGroup[] {
  const sold = totalsOf(invoice).groups;
  const before = earlier.map((note, index) => creditGroups(invoice, earlier.slice(0, index), note)).flat();
  return totalsOf(taxed(invoice, lines)).groups.map((group) => {
    const whole = sold.find((candidate) => groupKey(candidate) === groupKey(group));
    const own = before.filter((candidate) => groupKey(candidate) === groupKey(group));
    const creditedNet = sumOre([...own.map(({ netOre }) => netOre), group.netOre]);
    const isLast = whole !== undefined && creditedNet === whole.netOre;
    const vatOre = isLast ? subtractOre(whole.vatOre, sumOre(own.map((one) => one.vatOre))) : vatOnNet(group.netOre, group.vatBp);
    return { ...group, vatOre };
  });
}

function taxed(invoice: readonly CreditableLine[], lines: readonly CreditLine[]) {
  return lines.flatMap(({ invoiceLineId, netOre }) => {
    const line = invoice.find(({ id }) => id === invoiceLineId);
    return line ? [{ ...line, netOre }] : [];
  });
}

function leftInGroup(invoice: readonly CreditableLine[], left: readonly CreditLine[], group: VatGroup): number {
  return sumOre(
    taxed(invoice, left)
      .filter((line) => groupKey(line) === groupKey(group))
      .map((line) => line.netOre),
  );
}

/** A group of an invoice may be negative, where more was taken back than sold. */
function fits({ netOre }: VatGroup, leftOre: number): boolean {
  return leftOre >= 0 ? netOre <= leftOre : netOre >= leftOre;
}

interface Money {
  readonly grossOre: number;
  readonly creditedOre: number;
  readonly paidOre: number;
}

/** How an invoice stands after a credit, and what of its payments is too much now. */
export function standingAfter({ grossOre, creditedOre, paidOre }: Money): {
  state: 'open' | 'partly_paid' | 'paid' | 'void';
  excessOre: number;
} {
  const wanted = subtractOre(grossOre, creditedOre);
  const excess = subtractOre(paidOre, wanted);
  const excessOre = excess > 0 ? excess : 0;
  if (wanted === 0) return { state: 'void', excessOre };
  if (excess >= 0) return { state: 'paid', excessOre };
  return { state: paidOre > 0 ? 'partly_paid' : 'open', excessOre };
}
