import { describe, expect, test } from 'vitest';
import { parseRegisterEntity } from './register-answer';

const LIVE = {
  respons_klasse: 'Enhet',
  organisasjonsnummer: '310001376',
  navn: 'EKSEMPELBAND AS',
  organisasjonsform: { kode: 'AS', beskrivelse: 'Aksjeselskap' },
  registrertIMvaregisteret: true,
  naeringskode1: { kode: '90.012' },
  antallAnsatte: 6,
  forretningsadresse: { postnummer: '2050', poststed: 'JESSHEIM', adresse: ['Storgata 1'], kommunenummer: '3209' },
  postadresse: { postnummer: '2051', poststed: 'JESSHEIM', adresse: ['Postboks 1'], kommunenummer: '3209' },
  konkurs: false,
  underAvvikling: false,
};

describe('an answer of the register', () => {
  test('tells what an invoice needs, with the address for letters first', () => {
    expect(parseRegisterEntity(LIVE)).toEqual({
      state: 'live',
      facts: {
        organisationNumber: '310001376',
        name: 'EKSEMPELBAND AS',
        form: 'AS',
        industryCode: '90.012',
        employees: 6,
        vatRegistered: true,
        addressLine: 'Postboks 1',
        postalCode: '2051',
        city: 'Jessheim',
        municipalityNumber: '3209',
        website: null,
        email: null,
      },
    });
  });

  test('may leave out everything but number and name', () => {
    expect(parseRegisterEntity({ organisasjonsnummer: '310001376', navn: 'KORLAGET' })).toMatchObject({
      state: 'live',
      facts: { name: 'KORLAGET', form: null, employees: null, vatRegistered: false, addressLine: null },
    });
  });

  test('is deleted although it came like any other', () => {
    const deleted = { respons_klasse: 'SlettetEnhet', organisasjonsnummer: '310001376', navn: 'GAMMELT AS', slettedato: '2024-03-01' };
    expect(parseRegisterEntity(deleted)).toEqual({ state: 'deleted', name: 'GAMMELT AS', deletedOn: '2024-03-01' });
  });

  test('tells of bankruptcy before winding up', () => {
    expect(parseRegisterEntity({ ...LIVE, konkurs: true, underAvvikling: true })?.state).toBe('bankrupt');
    expect(parseRegisterEntity({ ...LIVE, underAvvikling: true })?.state).toBe('winding_up');
    expect(parseRegisterEntity({ ...LIVE, underTvangsavviklingEllerTvangsopplosning: true })?.state).toBe('winding_up');
  });

  test('with fields of an unexpected shape still tells the rest', () => {
    const odd = { ...LIVE, antallAnsatte: 'mange', postadresse: 'Storgata', organisasjonsform: [] };
    expect(parseRegisterEntity(odd)).toMatchObject({ state: 'live', facts: { employees: null, form: null, addressLine: 'Storgata 1' } });
  });

  test.each([null, 'Ikke funnet', [], {}, { organisasjonsnummer: '12', navn: 'X' }, { organisasjonsnummer: '310001376' }])(
    'that is none says nothing: %j',
    (json) => {
      expect(parseRegisterEntity(json)).toBeNull();
    },
  );
});
