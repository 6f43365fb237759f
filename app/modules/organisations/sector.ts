import type { BilingualText } from '~/lib/locale';

/** The twelve sectors of the cultural and creative industries (KKN), version 2016-09, in the languages of the screen. */
const SECTORS: Readonly<Record<string, BilingualText>> = {
  architecture: { nb: 'Arkitektur', en: 'Architecture' },
  design: { nb: 'Form og design', en: 'Form and design' },
  'film-photo': { nb: 'Film og foto', en: 'Film and photography' },
  art: { nb: 'Kunst', en: 'Visual art' },
  fashion: { nb: 'Mote', en: 'Fashion' },
  literature: { nb: 'Litteratur', en: 'Literature' },
  music: { nb: 'Musikk', en: 'Music' },
  'performing-arts': { nb: 'Scenekunst', en: 'Performing arts' },
  'games-media': { nb: 'Spill og medier', en: 'Games and media' },
  food: { nb: 'Mat og måltid', en: 'Food' },
  tourism: { nb: 'Reiseliv og besøksnæring', en: 'Tourism and visitor industry' },
  'experience-learning': { nb: 'Opplevelsesbasert læring', en: 'Experience-based learning' },
};

/** Name of a sector by its key; null for an organisation without one. */
export function sectorName(key: string | null): BilingualText | null {
  return key === null ? null : (SECTORS[key] ?? null);
}
