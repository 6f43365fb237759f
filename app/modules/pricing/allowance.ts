/**
 * Hours that a lease includes: taken off the hire of bookings on account, from the beginning of the slot, until the month's are used up.
 * They stand on the booking as a line of their own, in hours, so that counting the lines is counting the hours.
 */
import { formatDuration, formatMonth } from '~/lib/format-time';
import type { Locale } from '~/lib/locale';
import type { LocalDate } from '~/lib/local-time';
import { addOre, allocate, negateOre, subtractOre, sumOre, timesMilli } from '~/lib/money';
import type { UntaxedLine } from './net-line';

/** What an organisation has of a month, named by its first day. */
export interface Allowance {
  readonly month: LocalDate;
  readonly minutes: number;
  readonly leftMinutes: number;
}

type Line = UntaxedLine & { readonly vatBp: number };

/** A negative line for each VAT code of the hire that is included, with its share of the support taken along. */
export function includedLines(hire: readonly Line[], allowance: Allowance | undefined): Line[] {
  if (!allowance || allowance.leftMinutes <= 0) return [];
  const rooms = hire.filter(({ kind }) => kind === 'room');
  let left = Math.round((allowance.leftMinutes * 1_000) / 60);
  const covered = rooms.map((line) => {
    const quantityMilli = Math.min(left, line.quantityMilli);
    left -= quantityMilli;
    const whole = quantityMilli === line.quantityMilli;
    return { line, quantityMilli, netOre: whole ? line.netOre : timesMilli(line.unitNetOre, quantityMilli) };
  });
  const after = Math.round((left * 60) / 1_000);
  return [...new Set(rooms.map(({ vatCode }) => vatCode))].flatMap((vatCode) => {
    const ofCode = covered.filter(({ line }) => line.vatCode === vatCode);
    const netOre = sumOre(ofCode.map((part) => part.netOre));
    const hireOre = sumOre(ofCode.map(({ line }) => line.netOre));
    if (netOre === 0) return [];
    const supportOre = sumOre(hire.filter((line) => line.kind === 'support' && line.vatCode === vatCode).map((line) => line.netOre));
    const supported = allocate(supportOre, [netOre, subtractOre(hireOre, netOre)])[0] ?? 0;
    const offOre = negateOre(addOre(netOre, supported));
    const quantityMilli = ofCode.reduce((sum, part) => sum + part.quantityMilli, 0);
    const minutes = Math.round((quantityMilli * 60) / 1_000);
    const line: Line = {
      ...{ kind: 'support', unit: 'hour', quantityMilli, unitNetOre: offOre, netOre: offOre, vatCode },
      ...{ labelNb: labelOf(minutes, after, allowance, 'nb'), labelEn: labelOf(minutes, after, allowance, 'en') },
      vatBp: ofCode[0]?.line.vatBp ?? 0,
    };
    return offOre === 0 ? [] : [line];
  });
}

/** Minutes that lines of bookings have used. */
export function includedMinutes(lines: readonly Pick<UntaxedLine, 'kind' | 'unit' | 'quantityMilli'>[]): number {
  const milli = lines.reduce((sum, { kind, unit, quantityMilli }) => sum + (kind === 'support' && unit === 'hour' ? quantityMilli : 0), 0);
  return Math.round((milli * 60) / 1_000);
}

function labelOf(minutes: number, left: number, { minutes: all, month }: Allowance, locale: Locale): string {
  const text = (count: number) => formatDuration(count, locale);
  const name = formatMonth(month, locale).replace(/ \d{4}$/, '');
  return locale === 'nb'
    ? `Inkludert i leia, ${text(minutes)} (${text(left)} av ${text(all)} igjen i ${name})`
    : `Included in the rent, ${text(minutes)} (${text(left)} of ${text(all)} left in ${name})`;
}
