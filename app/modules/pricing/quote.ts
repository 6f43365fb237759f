/** What a booking costs, line by line. The quote is frozen on the booking. */
import { addMinutes, durationMinutes, earlier, type Interval } from '~/lib/interval';
import { formatClockSpan } from '~/lib/format-time';
import { type LocalDate, localDateOf, localMinuteOf, weekdayOf } from '~/lib/local-time';
import { negateOre, shareBp, sumOre, timesMilli } from '~/lib/money';
import { ok, refuse, type Result } from '~/lib/result';
import type { RoomFacts } from '../rooms/room';
import type { CustomerGroup } from './customer-group';
import type { Rate, RateCardFacts, VatCodeFact } from './rate-card';
import { rateAt, supportFor } from './rate-for';
import { type SellerFacts, vatCodeFor, type VatCustomer, vatRateOn } from './vat';
import { withVat } from './vat-by-line';

export type QuoteLineKind = 'room' | 'equipment' | 'service' | 'support';
export type QuantityUnit = 'hour' | 'piece';

/** One line of the price. Support lines are negative. */
export interface QuoteLine {
  /** 1, 2, 3, … in the order shown. */
  readonly position: number;
  readonly kind: QuoteLineKind;
  readonly labelNb: string;
  readonly labelEn: string;
  readonly unit: QuantityUnit;
  /** Thousandths of the unit: 2 h 30 min = 2500. */
  readonly quantityMilli: number;
  readonly unitNetOre: number;
  readonly netOre: number;
  readonly vatCode: string;
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

export interface EquipmentPrice {
  readonly id: string;
  readonly nameNb: string;
  readonly nameEn: string;
  /** Price of one piece for one booking, without VAT. */
  readonly netPriceOre: number;
  readonly vatCode: string;
}

export interface QuoteQuestion {
  readonly room: Pick<RoomFacts, 'id' | 'slug' | 'name' | 'kind'>;
  readonly slot: Interval;
  readonly groups: readonly CustomerGroup[];
  readonly card: RateCardFacts;
  readonly equipment: readonly { readonly item: EquipmentPrice; readonly quantity: number }[];
  readonly seller: SellerFacts;
  readonly customer: VatCustomer;
  readonly vatCodes: readonly VatCodeFact[];
}

export type QuoteRefusal =
  /** The price list has no rate for this room at this time. */
  | { code: 'no_rate'; at: Date }
  /** The price list names a VAT code that does not hold on the date. */
  | { code: 'unknown_vat_code'; vatCode: string };

/** Prices change on the wall clock at half hours; hire is counted in elapsed time, also on the nights when the clocks change. */
const STEP_MINUTES = 30;

/**
 * The price of a slot: the room by the bands of the price list, the support for the hire, then equipment.
 * VAT is computed for each code and rate on the sum of the group and shared out, so that the lines add up exactly.
 */
export function quote(question: QuoteQuestion): Result<Quote, QuoteRefusal> {
  const date = localDateOf(question.slot.start);
  const bands = bandsOf(question);
  if (!bands.ok) return bands;
  const priced = [
    ...bands.value.map((band) => roomLine(question, band, date)),
    ...question.equipment.filter(({ quantity }) => quantity > 0).map((wish) => equipmentLine(question, wish, date)),
  ];
  const lines: NetLine[] = [];
  for (const line of priced) {
    const vatBp = vatRateOn(question.vatCodes, line.vatCode, date);
    if (vatBp === null) return refuse({ code: 'unknown_vat_code', vatCode: line.vatCode });
    lines.push({ ...line, vatBp });
  }
  return ok(quoteOf(withVat([...roomLinesWithSupport(question, lines), ...lines.filter((line) => line.kind !== 'room')])));
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

type NetLine = Omit<QuoteLine, 'position' | 'vatOre' | 'grossOre'>;

interface Band extends Interval {
  readonly rate: Rate;
}

/** The slot cut where the rate changes. */
function bandsOf({ slot, card, room, groups }: QuoteQuestion): Result<Band[], QuoteRefusal> {
  const bands: Band[] = [];
  for (let start = slot.start; start.getTime() < slot.end.getTime(); start = addMinutes(start, STEP_MINUTES)) {
    const rate = rateAt(card, room, groups, weekdayOf(localDateOf(start)), localMinuteOf(start));
    if (!rate) return refuse({ code: 'no_rate', at: start });
    const step = { start, end: earlier(addMinutes(start, STEP_MINUTES), slot.end), rate };
    const last = bands.at(-1);
    if (last && hasSamePrice(last.rate, rate)) bands[bands.length - 1] = { ...last, end: step.end };
    else bands.push(step);
  }
  return ok(bands);
}

function hasSamePrice(a: Rate, b: Rate): boolean {
  return a.netPerHourOre === b.netPerHourOre && a.vatCode === b.vatCode;
}

function roomLine({ room, seller, customer }: QuoteQuestion, band: Band, date: LocalDate): Omit<NetLine, 'vatBp'> {
  const { rate } = band;
  const quantityMilli = Math.round((durationMinutes(band) * 1_000) / 60);
  return {
    kind: 'room',
    labelNb: `${room.name}, ${formatClockSpan(band.start, band.end, 'nb')}`,
    labelEn: `${room.name}, ${formatClockSpan(band.start, band.end, 'en')}`,
    unit: 'hour',
    quantityMilli,
    unitNetOre: rate.netPerHourOre,
    netOre: timesMilli(rate.netPerHourOre, quantityMilli),
    vatCode: vatCodeFor({ line: { kind: 'room', vatCode: rate.vatCode, roomSlug: room.slug, date }, seller, customer }),
  };
}

function equipmentLine(
  { room, seller, customer }: QuoteQuestion,
  { item, quantity }: QuoteQuestion['equipment'][number],
  date: LocalDate,
): Omit<NetLine, 'vatBp'> {
  return {
    kind: 'equipment',
    labelNb: item.nameNb,
    labelEn: item.nameEn,
    unit: 'piece',
    quantityMilli: quantity * 1_000,
    unitNetOre: item.netPriceOre,
    netOre: timesMilli(item.netPriceOre, quantity * 1_000),
    vatCode: vatCodeFor({ line: { kind: 'equipment', vatCode: item.vatCode, roomSlug: room.slug, date }, seller, customer }),
  };
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
