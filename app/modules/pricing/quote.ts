/** What a booking costs, line by line. The quote is frozen on the booking. */
import { isEmpty, type Interval } from '~/lib/interval';
import { formatClockSpan } from '~/lib/format-time';
import { type LocalDate, localDateOf } from '~/lib/local-time';
import { negateOre, shareBp, sumOre, timesMilli } from '~/lib/money';
import { ok, refuse, type Result } from '~/lib/result';
import { type RigTime, withRig } from '../rooms/rig-time';
import type { RoomFacts } from '../rooms/room';
import { type Allowance, includedLines } from './allowance';
import { addOnLine, type AddOnWish } from './add-on-line';
import type { CustomerGroup } from './customer-group';
import type { QuantityUnit, QuoteLineKind, UntaxedLine } from './net-line';
import { hoursMilli, type RateBand, rateBands } from './rate-bands';
import type { RateCardFacts, VatCodeFact } from './rate-card';
import { supportFor } from './rate-for';
import { type SellerFacts, vatCodeFor, type VatCustomer, vatRateOn } from './vat';
import { withVat } from './vat-by-line';

export type { QuantityUnit, QuoteLineKind };

/** One line of the price. Support lines are negative. */
export interface QuoteLine extends UntaxedLine {
  /** 1, 2, 3, … in the order shown. */
  readonly position: number;
  readonly vatBp: number;
  readonly vatOre: number;
  readonly grossOre: number;
}

/** `totalOre` is what the customer pays: the sum of all lines, VAT included, support taken off. */
export interface Quote {
  readonly lines: readonly QuoteLine[];
  readonly netOre: number;
  readonly vatOre: number;
  readonly totalOre: number;
  /** The price without support, VAT included. */
  readonly fullOre: number;
  /** What others pay, VAT included; 0 or more. */
  readonly supportOre: number;
}

export interface QuoteQuestion {
  readonly room: Pick<RoomFacts, 'id' | 'slug' | 'name' | 'kind'>;
  readonly slot: Interval;
  readonly groups: readonly CustomerGroup[];
  readonly card: RateCardFacts;
  readonly equipment: readonly AddOnWish[];
  readonly rig: RigTime;
  readonly seller: SellerFacts;
  readonly customer: VatCustomer;
  readonly vatCodes: readonly VatCodeFact[];
  /** Hours that the customer's lease includes; none when left out. */
  readonly allowance?: Allowance | undefined;
}

export type QuoteRefusal =
  /** The price list has no rate for this room at this time. */
  | { code: 'no_rate'; at: Date }
  /** The price list has no rate for rigging in this room then. */
  | { code: 'rig_not_offered' }
  /** The price list names a VAT code that does not hold on the date. */
  | { code: 'unknown_vat_code'; vatCode: string };

/**
 * The price of a slot: the room by the bands of the price list, the support for the hire, then the time to rig, then what is added.
 * VAT is computed for each code and rate on the sum of the group and shared out, so that the lines add up exactly.
 */
export function quote(question: QuoteQuestion): Result<Quote, QuoteRefusal> {
  const date = localDateOf(question.slot.start);
  const { card, room, groups, slot } = question;
  const bands = rateBands({ rates: card.rates, room, groups, period: slot });
  if (!bands.ok) return bands;
  const rig = rigLines(question, date);
  if (!rig.ok) return rig;
  const untaxed = [
    ...bands.value.map((band) => hireLine(question, band, date, { kind: 'room', nb: room.name, en: room.name })),
    ...rig.value,
    ...question.equipment.filter(({ quantity }) => quantity > 0).map((wish) => withSellersCode(question, addOnLine(wish), date)),
  ];
  const lines: NetLine[] = [];
  for (const line of untaxed) {
    const vatBp = vatRateOn(question.vatCodes, line.vatCode, date);
    if (vatBp === null) return refuse({ code: 'unknown_vat_code', vatCode: line.vatCode });
    lines.push({ ...line, vatBp });
  }
  const hire = roomLinesWithSupport(question, lines);
  return ok(quoteOf(withVat([...hire, ...includedLines(hire, question.allowance), ...lines.filter((line) => line.kind !== 'room')])));
}

/** Numbers the lines and adds them up. */
export function quoteOf(lines: readonly Omit<QuoteLine, 'position'>[]): Quote {
  const numbered = lines.map((line, index) => ({ ...line, position: index + 1 }));
  const support = numbered.filter((line) => line.kind === 'support');
  const full = numbered.filter((line) => line.kind !== 'support');
  return {
    lines: numbered,
    netOre: sumOre(numbered.map((line) => line.netOre)),
    vatOre: sumOre(numbered.map((line) => line.vatOre)),
    totalOre: sumOre(numbered.map((line) => line.grossOre)),
    fullOre: sumOre(full.map((line) => line.grossOre)),
    supportOre: negateOre(sumOre(support.map((line) => line.grossOre))),
  };
}

type NetLine = UntaxedLine & { readonly vatBp: number };

type HireLabel = { readonly kind: 'room' | 'service'; readonly nb: string; readonly en: string };

/** Time in the room. Whatever the line is called, its VAT is that of letting. */
function hireLine({ room, seller, customer }: QuoteQuestion, band: RateBand, date: LocalDate, { kind, nb, en }: HireLabel): UntaxedLine {
  const { rate } = band;
  const quantityMilli = hoursMilli(band);
  return {
    kind,
    labelNb: `${nb}, ${formatClockSpan(band.start, band.end, 'nb')}`,
    labelEn: `${en}, ${formatClockSpan(band.start, band.end, 'en')}`,
    unit: 'hour',
    quantityMilli,
    unitNetOre: rate.netPerHourOre,
    netOre: timesMilli(rate.netPerHourOre, quantityMilli),
    vatCode: vatCodeFor({ line: { kind: 'room', vatCode: rate.vatCode, roomSlug: room.slug, date }, seller, customer }),
  };
}

/** Time to rig, before and after. It counts as hire, and gets a share of the support, only where the price list says so. */
function rigLines(question: QuoteQuestion, date: LocalDate): Result<UntaxedLine[], { code: 'rig_not_offered' }> {
  const { card, room, groups, slot, rig } = question;
  const all = withRig(slot, rig);
  const kind = supportFor(card, room, groups)?.coversRig ? 'room' : 'service';
  const parts = [
    { period: { start: all.start, end: slot.start }, label: { kind, nb: 'Rigging', en: 'Setting up' } as const },
    { period: { start: slot.end, end: all.end }, label: { kind, nb: 'Nedrigging', en: 'Taking down' } as const },
  ];
  const lines: UntaxedLine[] = [];
  for (const { period, label } of parts.filter((part) => !isEmpty(part.period))) {
    const bands = rateBands({ rates: card.rigRates, room, groups, period });
    if (!bands.ok) return refuse({ code: 'rig_not_offered' });
    lines.push(...bands.value.map((band) => hireLine(question, band, date, label)));
  }
  return ok(lines);
}

function withSellersCode({ room, seller, customer }: QuoteQuestion, line: UntaxedLine, date: LocalDate): UntaxedLine {
  const kind = line.kind === 'equipment' ? 'equipment' : 'service';
  return { ...line, vatCode: vatCodeFor({ line: { kind, vatCode: line.vatCode, roomSlug: room.slug, date }, seller, customer }) };
}

/** The room's lines and, after them, one support line for each of their VAT codes. */
function roomLinesWithSupport({ card, room, groups }: QuoteQuestion, lines: readonly NetLine[]): NetLine[] {
  const roomLines = lines.filter((line) => line.kind === 'room');
  const support = supportFor(card, room, groups);
  if (!support) return roomLines;
  const supportLines = [...new Set(roomLines.map((line) => line.vatCode))].flatMap((vatCode) => {
    const supported = roomLines.filter((line) => line.vatCode === vatCode);
    const netOre = negateOre(shareBp(sumOre(supported.map((line) => line.netOre)), support.shareBp));
    const labels = { labelNb: support.labelNb, labelEn: support.labelEn };
    const line: NetLine = {
      kind: 'support',
      ...labels,
      unit: 'piece',
      quantityMilli: 1_000,
      unitNetOre: netOre,
      netOre,
      vatCode,
      vatBp: supported[0]?.vatBp ?? 0,
    };
    return netOre === 0 ? [] : [line];
  });
  return [...roomLines, ...supportLines];
}
