import type { CustomerGroup } from '~/modules/pricing/customer-group';

/** A band, an association or a firm of the demo. Numbers are synthetic. */
export type SeedOrganisation = {
  readonly name: string;
  readonly kind: 'business' | 'sole_trader' | 'association' | 'band' | 'municipal_unit' | 'internal';
  readonly organisationNumber?: string;
  /** Key of the sector taxonomy. */
  readonly sector?: string;
  readonly groups: readonly CustomerGroup[];
  readonly vatRegistered?: boolean;
  readonly onAccount?: boolean;
  /** Rooms it books, and how often compared with others. */
  readonly rooms: readonly string[];
  readonly weight: number;
  readonly purposes: readonly string[];
};

const REHEARSAL = ['ovingsrom-1', 'ovingsrom-2', 'ovingsrom-3', 'ovingsrom-4', 'ovingsrom-5'];
const SMALL_REHEARSAL = ['ovingsrom-3', 'ovingsrom-5'];

/** The permanent actors behind the doors of the yard. */
export const PERMANENT_ACTORS: readonly SeedOrganisation[] = [
  {
    name: 'Fjellskrift forlag',
    kind: 'business',
    organisationNumber: '310002747',
    sector: 'literature',
    groups: ['permanent_actor'],
    vatRegistered: true,
    onAccount: true,
    rooms: ['storstua', 'vokalrommet'],
    weight: 2,
    purposes: ['Boklansering', 'Innlesing av lydbok', 'Skrivekveld'],
  },
  {
    name: 'Tegnestova',
    kind: 'business',
    organisationNumber: '310004111',
    sector: 'design',
    groups: ['permanent_actor'],
    vatRegistered: true,
    onAccount: true,
    rooms: ['verkstedet', 'storstua'],
    weight: 2,
    purposes: ['Silketrykk', 'Kundemøte', 'Tegnekurs'],
  },
  {
    name: 'Trommeskolen Takt',
    kind: 'sole_trader',
    organisationNumber: '310005487',
    sector: 'music',
    groups: ['permanent_actor'],
    onAccount: true,
    rooms: ['ovingsrom-1', 'ovingsrom-3'],
    weight: 5,
    purposes: ['Takt, tre hold', 'Nybegynnere', 'Samspill'],
  },
  {
    name: 'Kveldssol film',
    kind: 'business',
    organisationNumber: '310006858',
    sector: 'film-photo',
    groups: ['permanent_actor'],
    vatRegistered: true,
    onAccount: true,
    rooms: ['klipperommet', 'storstua'],
    weight: 5,
    purposes: ['Klipp', 'Fargekorrigering', 'Visning for oppdragsgiver'],
  },
  {
    name: 'Raknehaug lyd',
    kind: 'business',
    organisationNumber: '310020001',
    sector: 'music',
    groups: ['permanent_actor'],
    vatRegistered: true,
    onAccount: true,
    rooms: ['lydstudio', 'storsalen'],
    weight: 5,
    purposes: ['Miks', 'Opptak', 'Lydsjekk'],
  },
  {
    name: 'Dansekollektivet Driv',
    kind: 'association',
    organisationNumber: '310020370',
    sector: 'performing-arts',
    groups: ['permanent_actor'],
    onAccount: true,
    rooms: ['hoyloftet', 'storsalen'],
    weight: 4,
    purposes: ['Driv, dans', 'Åpen klasse', 'Prøver'],
  },
  {
    name: 'Plankescenen',
    kind: 'association',
    organisationNumber: '310020745',
    sector: 'performing-arts',
    groups: ['permanent_actor'],
    onAccount: true,
    rooms: ['storsalen', 'hoyloftet', 'verkstedet'],
    weight: 4,
    purposes: ['Prøver', 'Forestilling', 'Scenografi'],
  },
];

/** Bands. The young ones get support for their hire. */
export const BANDS: readonly SeedOrganisation[] = [
  { name: 'Kald Kaffe', kind: 'band', groups: ['youth'], rooms: ['ovingsrom-2', 'ovingsrom-4'], weight: 1, purposes: ['Øving'] },
  { name: 'Hakkespett', kind: 'band', groups: [], rooms: REHEARSAL, weight: 4, purposes: ['Øving', 'Låtskriving'] },
  { name: 'Ulvestua', kind: 'band', groups: [], rooms: [...REHEARSAL, 'lydstudio'], weight: 4, purposes: ['Øving', 'Innspilling'] },
  { name: 'Torvald', kind: 'band', groups: [], rooms: REHEARSAL, weight: 3, purposes: ['Øving'] },
  { name: 'Sagmugg', kind: 'band', groups: [], rooms: REHEARSAL, weight: 4, purposes: ['Øving', 'Generalprøve'] },
  { name: 'Lyng', kind: 'band', groups: ['youth'], rooms: REHEARSAL, weight: 4, purposes: ['Øving'] },
  { name: 'Nattskift', kind: 'band', groups: [], rooms: REHEARSAL, weight: 4, purposes: ['Øving', 'Kveldsøkt'] },
  { name: 'Tre Trinn Ned', kind: 'band', groups: ['youth'], rooms: SMALL_REHEARSAL, weight: 3, purposes: ['Øving'] },
  { name: 'Melkerampa', kind: 'band', groups: [], rooms: REHEARSAL, weight: 3, purposes: ['Øving', 'Nye låter'] },
  { name: 'Gråpus', kind: 'band', groups: ['youth'], rooms: SMALL_REHEARSAL, weight: 3, purposes: ['Øving'] },
  { name: 'Vinterdekk', kind: 'band', groups: [], rooms: [...REHEARSAL, 'lydstudio'], weight: 2, purposes: ['Øving', 'Demo'] },
  {
    name: 'Søndag Formiddag',
    kind: 'band',
    groups: [],
    rooms: ['ovingsrom-4', 'vokalrommet'],
    weight: 2,
    purposes: ['Duo-øving', 'Sangopptak'],
  },
];

/** Associations, schools and firms from around the region. */
export const ASSOCIATIONS: readonly SeedOrganisation[] = [
  {
    name: 'Tunkoret',
    kind: 'association',
    organisationNumber: '310021482',
    groups: ['voluntary'],
    rooms: ['hoyloftet', 'storstua'],
    weight: 4,
    purposes: ['Korøvelse', 'Seminar'],
  },
  {
    name: 'Jessheim ungdomskorps',
    kind: 'association',
    organisationNumber: '310021113',
    groups: ['voluntary', 'youth'],
    onAccount: true,
    rooms: ['hoyloftet', 'storsalen'],
    weight: 4,
    purposes: ['Korpsøving', 'Julekonsert'],
  },
  {
    name: 'Visens venner på Romerike',
    kind: 'association',
    organisationNumber: '310021857',
    groups: ['voluntary'],
    rooms: ['storstua', 'hoyloftet'],
    weight: 3,
    purposes: ['Visekveld', 'Øving'],
  },
  {
    name: 'Teaterlaget Stolpe',
    kind: 'association',
    organisationNumber: '310022225',
    groups: ['voluntary'],
    rooms: ['hoyloftet', 'verkstedet', 'storsalen'],
    weight: 3,
    purposes: ['Prøver', 'Kostymer', 'Forestilling'],
  },
  {
    name: 'Kulturskolen',
    kind: 'internal',
    groups: ['municipal', 'youth'],
    onAccount: true,
    rooms: ['ovingsrom-1', 'ovingsrom-4', 'storsalen'],
    weight: 4,
    purposes: ['Bandundervisning', 'Konsert'],
  },
  {
    name: 'Romerike podkast',
    kind: 'business',
    organisationNumber: '310022594',
    groups: ['commercial'],
    vatRegistered: true,
    rooms: ['vokalrommet', 'klipperommet'],
    weight: 4,
    purposes: ['Opptak av podkast', 'Klipp'],
  },
];

export const ORGANISATIONS: readonly SeedOrganisation[] = [...PERMANENT_ACTORS, ...BANDS, ...ASSOCIATIONS];
