import { useTranslation } from 'react-i18next';
import { useLocale } from '../site/use-locale';
import type { MyTexts } from './my-texts';

/** Texts, language and moment together: what every line of my page is said with. */
export function useMyTexts(now: Date): MyTexts {
  const { t } = useTranslation(['my', 'common']);
  return { t, locale: useLocale(), now };
}
