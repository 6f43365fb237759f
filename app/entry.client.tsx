import { RemixBrowser } from '@remix-run/react';
import i18next, { type Resource } from 'i18next';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { waitForContact } from '~/components/layout/patient-fetch';
import { I18N_OPTIONS, PAGE_TEXTS_ID } from '~/locales/config';
import { lazyTexts } from '~/locales/lazy-texts';

/** The page carries the texts it was rendered with: React takes over with the same ones, and loads more only for other pages. */
async function start(): Promise<void> {
  waitForContact();
  const { lang } = document.documentElement;
  const texts = JSON.parse(document.getElementById(PAGE_TEXTS_ID)?.textContent ?? '{}') as Resource[string];
  await i18next
    .use(lazyTexts)
    .use(initReactI18next)
    .init({ ...I18N_OPTIONS, lng: lang, ns: Object.keys(texts), resources: { [lang]: texts }, partialBundledLanguages: true });
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <I18nextProvider i18n={i18next}>
          <RemixBrowser />
        </I18nextProvider>
      </StrictMode>,
    );
  });
}

void start();
