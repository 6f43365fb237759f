export type PageLanguage = 'nb' | 'en';

const TEXTS = {
  nb: {
    banner: 'Prøvebetaling – ingen penger flyttes',
    bannerDetail: 'Denne siden er en stedfortreder for Stripe.',
    pay: 'Betal',
    payTitle: 'Betaling',
    total: 'Å betale',
    ofWhichTax: 'Herav mva.',
    quantity: 'stk.',
    details: 'Kort',
    email: 'E-post',
    name: 'Navn på kortet',
    cardNumber: 'Kortnummer',
    expiry: 'Utløper (MM/ÅÅ)',
    cvc: 'CVC',
    cardHint: 'Prøvekort: 4242 4242 4242 4242 godtas, 4000 0000 0000 0002 avvises.',
    tryOther: 'Prøv et annet utfall',
    decline: 'La kortet bli avvist',
    delay: 'Betal senere (banken svarer siden)',
    cancel: 'Avbryt og gå tilbake',
    declined: 'Kortet ble avvist. Prøv et annet kort.',
    insufficient: 'Kortet ble avvist fordi det ikke er dekning på kontoen.',
    unknownCard: 'Bruk et av prøvekortene. Ekte kortnumre skal ikke skrives inn her.',
    emailNeeded: 'Skriv inn en gyldig e-postadresse.',
    expiredTitle: 'Betalingen er utløpt',
    expired: 'Tiden for å betale er ute, og ingenting er trukket.',
    completeTitle: 'Betalingen er fullført',
    complete: 'Denne betalingen er allerede gjennomført. Det er trukket bare én gang.',
    back: 'Tilbake',
    notFoundTitle: 'Fant ikke siden',
    invoice: 'Faktura',
    invoiceNumber: 'Fakturanummer',
    date: 'Dato',
    dueDate: 'Forfall',
    status: 'Status',
    remaining: 'Gjenstår',
    download: 'Last ned PDF',
    statuses: { draft: 'Utkast', open: 'Ubetalt', paid: 'Betalt', void: 'Annullert', uncollectible: 'Ikke innkrevbar' },
  },
  en: {
    banner: 'Stand-in for Stripe, no real money',
    bannerDetail: 'Nothing you do on this page moves money.',
    pay: 'Pay',
    payTitle: 'Payment',
    total: 'Total',
    ofWhichTax: 'Of which VAT',
    quantity: 'pcs',
    details: 'Card',
    email: 'Email',
    name: 'Name on card',
    cardNumber: 'Card number',
    expiry: 'Expires (MM/YY)',
    cvc: 'CVC',
    cardHint: 'Test cards: 4242 4242 4242 4242 is accepted, 4000 0000 0000 0002 is declined.',
    tryOther: 'Try another outcome',
    decline: 'Let the card be declined',
    delay: 'Pay later (the bank answers afterwards)',
    cancel: 'Cancel and go back',
    declined: 'Your card was declined. Try another card.',
    insufficient: 'Your card was declined for insufficient funds.',
    unknownCard: 'Use one of the test cards. Never enter a real card number here.',
    emailNeeded: 'Enter a valid email address.',
    expiredTitle: 'This payment has expired',
    expired: 'The time to pay is over, and nothing was charged.',
    completeTitle: 'The payment is complete',
    complete: 'This payment has been made already. It was charged only once.',
    back: 'Back',
    notFoundTitle: 'Page not found',
    invoice: 'Invoice',
    invoiceNumber: 'Invoice number',
    date: 'Date',
    dueDate: 'Due',
    status: 'Status',
    remaining: 'Remaining',
    download: 'Download PDF',
    statuses: { draft: 'Draft', open: 'Unpaid', paid: 'Paid', void: 'Void', uncollectible: 'Uncollectible' },
  },
};
export type PageTexts = (typeof TEXTS)['nb'];

export function textsFor(language: PageLanguage): PageTexts {
  return TEXTS[language];
}

/** The session's own language, or the browser's when the session leaves it open. */
export function languageOf(locale: string | null, acceptLanguage: string | undefined): PageLanguage {
  const wanted = locale === null || locale === 'auto' ? (acceptLanguage ?? 'nb') : locale;
  return /^(nb|no|nn)\b/i.test(wanted) ? 'nb' : 'en';
}

/** Øre as kroner, in the manner of the language. */
export function formatOre(amount: number, language: PageLanguage): string {
  const locale = language === 'nb' ? 'nb-NO' : 'en-GB';
  return new Intl.NumberFormat(locale, { style: 'currency', currency: 'NOK' }).format(amount / 100);
}

export function formatDate(seconds: number, language: PageLanguage): string {
  const locale = language === 'nb' ? 'nb-NO' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'Europe/Oslo' }).format(new Date(seconds * 1000));
}
