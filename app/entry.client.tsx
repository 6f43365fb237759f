import { RemixBrowser } from '@remix-run/react';
import i18next from 'i18next';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { waitForContact } from '~/components/layout/patient-fetch';
import { I18N_OPTIONS } from '~/locales/config';
import { lazyTexts } from '~/locales/lazy-texts';

/** The page says in its `html` element which texts it was rendered with; they are loaded before React takes over. */
async function start(): Promise<void> {
  waitForContact();
  const { lang, dataset } = document.documentElement;
  await i18next
    .use(lazyTexts)
    .use(initReactI18next)
    .init({ ...I18N_OPTIONS, lng: lang, ns: (dataset.i18n ?? 'common').split(' ') });
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
