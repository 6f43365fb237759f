import { describe, expect, it } from 'vitest';
import { draftQuery, payerValue, readBookingDraft, toBookingFields } from './booking-draft';

const MICROPHONE = '0193a1b2-0000-7000-8000-000000000001';
const ORGANISATION = '0193a1b2-0000-7000-8000-000000000002';

const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};

describe('a booking draft', () => {
  it('comes back the same after a detour through the address', () => {
    const draft = readBookingDraft(
      form({ dato: '2026-11-28', fra: '18:00', til: '20:30', antall: '4', formal: 'Kald Kaffe & co', [`utstyr.${MICROPHONE}`]: '2' }),
    );
    expect(readBookingDraft(new URLSearchParams(draftQuery(draft)))).toEqual(draft);
  });

  it('leaves out equipment that is not wanted, and what is no equipment', () => {
    const draft = readBookingDraft(form({ [`utstyr.${MICROPHONE}`]: '0', 'utstyr.evil': '3', 'utstyr.': '1' }));
    expect(draft.quantities).toEqual({});
  });

  it('reads an absurd number of pieces as many, not as an error', () => {
    expect(readBookingDraft(form({ [`utstyr.${MICROPHONE}`]: '9999' })).quantities[MICROPHONE]).toBe(100);
    expect(readBookingDraft(form({ [`utstyr.${MICROPHONE}`]: '-3' })).quantities).toEqual({});
  });
});

describe('the fields of a booking', () => {
  it('name equipment with its quantity', () => {
    expect(toBookingFields(form({ [`utstyr.${MICROPHONE}`]: '2' })).getAll('utstyr')).toEqual([`${MICROPHONE}:2`]);
  });

  it('are paid by card unless an organisation is named', () => {
    expect(toBookingFields(form({})).get('betaling')).toBe('card');
    const onAccount = toBookingFields(form({ betaler: ORGANISATION }));
    expect([onAccount.get('betaling'), onAccount.get('organisasjon')]).toEqual(['on_account', ORGANISATION]);
  });

  it('are paid by card for a band that is named so', () => {
    const band = { id: ORGANISATION, onAccount: false };
    const forBand = toBookingFields(form({ betaler: payerValue(band) }));
    expect([forBand.get('betaling'), forBand.get('organisasjon')]).toEqual(['card', ORGANISATION]);
    expect([payerValue(null), payerValue({ ...band, onAccount: true })]).toEqual(['card', ORGANISATION]);
  });

  it('never carry a way of paying that the form names by itself', () => {
    expect(toBookingFields(form({ betaling: 'free' })).get('betaling')).toBe('card');
  });
});
