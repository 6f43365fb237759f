/**
 * How full the rooms are: the probability that somebody starts in a free half hour, by part of the day. With bookings of two to
 * three hours, mostly on the hour, 0.7 keeps a room three quarters full, 0.2 a third.
 */
export type Occupancy = {
  readonly weekday: { readonly day: number; readonly evening: number; readonly night: number };
  readonly weekend: { readonly day: number; readonly evening: number; readonly night: number };
  /** Lengths in minutes, each as often as it stands here. */
  readonly lengths: readonly number[];
};

const REHEARSAL: Occupancy = {
  weekday: { day: 0.06, evening: 0.7, night: 0.1 },
  weekend: { day: 0.2, evening: 0.5, night: 0.15 },
  lengths: [90, 120, 120, 120, 150, 150, 180, 180, 240],
};

const WORKROOM: Occupancy = {
  weekday: { day: 0.11, evening: 0.08, night: 0 },
  weekend: { day: 0.08, evening: 0.04, night: 0 },
  lengths: [60, 90, 120, 120, 180, 240],
};

const SMALL_HALL: Occupancy = {
  weekday: { day: 0.05, evening: 0.4, night: 0 },
  weekend: { day: 0.12, evening: 0.15, night: 0 },
  lengths: [120, 120, 150, 180, 180, 240],
};

/** Half of the great hall, on the days when nobody has the whole. */
const HALF_HALL: Occupancy = {
  weekday: { day: 0.02, evening: 0.12, night: 0 },
  weekend: { day: 0.05, evening: 0.05, night: 0 },
  lengths: [120, 180, 180, 240],
};

export const OCCUPANCY: Readonly<Record<string, Occupancy>> = {
  storsalen: {
    weekday: { day: 0.02, evening: 0.06, night: 0 },
    weekend: { day: 0.08, evening: 0.07, night: 0 },
    lengths: [180, 240, 240, 300, 360, 480],
  },
  'storsalen-ost': HALF_HALL,
  'storsalen-vest': HALF_HALL,
  hoyloftet: SMALL_HALL,
  storstua: SMALL_HALL,
  'ovingsrom-1': REHEARSAL,
  'ovingsrom-2': REHEARSAL,
  'ovingsrom-3': REHEARSAL,
  'ovingsrom-4': REHEARSAL,
  'ovingsrom-5': { ...REHEARSAL, weekday: { day: 0.05, evening: 0.55, night: 0.06 } },
  lydstudio: {
    weekday: { day: 0.18, evening: 0.25, night: 0 },
    weekend: { day: 0.18, evening: 0.12, night: 0 },
    lengths: [180, 240, 240, 300, 360, 360, 480],
  },
  klipperommet: WORKROOM,
  vokalrommet: WORKROOM,
  verkstedet: { ...WORKROOM, lengths: [120, 180, 180, 240, 300] },
};

/** Wall-clock minutes at which evening and night begin. */
export const EVENING_FROM = 16 * 60;
export const NIGHT_FROM = 22 * 60;

/** Those who book for themselves, beside the organisations: the rooms they take and what for. */
export const PRIVATE_USE: readonly { readonly rooms: readonly string[]; readonly purposes: readonly string[]; readonly weight: number }[] =
  [
    {
      rooms: ['ovingsrom-1', 'ovingsrom-2', 'ovingsrom-3', 'ovingsrom-4', 'ovingsrom-5'],
      purposes: ['Øving', 'Øver alene', 'Låtskriving'],
      weight: 6,
    },
    { rooms: ['vokalrommet'], purposes: ['Sangopptak', 'Lydbok'], weight: 4 },
    { rooms: ['klipperommet'], purposes: ['Klipp av kortfilm', 'Podkast'], weight: 3 },
    { rooms: ['lydstudio'], purposes: ['Innspilling', 'Demo'], weight: 3 },
    { rooms: ['verkstedet'], purposes: ['Søm', 'Ramme til utstilling'], weight: 3 },
    { rooms: ['hoyloftet', 'storstua', 'storsalen-ost', 'storsalen-vest'], purposes: ['Dans', 'Bursdag', 'Lesesirkel'], weight: 2 },
    { rooms: ['storsalen'], purposes: ['Konsert', 'Jubileum'], weight: 1 },
  ];

/** What bands add to the room: how often, and how many pieces at most. */
export const EQUIPMENT_WISHES: readonly { readonly slug: string; readonly chance: number; readonly most: number }[] = [
  { slug: 'trommesett', chance: 0.35, most: 1 },
  { slug: 'sangmikrofon', chance: 0.25, most: 2 },
  { slug: 'gitarforsterker', chance: 0.08, most: 1 },
  { slug: 'elektrisk-piano', chance: 0.1, most: 1 },
  { slug: 'opptaksmikrofon', chance: 0.15, most: 2 },
  { slug: 'projektor', chance: 0.15, most: 1 },
  { slug: 'scenelys', chance: 0.2, most: 1 },
  { slug: 'pa-anlegg', chance: 0.1, most: 1 },
];
