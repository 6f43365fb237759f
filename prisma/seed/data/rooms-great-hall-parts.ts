import { LARGE_HALL_HOURS, type SeedRoom } from './seed-room';

const SHARED = {
  partOf: 'storsalen',
  building: 'laven',
  kind: 'dissemination',
  planNumber: null,
  stepFree: true,
  floor: { nb: '1. etasje', en: 'Ground floor' },
  rules: {
    nb: 'Foldeveggen står når dere kommer og skal stå når dere går. Er naboen på den andre siden i gang, holder dere lyden på samtalenivå med åpen dør. Rømningsveiene holdes fri, og lyden er nede kl. 23.',
    en: 'The folding wall stands when you come and stays when you leave. If your neighbour on the other side has begun, keep the sound at conversation level with the door open. Keep the escape routes clear; sound is down at 23:00.',
  },
  hours: LARGE_HALL_HOURS,
  setupMinutes: 15,
  cleanupMinutes: 15,
  minMinutes: 60,
  maxMinutes: 480,
  noticeMinutes: 240,
  horizonDays: 240,
  policy: 'eight-hours',
} as const;

/** The halves of the great hall, on either side of its folding wall. */
export const GREAT_HALL_PARTS: readonly SeedRoom[] = [
  {
    ...SHARED,
    slug: 'storsalen-ost',
    name: 'Storsalen øst',
    squareMetres: 116,
    capacity: 80,
    summary: {
      nb: 'Scenehalvdelen av Storsalen, med plass til 80. For foredrag, kor og små konserter.',
      en: 'The stage half of Storsalen, for 80 people. For talks, choirs and small concerts.',
    },
    description: {
      nb: 'Øst for foldeveggen ligger scenen, lyset og det faste lydanlegget. Med stoler i rader sitter 80. Veggen demper tale og akustisk musikk godt, men ikke trommer. Et kvarter til rigg og et kvarter til rydding følger med.',
      en: 'East of the folding wall you have the stage, the lights and the fixed sound system. It seats 80 in rows. The wall keeps out talk and acoustic music, but not drums. A quarter of an hour to set up and a quarter to clear come with it.',
    },
    accessibility: {
      nb: 'Trinnfritt fra tunet, dør 120 cm. Rampe til scenen, teleslynge og tre plasser for rullestol. HC-toalett i gangen.',
      en: 'No steps from the yard, door 120 cm wide. Ramp to the stage, hearing loop and three wheelchair places. Accessible toilet in the corridor.',
    },
    included: {
      nb: ['Scene 6 × 4 meter', 'Lydanlegg med mikser på 16 kanaler', 'Tolv lamper i rigg', '80 stoler'],
      en: ['Stage, 6 × 4 metres', 'Sound system with a 16-channel mixer', 'Twelve lamps in a rig', '80 chairs'],
    },
    eveningKroner: 420,
    daytimeKroner: 310,
    equipment: ['projektor', 'scenelys', 'sangmikrofon', 'elektrisk-piano'],
  },
  {
    ...SHARED,
    slug: 'storsalen-vest',
    name: 'Storsalen vest',
    squareMetres: 96,
    capacity: 60,
    summary: {
      nb: 'Langbordshalvdelen av Storsalen, med kjøkkenkrok og plass til 60. For middager, møter og dugnad.',
      en: 'The long-table half of Storsalen, with a kitchenette and room for 60. For dinners, meetings and making things together.',
    },
    description: {
      nb: 'Vest for foldeveggen står langbordene ved vinduene mot tunet. Kjøkkenkroken har komfyr, kjøleskap og servise til 60. Her er ingen scene, men en skjerm på veggen. Et kvarter til rigg og et kvarter til rydding følger med.',
      en: 'West of the folding wall the long tables stand by the windows towards the yard. The kitchenette has a cooker, a fridge and tableware for 60. No stage here, but a screen on the wall. A quarter of an hour to set up and a quarter to clear come with it.',
    },
    accessibility: {
      nb: 'Trinnfritt fra tunet, dør 120 cm. Kjøkkenbenken kan senkes. HC-toalett i gangen.',
      en: 'No steps from the yard, door 120 cm wide. The kitchen worktop can be lowered. Accessible toilet in the corridor.',
    },
    included: {
      nb: ['Ti langbord og 60 stoler', 'Kjøkkenkrok med servise til 60', 'Skjerm på veggen'],
      en: ['Ten long tables and 60 chairs', 'Kitchenette with tableware for 60', 'Screen on the wall'],
    },
    eveningKroner: 350,
    daytimeKroner: 260,
    equipment: ['projektor', 'sangmikrofon', 'elektrisk-piano'],
  },
];
