import type { BilingualText } from '~/lib/locale';

export type SeedBuilding = { readonly slug: string; readonly name: string; readonly entrance: BilingualText };

/** In the order of the board, from the gate and around the yard. */
export const BUILDINGS: readonly SeedBuilding[] = [
  {
    slug: 'laven',
    name: 'Låven',
    entrance: {
      nb: 'Den røde låven til venstre når du kommer inn på tunet. Andre dør fører til øvingsrommene, låvebrua til Høyloftet.',
      en: 'The red barn on your left as you enter the yard. The second door leads to the rehearsal rooms, the barn bridge to Høyloftet.',
    },
  },
  {
    slug: 'stallen',
    name: 'Stallen',
    entrance: {
      nb: 'Det lange røde huset nederst på tunet. Inngangen er midt på langsiden, under lykta.',
      en: 'The long red house at the lower end of the yard. The entrance is in the middle of the long side, under the lamp.',
    },
  },
  {
    slug: 'hovedbygningen',
    name: 'Hovedbygningen',
    entrance: {
      nb: 'Det hvite huset øverst på tunet. Hovedtrappa midt på, eller rampe og trinnfri dør på østsiden.',
      en: 'The white house at the top of the yard. Main steps in the middle, or the ramp and step-free door on the east side.',
    },
  },
  {
    slug: 'stabburet',
    name: 'Stabburet',
    entrance: {
      nb: 'Det gule stabburet ved tuntreet. Trapp med fem trinn opp til døra.',
      en: 'The yellow storehouse by the yard tree. Five steps up to the door.',
    },
  },
  {
    slug: 'smia',
    name: 'Smia',
    entrance: {
      nb: 'Det lille steinhuset ved innkjørselen. Brede porter mot tunet, trinnfritt inn.',
      en: 'The small stone house by the drive. Wide doors to the yard, no steps.',
    },
  },
];
