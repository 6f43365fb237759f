import { REHEARSAL_HOURS, type SeedRoom } from './seed-room';

const SHARED = {
  building: 'stallen',
  kind: 'rehearsal',
  floor: { nb: '1. etasje', en: 'Ground floor' },
  rules: {
    nb: 'Dørene skal være lukket når dere spiller. Trommer i Stallen er i orden til kl. 22, etter det spiller dere stille eller uten. Sett ting tilbake, slå av forsterkerne og ta med søppel ut.',
    en: 'Keep the doors closed while you play. Drums in Stallen are fine until 22:00; after that play softly or without. Put things back, switch off the amplifiers and take your rubbish out.',
  },
  hours: REHEARSAL_HOURS,
  setupMinutes: 0,
  cleanupMinutes: 0,
  minMinutes: 60,
  maxMinutes: 480,
  noticeMinutes: 0,
  horizonDays: 120,
  policy: 'eight-hours',
} as const;

/** The stable: three rehearsal rooms where the stalls were. */
export const STALLEN_ROOMS: readonly SeedRoom[] = [
  {
    ...SHARED,
    slug: 'ovingsrom-3',
    name: 'Øvingsrom 3',
    planNumber: 5,
    squareMetres: 18,
    capacity: 5,
    stepFree: true,
    summary: {
      nb: 'Tørt og tett rom for trio og kvartett, med gode forsterkere og varm golvvarme.',
      en: 'Dry, tight room for trios and quartets, with good amplifiers and a warm floor.',
    },
    description: {
      nb: 'Spiltauene er borte, men krybba henger igjen som hylle. Rommet er dempet med ull og tre, så alt høres tydelig også når dere spiller svakt. Best for band på tre til fem.',
      en: 'The stalls are gone, but the manger remains as a shelf. The room is damped with wool and wood, so everything is clear even when you play softly. Best for bands of three to five.',
    },
    accessibility: {
      nb: 'Trinnfri inngang, dør 90 cm. HC-toalett midt i Stallen.',
      en: 'Step-free entrance, door 90 cm wide. Accessible toilet in the middle of Stallen.',
    },
    included: {
      nb: ['Sanganlegg', 'Gitarforsterker', 'Bassforsterker', 'To notestativer'],
      en: ['Vocal system', 'Guitar amplifier', 'Bass amplifier', 'Two music stands'],
    },
    eveningKroner: 110,
    daytimeKroner: 75,
    equipment: ['trommesett', 'sangmikrofon', 'gitarforsterker', 'elektrisk-piano'],
  },
  {
    ...SHARED,
    slug: 'ovingsrom-4',
    name: 'Øvingsrom 4',
    planNumber: 6,
    squareMetres: 24,
    capacity: 7,
    stepFree: true,
    summary: {
      nb: 'Lyst rom med to vinduer. For band på fem til sju, eller kammermusikk.',
      en: 'Bright room with two windows. For bands of five to seven, or chamber music.',
    },
    description: {
      nb: 'Rommet har forheng på skinner, så klangen kan gjøres tørr for trommer eller levende for strykere og kor. Det står en benk langs veggen for dem som venter på tur.',
      en: 'Curtains on rails let you make the sound dry for drums or lively for strings and choir. There is a bench along the wall for those waiting their turn.',
    },
    accessibility: {
      nb: 'Trinnfri inngang, dør 90 cm. HC-toalett midt i Stallen. Forhengene betjenes sittende.',
      en: 'Step-free entrance, door 90 cm wide. Accessible toilet in the middle of Stallen. The curtains can be worked sitting down.',
    },
    included: {
      nb: ['Sanganlegg med to høyttalere', 'Gitarforsterker', 'Bassforsterker', 'Åtte notestativer', 'Forheng som demper'],
      en: ['Vocal system with two speakers', 'Guitar amplifier', 'Bass amplifier', 'Eight music stands', 'Damping curtains'],
    },
    eveningKroner: 130,
    daytimeKroner: 90,
    equipment: ['trommesett', 'sangmikrofon', 'gitarforsterker', 'elektrisk-piano'],
  },
  {
    ...SHARED,
    slug: 'ovingsrom-5',
    name: 'Øvingsrom 5',
    planNumber: 7,
    squareMetres: 16,
    capacity: 4,
    stepFree: false,
    summary: {
      nb: 'Det minste og rimeligste rommet. For duoer, sangøving og den som vil spille alene.',
      en: 'The smallest and cheapest room. For duos, singing practice and those who want to play alone.',
    },
    description: {
      nb: 'Kuskens gamle kammer innerst i Stallen. Lavt under taket og lunt, med en sofa, et speil og lys som kan dempes. Mange skriver låter her.',
      en: 'The coachman’s old chamber at the end of Stallen. Low ceiling and snug, with a sofa, a mirror and dimmable light. Many write songs here.',
    },
    accessibility: {
      nb: 'To trinn opp fra gangen og dør 80 cm. Øvingsrom 3 er nærmeste trinnfrie rom.',
      en: 'Two steps up from the corridor, door 80 cm wide. Øvingsrom 3 is the nearest step-free room.',
    },
    included: {
      nb: ['Lite sanganlegg', 'Gitarforsterker', 'Sofa og speil'],
      en: ['Small vocal system', 'Guitar amplifier', 'Sofa and mirror'],
    },
    eveningKroner: 95,
    daytimeKroner: 65,
    equipment: ['sangmikrofon', 'gitarforsterker', 'elektrisk-piano'],
  },
];
