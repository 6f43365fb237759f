import type { BilingualText } from '~/lib/locale';
import type { AddOnKind } from '~/modules/rooms/add-on';

/** Equipment for hire. The price is whole kroner with 25 % VAT in it, a multiple of five so that the net is exact. */
export type SeedEquipment = {
  readonly slug: string;
  readonly name: BilingualText;
  readonly description: BilingualText;
  /** Equipment when left out. */
  readonly kind?: AddOnKind;
  readonly quantity: number;
  /** For one booking, or for one person an hour. */
  readonly grossKroner: number;
  /** The least time people are charged for. */
  readonly minMinutes?: number;
  /** How long before the booking it must be ordered. */
  readonly noticeMinutes?: number;
};

export const EQUIPMENT: readonly SeedEquipment[] = [
  {
    slug: 'trommesett',
    name: { nb: 'Trommesett med cymbaler', en: 'Drum kit with cymbals' },
    description: { nb: 'Femdelt, står rigget i rommet', en: 'Five pieces, set up in the room' },
    quantity: 4,
    grossKroner: 60,
  },
  {
    slug: 'sangmikrofon',
    name: { nb: 'Sangmikrofon med stativ', en: 'Vocal microphone with stand' },
    description: { nb: 'Med fem meter kabel', en: 'With five metres of cable' },
    quantity: 8,
    grossKroner: 25,
  },
  {
    slug: 'gitarforsterker',
    name: { nb: 'Gitarforsterker', en: 'Guitar amplifier' },
    description: { nb: 'Rørforsterker på 30 watt, i tillegg til dem i rommet', en: 'A 30 watt valve amplifier besides those in the room' },
    quantity: 3,
    grossKroner: 40,
  },
  {
    slug: 'elektrisk-piano',
    name: { nb: 'Elektrisk piano', en: 'Electric piano' },
    description: { nb: '88 vektede tangenter, med pedal og benk', en: '88 weighted keys, with pedal and bench' },
    quantity: 2,
    grossKroner: 50,
  },
  {
    slug: 'opptaksmikrofon',
    name: { nb: 'Kondensatormikrofon', en: 'Condenser microphone' },
    description: { nb: 'Stor membran, for sang og akustiske instrumenter', en: 'Large diaphragm, for vocals and acoustic instruments' },
    quantity: 4,
    grossKroner: 75,
  },
  {
    slug: 'projektor',
    name: { nb: 'Projektor og lerret', en: 'Projector and screen' },
    description: { nb: 'Full HD med HDMI, lerret på tre meter', en: 'Full HD with HDMI, three-metre screen' },
    quantity: 2,
    grossKroner: 150,
  },
  {
    slug: 'scenelys',
    name: { nb: 'Scenelys med lysbord', en: 'Stage lights with a desk' },
    description: { nb: 'Åtte bevegelige lamper, ferdig programmert', en: 'Eight moving lamps, ready programmed' },
    quantity: 1,
    grossKroner: 450,
  },
  {
    slug: 'pa-anlegg',
    name: { nb: 'Flyttbart PA-anlegg', en: 'Portable PA system' },
    description: { nb: 'To høyttalere, mikser og kabler', en: 'Two speakers, a mixer and cables' },
    quantity: 2,
    grossKroner: 250,
  },
  {
    slug: 'lydtekniker',
    name: { nb: 'Lydtekniker', en: 'Sound engineer' },
    description: { nb: 'Setter opp og mikser, kjenner anlegget', en: 'Sets up and mixes, knows the system' },
    kind: 'staff',
    quantity: 2,
    grossKroner: 650,
    minMinutes: 180,
    noticeMinutes: 3 * 1_440,
  },
  {
    slug: 'sluttvask',
    name: { nb: 'Sluttvask', en: 'Cleaning afterwards' },
    description: { nb: 'Huset vasker når dere er ferdige', en: 'The house cleans when you have left' },
    kind: 'cleaning',
    quantity: 1,
    grossKroner: 900,
  },
];
