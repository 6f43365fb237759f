/** What the demo lets by the month: units that nobody books by the hour, and a room that bands share by the week. */
import type { BilingualText } from '~/lib/locale';

export type SeedUnit = {
  readonly slug: string;
  readonly name: string;
  readonly building: string;
  readonly squareMetres: number;
  readonly floor: BilingualText;
  readonly summary: BilingualText;
};

const unit = (
  slug: string,
  name: string,
  building: string,
  squareMetres: number,
  floor: BilingualText,
  summary: BilingualText,
): SeedUnit => ({
  ...{ slug, name, building, squareMetres, floor, summary },
});
const FIRST = { nb: '1. etasje', en: 'Ground floor' };
const SECOND = { nb: '2. etasje', en: 'First floor' };
const ATELIER = { nb: 'Atelier med nordlys og vask.', en: 'Studio with north light and a sink.' };
const OFFICE = { nb: 'Kontor med plass til fire.', en: 'Office with room for four.' };

export const UNITS: readonly SeedUnit[] = [
  unit('atelier-1', 'Atelier 1', 'stallen', 22, FIRST, ATELIER),
  unit('atelier-2', 'Atelier 2', 'stallen', 18, FIRST, ATELIER),
  unit('atelier-3', 'Atelier 3', 'stallen', 26, FIRST, ATELIER),
  unit('kontor-1', 'Kontor 1', 'hovedbygningen', 14, SECOND, OFFICE),
  unit('kontor-2', 'Kontor 2', 'hovedbygningen', 12, SECOND, OFFICE),
  unit('kontor-3', 'Kontor 3', 'hovedbygningen', 16, SECOND, OFFICE),
  unit('lager-laven', 'Lageret på låven', 'laven', 30, FIRST, { nb: 'Tørt lager med port.', en: 'Dry store with a gate.' }),
  unit('kontor-4', 'Kontor 4', 'hovedbygningen', 11, SECOND, OFFICE),
  unit('bandrommet', 'Bandrommet', 'laven', 24, FIRST, {
    nb: 'Fast øvingsrom som band deler, med hver sine kvelder.',
    en: 'A rehearsal room that bands share, each with its own evenings.',
  }),
];

type Time = { readonly weekday: number; readonly fromMinute: number; readonly toMinute: number };

/** Months from the month of today; `ends` is the first month after the lease. */
export type SeedLease = {
  readonly tenant: string;
  readonly unit: string;
  readonly purpose: string;
  readonly times?: readonly Time[];
  readonly starts: number;
  readonly ends?: number;
  readonly notice?: 'tenant';
  readonly option?: { readonly months: number; readonly by: number };
  readonly rentKroner: number;
  readonly commonKroner?: number;
  readonly depositKroner?: number;
  readonly includedHours?: number;
  readonly state: 'running' | 'notice_given' | 'offered' | 'draft';
};

const evening = (weekday: number, from = 18, to = 22): Time => ({ weekday, fromMinute: from * 60, toMinute: to * 60 });

export const LEASES: readonly SeedLease[] = [
  lease('Fjellskrift forlag', 'kontor-1', 'Kontor for forlag', {
    starts: -14,
    rentKroner: 4_900,
    commonKroner: 450,
    depositKroner: 14_700,
  }),
  lease('Tegnestova', 'atelier-1', 'Atelier, ikke bolig', { starts: -11, rentKroner: 6_200, commonKroner: 500, depositKroner: 18_600 }),
  lease('Trommeskolen Takt', 'kontor-2', 'Kontor og lager for instrumenter', { starts: -20, rentKroner: 3_800, includedHours: 10 }),
  lease('Kveldssol film', 'kontor-3', 'Produksjonskontor', { starts: -11, ends: 2, rentKroner: 5_400, option: { months: 12, by: 1 } }),
  lease('Raknehaug lyd', 'atelier-3', 'Mikserom og verksted', {
    ...{ starts: -9, rentKroner: 7_500, commonKroner: 600, depositKroner: 22_500, includedHours: 20 },
  }),
  lease('Dansekollektivet Driv', 'atelier-2', 'Kostymer og kontor', {
    ...{ starts: -16, ends: 2, notice: 'tenant', rentKroner: 4_100, state: 'notice_given' },
  }),
  lease('Plankescenen', 'lager-laven', 'Lager for scenografi', { starts: -6, rentKroner: 3_600 }),
  lease('Hakkespett', 'bandrommet', 'Øving', { starts: -5, rentKroner: 1_450, times: [evening(1), evening(4)] }),
  lease('Sagmugg', 'bandrommet', 'Øving', { starts: -5, rentKroner: 950, times: [evening(2)] }),
  lease('Kulturskolen', 'bandrommet', 'Bandundervisning', {
    starts: -3,
    rentKroner: 2_200,
    times: [evening(3, 14, 18), evening(5, 14, 18)],
  }),
  lease('Romerike podkast', 'kontor-4', 'Kontor for podkast', { starts: 1, rentKroner: 3_500, state: 'offered' }),
];

function lease(
  tenant: string,
  place: string,
  purpose: string,
  more: Omit<SeedLease, 'tenant' | 'unit' | 'purpose' | 'state'> & { state?: SeedLease['state'] },
): SeedLease {
  return { tenant, unit: place, purpose, state: 'running', ...more };
}
