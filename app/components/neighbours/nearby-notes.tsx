import { useTranslation } from 'react-i18next';
import type { NearbySound } from '~/modules/availability/nearby-uses';
import { useLocale } from '../site/use-locale';
import { Notice } from '../ui/notice';
import { nearbyNote } from './sound-words';

/** What next door may be heard, or may hear: to know before it is saved. */
export function NearbyNotes({ nearby }: { nearby: readonly NearbySound[] }) {
  const { t } = useTranslation('neighbours');
  const locale = useLocale();
  return nearby.map((sound) => (
    <Notice key={sound.start.toISOString() + sound.loudness} tone="warning" title={nearbyNote(sound, { t, locale })} />
  ));
}
