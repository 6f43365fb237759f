/** What a change of lines means in money: by VAT code, to be paid, and to be given back. Pure. */
import { addOre, allocate, compareOre, negateOre, shareBp, subtractOre, sumOre } from '~/lib/money';
import type { BilingualText } from '~/lib/locale';
import type { SoldLine } from '../../billing/checkout-params';
import type { RefundItem } from '../../billing/split-refund';
import { isBelowCard, LEAST_CARD_ORE } from '../../pricing/card-minimum';
import type { PayableLine } from '../../pricing/payable-lines';
import type { QuoteLine } from '../../pricing/quote';
import { type LineChange, linesAfter, payable, type WantedLine } from './change-lines';

/** How much more (or, negative, less) is paid at a VAT code. */
export interface CodeDifference {
  readonly vatCode: string;
  readonly vatBp: number;
  readonly netOre: number;
  readonly vatOre: number;
  readonly grossOre: number;
}

export interface ChangeMoney {
  /** What is still to be paid, and what for, gross øre. */
  readonly dueOre: number;
  readonly due: readonly DueLine[];
  /** What goes back. With several VAT rates there may be both. */
  readonly backOre: number;
  readonly back: readonly RefundItem[];
}

/** Something to pay for a change; without labels it is a mere difference. */
export type DueLine = Omit<SoldLine, 'label'> & { readonly label: BilingualText | null };

export function differences(before: readonly QuoteLine[], after: readonly QuoteLine[]): CodeDifference[] {
  const [was, is] = [payable(before), payable(after)];
  const codes = new Map([...was, ...is].map(({ vatCode, vatBp }) => [`${vatCode} ${vatBp}`, { vatCode, vatBp }]));
  return [...codes.values()].flatMap(({ vatCode, vatBp }) => {
    const of = (lines: readonly PayableLine[]) => lines.filter((line) => line.vatCode === vatCode && line.vatBp === vatBp);
    const netOre = subtractOre(sumOre(of(is).map((line) => line.netOre)), sumOre(of(was).map((line) => line.netOre)));
    const vatOre = subtractOre(sumOre(of(is).map((line) => line.vatOre)), sumOre(of(was).map((line) => line.vatOre)));
    return netOre === 0 && vatOre === 0 ? [] : [{ vatCode, vatBp, netOre, vatOre, grossOre: addOre(netOre, vatOre) }];
  });
}

const WAIVED: BilingualText = { nb: 'Avslag ved endring', en: 'Discount for a change' };
const RETAINED: BilingualText = { nb: 'Avbestilt tid som ikke betales tilbake', en: 'Time given up that is not refunded' };

/** Lines that hold back what is not given back: all but a share of what came off. */
export function retainedLines(changes: readonly CodeDifference[], refundBp: number): WantedLine[] {
  return changes
    .filter(({ grossOre }) => grossOre < 0)
    .flatMap(({ vatCode, vatBp, netOre, vatOre, grossOre }) => {
      const off = negateOre(grossOre);
      const keptOre = subtractOre(off, shareBp(off, refundBp));
      if (keptOre === 0) return [];
      const [net = 0, vat = 0] = allocate(keptOre, [negateOre(netOre), negateOre(vatOre)]);
      return [adjustment('retained', RETAINED, { vatCode, vatBp, netOre: net, vatOre: vat, grossOre: keptOre })];
    });
}

/** Lines that even a change out, so that nothing is paid and nothing goes back. */
export function waivingLines(changes: readonly CodeDifference[]): WantedLine[] {
  const dearer = changes.filter(({ grossOre }) => grossOre > 0);
  return [
    ...dearer.map(({ netOre, vatOre, grossOre, ...code }) =>
      adjustment('support', WAIVED, { ...code, netOre: negateOre(netOre), vatOre: negateOre(vatOre), grossOre: negateOre(grossOre) }),
    ),
    ...retainedLines(changes, 0),
  ];
}

/**
 * Lines that take off what is to be paid, rate by rate, where a card cannot pay so little; support of the hire of each VAT code. What
 * comes back stays as it is.
 */
export function coveringLines(changes: readonly CodeDifference[], hireCodes: ReadonlySet<string>, label: BilingualText): WantedLine[] {
  const rates = [...new Set(changes.map(({ vatBp }) => vatBp))];
  return rates.flatMap((rate) => {
    const atRate = changes.filter(({ vatBp }) => vatBp === rate);
    const dueOre = sumOre(atRate.map(({ grossOre }) => grossOre));
    const dearer = atRate.filter(({ grossOre, vatCode }) => grossOre > 0 && hireCodes.has(vatCode));
    if (dueOre <= 0 || dearer.length === 0) return [];
    const weights = dearer.map(({ grossOre }) => grossOre);
    return allocate(dueOre, weights).flatMap((grossOre, index) => {
      const of = dearer[index];
      if (!of || grossOre === 0) return [];
      const [net = 0, vat = 0] = allocate(grossOre, [of.netOre, of.vatOre]);
      const taken = { netOre: negateOre(net), vatOre: negateOre(vat), grossOre: negateOre(grossOre) };
      return [adjustment('support', label, { vatCode: of.vatCode, vatBp: rate, ...taken })];
    });
  });
}

const PRICE_STANDS: BilingualText = { nb: 'Huset stenger: prisen står', en: 'The house closes: your price stands' };
const PAID_BEFORE: BilingualText = { nb: 'Betalt for tiden du flyttet fra', en: 'Paid for the time you moved from' };

/**
 * Lines that leave only what is cheaper in all: a dearer place costs no more, a cheaper one gives back the difference. What is dearer
 * at one VAT code is taken from what is cheaper at the others, so that nobody gets back what the new place costs. It stays a part of
 * the price, and comes back with the rest when that is called off.
 */
export function cheaperOnly(changes: readonly CodeDifference[]): WantedLine[] {
  const dearer = changes.filter(({ grossOre }) => grossOre > 0);
  const cheaper = changes.filter(({ grossOre }) => grossOre < 0);
  const weights = cheaper.map(({ grossOre }) => negateOre(grossOre));
  const [most, offered] = [sumOre(weights), sumOre(dearer.map(({ grossOre }) => grossOre))];
  const kept = allocate(smallerOre(offered, most), weights);
  return [
    ...dearer.map(({ netOre, vatOre, grossOre, ...code }) =>
      adjustment('support', PRICE_STANDS, { ...code, netOre: negateOre(netOre), vatOre: negateOre(vatOre), grossOre: negateOre(grossOre) }),
    ),
    ...cheaper.flatMap(({ netOre, vatOre, ...code }, index) => {
      const grossOre = kept[index] ?? 0;
      if (grossOre === 0) return [];
      const [net = 0, vat = 0] = allocate(grossOre, [negateOre(netOre), negateOre(vatOre)]);
      return [adjustment('service', PAID_BEFORE, { ...code, netOre: net, vatOre: vat, grossOre })];
    }),
  ];
}

function adjustment(kind: 'support' | 'retained' | 'service', label: BilingualText, amount: CodeDifference): WantedLine {
  return { kind, labelNb: label.nb, labelEn: label.en, unit: 'piece', quantityMilli: 1_000, unitNetOre: amount.netOre, ...amount };
}

/** What is paid and given back for a change. VAT is settled rate by rate, as it was charged. */
export function moneyOf(inForce: readonly QuoteLine[], change: LineChange): ChangeMoney {
  const after = linesAfter(change);
  const [was, is] = [payable(inForce), payable(after)];
  const rates = [...new Set([...was, ...is].map(({ vatBp }) => vatBp))];
  const due: DueLine[] = [];
  const back: RefundItem[] = [];
  for (const vatBp of rates) {
    const isGone = (line: PayableLine) => line.vatBp === vatBp && change.replaced.some(({ position }) => position === line.position);
    const isNew = (line: PayableLine) => line.vatBp === vatBp && change.added.some(({ position }) => position === line.position);
    const gone = was.filter((line) => isGone(line) && line.grossOre > 0);
    const fresh = is.filter((line) => isNew(line) && line.grossOre > 0);
    const differenceOre = subtractOre(sumOre(fresh.map((line) => line.grossOre)), sumOre(gone.map((line) => line.grossOre)));
    if (differenceOre > 0) due.push(...dueLines(fresh, gone, differenceOre));
    if (differenceOre < 0) back.push(...backItems(gone, negateOre(differenceOre)));
  }
  return { due, dueOre: sumOre(due.map(({ grossOre }) => grossOre)), back, backOre: sumOre(back.map(({ refundOre }) => refundOre)) };
}

/**
 * Money of changes that are made together, in their order: what is to be paid for some is set off against what comes back for others, so
 * that only the difference is paid, or goes back. VAT rate by rate, as it was charged: at different rates there may still be both. Less
 * is set off where a card could not pay what is left.
 */
export function setOff(changes: readonly ChangeMoney[]): ChangeMoney[] {
  const due = changes.flatMap((change) => change.due);
  const back = changes.flatMap((change) => change.back);
  const evened = new Map<number, number>();
  for (const { vatBp } of due) {
    const dueOre = sumOre(due.filter((line) => line.vatBp === vatBp).map(({ grossOre }) => grossOre));
    const backOre = sumOre(back.filter((item) => item.vatBp === vatBp).map(({ refundOre }) => refundOre));
    evened.set(vatBp, smallerOre(dueOre, backOre));
  }
  const wholeOre = sumOre(due.map(({ grossOre }) => grossOre));
  const leftOre = subtractOre(wholeOre, sumOre([...evened.values()]));
  // Where all of it would be too little for a card as well, no card pays it.
  if (isBelowCard(leftOre) && !isBelowCard(wholeOre)) lessen(evened, subtractOre(LEAST_CARD_ORE, leftOre));
  const [offDue, offBack] = [new Map(evened), new Map(evened)];
  return changes.map((change) => {
    const paid = change.due.map((line) => ({ ...line, grossOre: lessened(line.grossOre, line.vatBp, offDue) }));
    const given = change.back.map((item) => ({ ...item, refundOre: lessened(item.refundOre, item.vatBp, offBack) }));
    return {
      due: paid.filter(({ grossOre }) => grossOre > 0),
      dueOre: sumOre(paid.map(({ grossOre }) => grossOre)),
      back: given.filter(({ refundOre }) => refundOre > 0),
      backOre: sumOre(given.map(({ refundOre }) => refundOre)),
    };
  });
}

/** What is left of an amount when as much of it as there is to set off at its rate is taken away, there too. */
function lessened(amountOre: number, vatBp: number, left: Map<number, number>): number {
  const off = smallerOre(amountOre, left.get(vatBp) ?? 0);
  left.set(vatBp, subtractOre(left.get(vatBp) ?? 0, off));
  return subtractOre(amountOre, off);
}

/** Takes an amount away from the rates, as far as they have it. */
function lessen(amounts: Map<number, number>, amountOre: number): void {
  let left = amountOre;
  for (const [vatBp, has] of amounts) {
    const off = smallerOre(has, left);
    amounts.set(vatBp, subtractOre(has, off));
    left = subtractOre(left, off);
  }
}

function smallerOre(a: number, b: number): number {
  return compareOre(a, b) < 0 ? a : b;
}

/** What is new is sold by its name; what replaces something, as a difference. */
function dueLines(fresh: readonly PayableLine[], gone: readonly PayableLine[], differenceOre: number): DueLine[] {
  if (gone.length === 0) {
    return fresh.map(({ position, vatBp, grossOre, labelNb, labelEn }) => ({
      ...{ position, vatBp, grossOre },
      label: { nb: labelNb, en: labelEn },
      covers: [position],
    }));
  }
  const [first] = fresh;
  return first ? [{ position: first.position, vatBp: first.vatBp, grossOre: differenceOre, label: null, covers: [] }] : [];
}

/** From the lines that are gone, the last hours first. */
function backItems(gone: readonly PayableLine[], amountOre: number): RefundItem[] {
  let left = amountOre;
  return gone.toReversed().flatMap(({ position, vatBp, grossOre }) => {
    const refundOre = smallerOre(grossOre, left);
    left = subtractOre(left, refundOre);
    return refundOre > 0 ? [{ position, vatBp, refundOre }] : [];
  });
}
