import { describe, expect, test } from 'vitest';
import { addMinutes } from '~/lib/interval';
import type { ClaimFact } from '../availability/claim';
import type { Actor } from '../identity/permissions';
import type { RateCardFacts } from '../pricing/rate-card';
import { type BookingFacts, type BookingRequest, decideBooking } from './decide-booking';

const at = (text: string) => new Date(`2026-11-21T${text}:00+01:00`);
const NOW = at('12:00');
const slot = { start: at('18:00'), end: at('20:00') };
const card: RateCardFacts = {
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
  supports: [
    {
      group: 'youth',
      roomKind: null,
      shareBp: 10_000,
      labelNb: 'Støtte',
      labelEn: 'Support',
      payerNb: 'Kommunen',
      payerEn: 'Municipality',
    },
  ],
};
const vat = { peppol: 'S', nameNb: '', nameEn: '', reasonNb: null, reasonEn: null, validFrom: '2020-01-01', validTo: null } as const;
const musician: Actor = { personId: 'musician', staffRoles: [], memberships: [] };
const host: Actor = { personId: 'host', staffRoles: ['host'], memberships: [] };
const memberOfBand: Actor = { ...musician, memberships: [{ organisationId: 'band', role: 'member' }] };
const bookerOfBand: Actor = { ...musician, memberships: [{ organisationId: 'band', role: 'booker' }] };
const amplifier = {
  id: 'amp',
  nameNb: 'Forsterker',
  nameEn: 'Amplifier',
  netPriceOre: 8_000,
  vatCode: '3',
  quantity: 2,
  offeredInRoom: true,
  uses: [],
};

const facts = (more: Partial<BookingFacts> = {}): BookingFacts => ({
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
const request = (more: Partial<BookingRequest> = {}): BookingRequest => ({
  slot,
  personId: 'musician',
  people: 4,
  equipment: [],
  paymentMethod: 'card',
  ...more,
});
const decide = (known: Partial<BookingFacts>, asked: Partial<BookingRequest> = {}) => decideBooking(facts(known), request(asked), NOW);

describe('a booking by card', () => {
  test('holds the room for 35 minutes, with its price, policy and door times', () => {
    expect(decide({}, { equipment: [{ itemId: 'amp', quantity: 2 }], expectedTotalOre: 70_000 })).toMatchObject({
      ok: true,
      value: {
        state: 'held',
        holdExpiresAt: at('12:35'),
        padded: { start: slot.start, end: at('20:15') },
        quote: { totalOre: 70_000 },
        payableLines: [{ grossOre: 50_000 }, { grossOre: 20_000 }],
        policy: [{ hoursBefore: 8, refundBp: 10_000 }],
        access: { opensAt: at('17:45'), closesAt: at('20:15') },
        equipmentUses: [{ itemId: 'amp', quantity: 2, start: slot.start, end: at('20:15') }],
      },
    });
  });

  test('that costs nothing is confirmed at once', () => {
    expect(decide({ groups: ['youth'] })).toMatchObject({
      ok: true,
      value: { state: 'confirmed', holdExpiresAt: null, quote: { totalOre: 0 } },
    });
  });

  test('made by staff for somebody else holds for a day, but never past the start', () => {
    expect(decide({ actor: host })).toMatchObject({ value: { state: 'held', holdExpiresAt: slot.start } });
    const tomorrow = { start: addMinutes(slot.start, 7 * 1_440), end: addMinutes(slot.end, 7 * 1_440) };
    expect(decide({ actor: host, openings: [tomorrow] }, { slot: tomorrow })).toMatchObject({
      value: { holdExpiresAt: addMinutes(NOW, 1_440) },
    });
  });
});

describe('other ways to pay', () => {
  const band = { id: 'band', onAccount: true };

  test('on account is confirmed at once', () => {
    expect(decide({ actor: bookerOfBand, organisation: band }, { paymentMethod: 'on_account' })).toMatchObject({
      ok: true,
      value: { state: 'confirmed', holdExpiresAt: null },
    });
  });

  test.each([
    ['without an organisation', bookerOfBand, null],
    ['for an organisation that pays by card', bookerOfBand, { id: 'band', onAccount: false }],
    ['by a stranger', musician, band],
    ['by a plain member', memberOfBand, band],
  ])('on account %s is refused', (_, actor, organisation) => {
    expect(decide({ actor, organisation }, { paymentMethod: 'on_account' })).toEqual({
      ok: false,
      code: 'payment_method_not_allowed',
      paymentMethod: 'on_account',
    });
  });

  test('free is for staff, keeps the full price and is confirmed at once', () => {
    expect(decide({}, { paymentMethod: 'free' })).toMatchObject({ code: 'payment_method_not_allowed', paymentMethod: 'free' });
    expect(decide({ actor: host }, { paymentMethod: 'free' })).toMatchObject({
      value: { state: 'confirmed', quote: { totalOre: 0, fullOre: 50_000, supportOre: 50_000 } },
    });
  });
});

describe('a booking is refused', () => {
  const taken: ClaimFact = { roomId: 'room', kind: 'booking', ...slot };
  test.each([
    ['without being signed in', { actor: { ...musician, personId: null } }, {}, { code: 'not_allowed' }],
    ['for somebody else by a customer', {}, { personId: 'other' }, { code: 'not_allowed' }],
    ['for nobody', {}, { people: 0 }, { code: 'bad_people' }],
    ['for half a person', {}, { people: 1.5 }, { code: 'bad_people' }],
    ['for more people than the room takes', {}, { people: 7 }, { code: 'too_many_people', capacity: 6 }],
    ['when the room is taken', { claims: [taken] }, {}, { code: 'taken' }],
    [
      'with equipment the room does not offer',
      { equipment: [{ ...amplifier, offeredInRoom: false }] },
      { equipment: [{ itemId: 'amp', quantity: 1 }] },
      { code: 'equipment_not_offered', itemId: 'amp' },
    ],
    ['with unknown equipment', {}, { equipment: [{ itemId: 'x', quantity: 1 }] }, { code: 'equipment_not_offered', itemId: 'x' }],
    ['with a negative number of pieces', {}, { equipment: [{ itemId: 'amp', quantity: -1 }] }, { code: 'bad_quantity', itemId: 'amp' }],
    [
      'with more pieces than are free, also when named twice',
      { equipment: [{ ...amplifier, uses: [{ ...slot, quantity: 1 }] }] },
      {
        equipment: [
          { itemId: 'amp', quantity: 1 },
          { itemId: 'amp', quantity: 1 },
        ],
      },
      { code: 'equipment_taken', itemId: 'amp', available: 1 },
    ],
    ['without a price list', { card: null }, {}, { code: 'no_rate', at: slot.start }],
    ['when the price is another than was shown', {}, { expectedTotalOre: 49_999 }, { code: 'price_changed', totalOre: 50_000 }],
  ] as [string, Partial<BookingFacts>, Partial<BookingRequest>, object][])('%s', (_, known, asked, refusal) => {
    expect(decide(known, asked)).toMatchObject({ ok: false, ...refusal });
  });
});
