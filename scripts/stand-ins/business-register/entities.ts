/** Invented organisations with synthetic numbers (real ones begin with 8 or 9), in the shapes of the open register. */

export interface RegisterEntry {
  readonly status: 200 | 410 | 503;
  readonly body: Readonly<Record<string, unknown>>;
}

type Listed = readonly [number: string, entry: RegisterEntry];

const live = (organisasjonsnummer: string, navn: string, kode: string, more: Readonly<Record<string, unknown>> = {}): Listed => [
  organisasjonsnummer,
  {
    status: 200,
    body: {
      respons_klasse: 'Enhet',
      organisasjonsnummer,
      navn,
      organisasjonsform: { kode },
      registrertIMvaregisteret: false,
      forretningsadresse: { landkode: 'NO', postnummer: '2050', poststed: 'JESSHEIM', adresse: ['Prøveveien 1'], kommunenummer: '3209' },
      konkurs: false,
      underAvvikling: false,
      underTvangsavviklingEllerTvangsopplosning: false,
      ...more,
    },
  },
];

const vat = { registrertIMvaregisteret: true };

export const ENTITIES: ReadonlyMap<string, RegisterEntry> = new Map<string, RegisterEntry>([
  live('310001376', 'SUNDBYTUNET KF', 'KF', { ...vat, antallAnsatte: 5 }),
  live('310002747', 'FJELLSKRIFT FORLAG AS', 'AS', { ...vat, naeringskode1: { kode: '58.110' }, antallAnsatte: 4 }),
  live('310004111', 'TEGNESTOVA AS', 'AS', { ...vat, naeringskode1: { kode: '74.100' } }),
  live('310005487', 'TROMMESKOLEN TAKT', 'ENK', { naeringskode1: { kode: '85.520' } }),
  live('310006858', 'KVELDSSOL FILM AS', 'AS', { ...vat, naeringskode1: { kode: '59.110' }, antallAnsatte: 7 }),
  live('310020001', 'RAKNEHAUG LYD AS', 'AS', { ...vat, naeringskode1: { kode: '59.200' }, antallAnsatte: 5 }),
  live('310020370', 'DANSEKOLLEKTIVET DRIV', 'SA', { naeringskode1: { kode: '90.012' } }),
  live('310020745', 'PLANKESCENEN', 'SA', { naeringskode1: { kode: '90.012' } }),
  live('310021113', 'JESSHEIM UNGDOMSKORPS', 'FLI', { registrertIFrivillighetsregisteret: true }),
  live('310021482', 'TUNKORET', 'FLI', { registrertIFrivillighetsregisteret: true }),
  live('310021857', 'VISENS VENNER PÅ ROMERIKE', 'FLI', { registrertIFrivillighetsregisteret: true }),
  live('310022225', 'TEATERLAGET STOLPE', 'FLI', { registrertIFrivillighetsregisteret: true }),
  live('310022594', 'ROMERIKE PODKAST AS', 'AS', { ...vat, naeringskode1: { kode: '59.200' } }),
  live('310010006', 'NORDLYS OG LAUVSAUS AS', 'AS', {
    ...vat,
    naeringskode1: { kode: '90.012' },
    antallAnsatte: 6,
    hjemmeside: 'www.nordlys-lauvsaus.example',
    epostadresse: 'post@nordlys-lauvsaus.example',
    postadresse: { landkode: 'NO', postnummer: '2051', poststed: 'JESSHEIM', adresse: ['Postboks 12'], kommunenummer: '3209' },
  }),
  live('310010375', 'JESSHEIM BLANDEDE KOR', 'FLI', { registrertIFrivillighetsregisteret: true }),
  live('310011118', 'RASKE RIGGERE AS', 'AS', { ...vat, konkurs: true, konkursdato: '2026-09-14' }),
  live('310011487', 'SISTE AKT DA', 'DA', { underAvvikling: true, underAvviklingDato: '2026-10-01' }),
  [
    '310011851',
    {
      status: 200,
      body: {
        respons_klasse: 'SlettetEnhet',
        organisasjonsnummer: '310011851',
        navn: 'GÅRSDAGENS LYD AS',
        organisasjonsform: { kode: 'AS' },
        slettedato: '2024-05-31',
      },
    },
  ],
  ['310012599', { status: 410, body: { organisasjonsnummer: '310012599', slettedato: '2023-01-15' } }],
  // For this number the register is always out of order.
  ['310012963', { status: 503, body: { status: 503, error: 'Service Unavailable' } }],
]);

/** Departments; the register keeps them in a list of their own. */
export const DEPARTMENTS: ReadonlyMap<string, RegisterEntry> = new Map([
  [
    '310013331',
    {
      status: 200,
      body: {
        organisasjonsnummer: '310013331',
        navn: 'ØVRE DALEN KULTURSKOLE',
        organisasjonsform: { kode: 'BEDR' },
        overordnetEnhet: '310013706',
        beliggenhetsadresse: { landkode: 'NO', postnummer: '2050', poststed: 'JESSHEIM', adresse: ['Skoleveien 3'], kommunenummer: '3209' },
      },
    },
  ],
]);
