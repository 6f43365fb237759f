import { describe, expect, test } from 'vitest';
import type { ClaimFact } from '../availability/claim';
import {
  amplifier,
  at,
  bookerOfBand,
  card,
  facts,
  host,
  memberOfBand,
  musician,
  NOW,
  request,
  slot,
} from '../../../tests/support/booking-samples';
import { type BookingFacts, type BookingRequest, decideBooking } from './decide-booking';

const decide = (known: Partial<BookingFacts>, asked: Partial<BookingRequest> = {}) => decideBooking(facts(known), request(asked), NOW);

describe('a booking by card', () => {
  test('takes the room with its price, policy and door times', () => {
    expect(decide({}, { equipment: [{ itemId: 'amp', quantity: 2 }] })).toMatchObject({
      ok: true,
      value: {
        padded: { start: slot.start, end: at('20:15') },
        quote: { totalOre: 70_000 },
        payableLines: [{ grossOre: 50_000 }, { grossOre: 20_000 }],
        policy: [{ hoursBefore: 8, refundBp: 10_000 }],
        access: { opensAt: at('17:45'), closesAt: at('20:15') },
        equipmentUses: [{ itemId: 'amp', quantity: 2, start: slot.start, end: at('20:15') }],
      },
    });
  });
});

describe('a price that a card cannot pay', () => {
  const hourAt = (netPerHourOre: number) => ({ ...card, rates: card.rates.map((rate) => ({ ...rate, netPerHourOre })) });

  test('is covered by the house, with the full price still to be read; three kroner are paid', () => {
    expect(decide({ card: hourAt(149) })).toMatchObject({ value: { quote: { fullOre: 298, supportOre: 298, totalOre: 0 } } });
    expect(decide({ card: hourAt(150) })).toMatchObject({ value: { quote: { totalOre: 300 } } });
  });

  test('is paid on an invoice', () => {
    const organisation = { id: 'band', onAccount: true };
    const known = { card: hourAt(149), actor: bookerOfBand, organisation };
    expect(decide(known, { paymentMethod: 'on_account' })).toMatchObject({ value: { quote: { totalOre: 298 } } });
  });
});

describe('other ways to pay', () => {
  const band = { id: 'band', onAccount: true };

  test('on account is for those whose organisation is invoiced', () => {
    expect(decide({ actor: bookerOfBand, organisation: band }, { paymentMethod: 'on_account' })).toMatchObject({
      ok: true,
      value: { quote: { totalOre: 50_000 } },
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

  test('free is for staff and keeps the full price', () => {
    expect(decide({}, { paymentMethod: 'free' })).toMatchObject({ code: 'payment_method_not_allowed', paymentMethod: 'free' });
    expect(decide({ actor: host }, { paymentMethod: 'free' })).toMatchObject({
      value: { quote: { totalOre: 0, fullOre: 50_000, supportOre: 50_000 } },
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
  ] as [string, Partial<BookingFacts>, Partial<BookingRequest>, object][])('%s', (_, known, asked, refusal) => {
    expect(decide(known, asked)).toMatchObject({ ok: false, ...refusal });
  });
});
