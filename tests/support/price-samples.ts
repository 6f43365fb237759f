/** A price list, VAT codes and customers as unit tests of prices use them. */
import type { Rate, RateCardFacts, Support, VatCodeFact } from '~/modules/pricing/rate-card';
import type { SellerFacts } from '~/modules/pricing/vat';

export const vatCode = (code: string, rateBp: number | null, more: Partial<VatCodeFact> = {}): VatCodeFact => ({
  code,
  rateBp,
  peppol: 'S',
  nameNb: code,
  nameEn: code,
  reasonNb: null,
  reasonEn: null,
  validFrom: '2020-01-01',
  validTo: null,
  ...more,
});
export const vatCodes = [vatCode('3', 2_500), vatCode('31', 1_500), vatCode('6', null), vatCode('7', null)];
export const rate = (netPerHourOre: number, more: Partial<Rate> = {}): Rate => ({
  id: `rate-${netPerHourOre}`,
  roomId: null,
  roomKind: 'rehearsal',
  group: null,
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  fromMinute: 0,
  toMinute: 1_440,
  netPerHourOre,
  vatCode: '6',
  ...more,
});
export const support = (shareBp: number, more: Partial<Support> = {}): Support => ({
  group: 'youth',
  roomKind: null,
  shareBp,
  coversRig: false,
  labelNb: 'Støtte fra kommunen',
  labelEn: 'Support from the municipality',
  payerNb: 'Kommunen',
  payerEn: 'The municipality',
  ...more,
});
export const card = (rates: Rate[], supports: Support[] = [], rigRates: Rate[] = []): RateCardFacts => ({
  id: 'c',
  name: '2026',
  validFrom: '2026-01-01',
  rates,
  rigRates,
  supports,
});

export const room = { id: 'r2', slug: 'ovingsrom-2', name: 'Øvingsrom 2', kind: 'rehearsal' as const };
export const seller: SellerFacts = { vatRegistered: true, voluntaryLetting: { roomSlugs: ['ovingsrom-2'], from: '2026-01-01', to: null } };
export const person = { vatRegistered: false, taxableTenancy: false };
export const business = { vatRegistered: true, taxableTenancy: true };
