import { useTranslation } from 'react-i18next';
import { isLocale, DEFAULT_LOCALE, type Locale } from '~/locales/config';

/** The language that the page is shown in. */
export function useLocale(): Locale {
  const { language } = useTranslation().i18n;
  return isLocale(language) ? language : DEFAULT_LOCALE;
}
