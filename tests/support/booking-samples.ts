/** A room, its prices and whoever books it, as unit tests of bookings use them: a Saturday in Øvingsrom 1 at 250 kroner an hour. */
import type { AddOnFacts } from '~/modules/bookings/decide-add-ons';
import type { Actor } from '~/modules/identity/permissions';
import type { RateCardFacts } from '~/modules/pricing/rate-card';
import type { BookingFacts, BookingRequest } from '~/modules/bookings/decide-booking';

export const at = (text: string) => new Date(`2026-11-21T${text}:00+01:00`);
export const NOW = at('12:00');
export const slot = { start: at('18:00'), end: at('20:00') };
export const card: RateCardFacts = {
  id: 'card',
  name: '2026',
  validFrom: '2026-01-01',
  rates: [
    {
      id: 'r',
      roomId: null,
      roomKind: 'rehearsal',
      group: null,
      weekdays: [6],
      fromMinute: 0,
      toMinute: 1_440,
      netPerHourOre: 25_000,
      vatCode: '6',
    },
  ],
  rigRates: [],
  supports: [
    {
      group: 'youth',
      roomKind: null,
      shareBp: 10_000,
      coversRig: false,
      labelNb: 'Støtte',
      labelEn: 'Support',
      payerNb: 'Kommunen',
      payerEn: 'Municipality',
    },
  ],
};
export const vat = { peppol: 'S', nameNb: '', nameEn: '', reasonNb: null, reasonEn: null, validFrom: '2020-01-01', validTo: null } as const;
export const musician: Actor = { personId: 'musician', staffRoles: [], memberships: [] };
export const host: Actor = { personId: 'host', staffRoles: ['host'], memberships: [] };
export const memberOfBand: Actor = { ...musician, memberships: [{ organisationId: 'band', role: 'member' }] };
export const bookerOfBand: Actor = { ...musician, memberships: [{ organisationId: 'band', role: 'booker' }] };
export const amplifier: AddOnFacts = {
  id: 'amp',
  kind: 'equipment',
  minMinutes: 0,
  noticeMinutes: 0,
  requiredFromPeople: null,
  nameNb: 'Forsterker',
  nameEn: 'Amplifier',
  netPriceOre: 8_000,
  vatCode: '3',
  quantity: 2,
  offeredInRoom: true,
  uses: [],
};

export const facts = (more: Partial<BookingFacts> = {}): BookingFacts => ({
  quota: { set: null, groups: [], uses: [] },
  room: {
    id: 'room',
    slug: 'ovingsrom-1',
    name: 'Øvingsrom 1',
    kind: 'rehearsal',
    buildingSlug: 'laven',
    capacity: 6,
    setupMinutes: 0,
    cleanupMinutes: 15,
    minMinutes: 60,
    maxMinutes: 240,
    noticeMinutes: 0,
    horizonDays: 90,
    bookable: true,
    approvalHours: null,
  },
  openings: [{ start: at('08:00'), end: at('23:00') }],
  claims: [],
  actor: musician,
  organisation: null,
  groups: [],
  customer: { vatRegistered: false, taxableTenancy: false },
  seller: { vatRegistered: true, voluntaryLetting: null },
  card,
  vatCodes: [
    { ...vat, code: '6', rateBp: null },
    { ...vat, code: '3', rateBp: 2_500 },
  ],
  policy: [{ hoursBefore: 8, refundBp: 10_000 }],
  equipment: [amplifier],
  ...more,
});
export const request = (more: Partial<BookingRequest> = {}): BookingRequest => ({
  slot,
  personId: 'musician',
  people: 4,
  equipment: [],
  paymentMethod: 'card',
  ...more,
});
