/** The languages on the screen: Norwegian bokmål and English. */
export type Locale = 'nb' | 'en';

export const LOCALES = ['nb', 'en'] as const satisfies readonly Locale[];

/** A text kept in both languages. */
export interface BilingualText {
  readonly nb: string;
  readonly en: string;
}
