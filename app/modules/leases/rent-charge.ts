/** The rent of a month as something that is owed. */
import { formatDay, formatMonth } from '~/lib/format-time';
import type { Locale } from '~/lib/locale';
import { addDays, type LocalDate } from '~/lib/local-time';
import { addOre, vatOnNet } from '~/lib/money';
import { addMonths, firstOfMonth } from '~/lib/months';
import type { PeriodCharge } from '../billing/record-period-charges.server';
import { INVOICED_DAYS_BEFORE, type RentPart } from './rent-months';

export interface ChargedLine {
  readonly leaseId: string;
  readonly lineId: string;
  readonly organisationId: string;
  readonly labelNb: string;
  readonly labelEn: string;
  readonly roomName: string;
  readonly vatCode: string;
  readonly vatBp: number;
}

/** A part of a month says its days; a whole one its name. */
export function rentCharge(line: ChargedLine, part: RentPart): PeriodCharge {
  const { leaseId, lineId, organisationId, vatCode, vatBp } = line;
  const month = firstOfMonth(part.periodFrom);
  const vatOre = vatOnNet(part.netOre, vatBp);
  return {
    ...{ organisationId, vatCode, vatBp, vatOre, netOre: part.netOre, kind: 'rent', grossOre: addOre(part.netOre, vatOre) },
    sourceKey: `lease:${leaseId}:${lineId}:${month.slice(0, 7)}`,
    descriptionNb: `${line.labelNb} ${line.roomName}, ${periodText(part, 'nb')}`,
    descriptionEn: `${line.labelEn} ${line.roomName}, ${periodText(part, 'en')}`,
    ...{ periodFrom: part.periodFrom, periodTo: part.periodTo, invoiceFrom: invoicedFrom(month) },
  };
}

/** The first day that the rent of a month may stand on an invoice. */
export function invoicedFrom(month: LocalDate): LocalDate {
  return addDays(month, -INVOICED_DAYS_BEFORE);
}

/** `desember 2026`, or `16.–31. desember 2026` by its days. */
export function periodText({ periodFrom, periodTo }: Pick<RentPart, 'periodFrom' | 'periodTo'>, locale: Locale): string {
  const month = firstOfMonth(periodFrom);
  const name = formatMonth(month, locale);
  if (periodFrom === month && periodTo === addMonths(month, 1)) return name;
  const day = (date: LocalDate) => `${Number(date.slice(8, 10))}${locale === 'nb' ? '.' : ''}`;
  const last = addDays(periodTo, -1);
  return periodFrom === last ? formatDay(last, locale, { year: true, long: true }) : `${day(periodFrom)}–${day(last)} ${name}`;
}
