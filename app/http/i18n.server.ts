import { createInstance, type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { I18N_OPTIONS, LOCALES, type Locale } from '~/locales/config';
import { TEXTS } from '~/locales/texts.server';

const instances = new Map<Locale, I18n>();

for (const locale of LOCALES) {
  const instance = createInstance();
  // initAsync: false makes the texts ready before init returns; they are already in memory.
  void instance.use(initReactI18next).init({ ...I18N_OPTIONS, lng: locale, resources: { [locale]: TEXTS[locale] }, initAsync: false });
  instances.set(locale, instance);
}

/** The texts of one language. An instance never changes its language, so all requests share it. */
export function i18nFor(locale: Locale): I18n {
  const instance = instances.get(locale);
  if (!instance) throw new Error(`No texts for ${locale}`);
  return instance;
}
