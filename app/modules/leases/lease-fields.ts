/** What stands in the fields of a lease's form, by their names. */
import { typedKroner } from '~/lib/format-money';
import { addDays, type LocalDate } from '~/lib/local-time';
import type { LeaseTerms, RentLineKind } from './lease-terms';

/** Weekly times that a lease has at most. */
export const SLOT_ROWS = [1, 2, 3, 4, 5] as const;

/** The amounts of the form, and what they are called on invoices. */
export const RENT_FIELDS = [
  { name: 'leie', kind: 'rent', nb: 'Husleie', en: 'Rent' },
  { name: 'felles', kind: 'common_costs', nb: 'Felleskostnader', en: 'Common costs' },
  { name: 'strom', kind: 'electricity', nb: 'Strøm', en: 'Electricity' },
  { name: 'nett', kind: 'internet', nb: 'Internett', en: 'Internet' },
  { name: 'annet', kind: 'other', nb: 'Annet', en: 'Other' },
] as const satisfies readonly { name: string; kind: RentLineKind; nb: string; en: string }[];

/** The form of a lease that is kept. A box that is not ticked has no field. */
export function leaseFields(terms: LeaseTerms, version: number): Record<string, string> {
  return {
    ...{ versjon: String(version), organisasjon: terms.organisationId, formal: terms.purpose, rom: terms.roomId },
    bruk: terms.weekly.length === 0 ? 'hele' : 'uke',
    ...Object.fromEntries(
      terms.weekly.flatMap(({ weekday, fromMinute, toMinute }, index) => [
        [`dag${index + 1}`, String(weekday)],
        [`fra${index + 1}`, clock(fromMinute)],
        [`til${index + 1}`, clock(toMinute)],
      ]),
    ),
    ...{ fraDato: terms.startsOn, tilDato: terms.endsOn === null ? '' : lastDay(terms.endsOn), oppsigelse: String(terms.noticeMonths) },
    ...{ opsjon: terms.option ? String(terms.option.months) : '', opsjonInnen: terms.option?.by ?? '' },
    ...Object.fromEntries(
      RENT_FIELDS.map(({ name, kind }) => {
        const line = terms.rent.find((candidate) => candidate.kind === kind);
        return [name, line ? typedKroner(line.monthlyNetOre) : ''];
      }),
    ),
    annetTekst: terms.rent.find(({ kind }) => kind === 'other')?.labelNb ?? '',
    ...{ mva: terms.vat, erklaert: terms.taxableUseDeclaredOn ?? '' },
    ...{ timer: terms.includedMinutes === 0 ? '' : String(terms.includedMinutes / 60).replace('.', ',') },
    ...{ depositum: terms.depositOre === 0 ? '' : typedKroner(terms.depositOre), indeks: terms.indexClause },
    ...{ basis: terms.indexBaseMonth?.slice(0, 7) ?? '', andel: String(terms.indexShareBp / 100) },
    ...(terms.indexFloor && { gulv: 'on' }),
  };
}

/** The last day of a half-open period. */
export function lastDay(endsOn: LocalDate): LocalDate {
  return addDays(endsOn, -1);
}

/** `18:30`; past midnight it is the next day's. */
function clock(minute: number): string {
  const shown = minute > 1_440 ? minute - 1_440 : minute;
  return `${String(Math.floor(shown / 60)).padStart(2, '0')}:${String(shown % 60).padStart(2, '0')}`;
}
