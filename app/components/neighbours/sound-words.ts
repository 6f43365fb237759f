import type { TFunction } from 'i18next';
import { formatSpan } from '~/lib/format-time';
import type { Locale } from '~/lib/locale';
import type { NearbySound } from '~/modules/availability/nearby-uses';
import { SOUND_CLASSES, type SoundClass } from '~/modules/rooms/sound-class';

/** How loud it will be, as a form asks for it; and what next door may be heard. Made on the server, so that the page's script stays small. */
export interface SoundWords {
  /** Null where no room hears this one. */
  readonly choice: {
    readonly label: string;
    readonly hint: string;
    readonly chosen: SoundClass;
    readonly options: readonly { readonly value: string; readonly label: string }[];
  } | null;
  readonly notes: readonly string[];
}

type Words = { readonly t: TFunction<'neighbours'>; readonly locale: Locale };

export function soundWords(
  { loudness, nearby }: { readonly loudness: SoundClass | null; readonly nearby: readonly NearbySound[] },
  words: Words,
): SoundWords {
  const { t } = words;
  return {
    choice: loudness && {
      label: t('choice.label'),
      hint: t('choice.hint'),
      chosen: loudness,
      options: SOUND_CLASSES.map((value) => ({ value, label: t(`choice.${value}`) })),
    },
    notes: nearby.map((sound) => nearbyNote(sound, words)),
  };
}

/** `Naborommet er bestilt for stillhet …; det kan høres der.` Never says who it is. */
export function nearbyNote({ start, end, loudness }: NearbySound, { t, locale }: Words): string {
  return t(loudness === 'quiet' ? 'warn.quiet' : 'warn.loud', { span: formatSpan(start, end, locale) });
}
