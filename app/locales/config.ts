import { LOCALES, type Locale } from '~/lib/locale';

export { LOCALES, type Locale };

/** The language of who has not chosen one. */
export const DEFAULT_LOCALE: Locale = 'nb';

export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

/** Texts are split by the pages that show them; a route names what it needs in `handle.i18n`. */
export const NAMESPACES = [
  'common',
  'home',
  'rooms',
  'calendar',
  'calendars',
  'bands',
  'booking',
  'auth',
  'my',
  'admin',
  'demo',
  'deskMails',
  'mail',
  'neighbours',
  'released',
  'loudMail',
  'releasedMail',
  'hosting',
  'roomPrices',
  'rules',
  'settings',
  'series',
  'seriesForm',
  'openingDates',
  'pickDates',
  'project',
  'doors',
  'equipment',
  'organisations',
  'closures',
  'closureOffer',
  'closureMail',
  'waiting',
  'split',
  'splitMail',
  'approval',
  'approvalMail',
  'change',
  'changeMail',
  'dates',
  'house',
  'invoicing',
  'invoiceMail',
  'invoices',
  'priceIndex',
  'signingMail',
  'papers',
  'leases',
  'paperMail',
  'adjustments',
  'books',
  'tenant',
] as const;
export type Namespace = (typeof NAMESPACES)[number];

/** Element of a page that carries its texts as JSON, by namespace. */
export const PAGE_TEXTS_ID = 'texts';

/** Options shared by the server's and the browser's i18next: one language an instance, no fallback that would hide a gap. */
export const I18N_OPTIONS = {
  supportedLngs: [...LOCALES],
  fallbackLng: false,
  defaultNS: 'common',
  interpolation: { escapeValue: false },
  returnNull: false,
  showSupportNotice: false,
  /** A text that is missing is marked, so that a test finds it on any page. */
  parseMissingKeyHandler: (key: string) => `⟦${key}⟧`,
} as const;
