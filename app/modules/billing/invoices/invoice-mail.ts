import type { TFunction } from 'i18next';
import { formatOre } from '~/lib/format-money';
import { formatAccount } from '~/lib/format-number';
import { formatDay } from '~/lib/format-time';
import { type MailContent, renderMail } from '~/lib/mail-layout';
import type { InvoicePaper } from './invoice-view';

/** The mail that brings an invoice, with the paper beside it. */
export function invoiceMail(invoice: InvoicePaper, url: string, t: TFunction<'invoiceMail'>): MailContent {
  const { locale, number, buyer, seller, dueOn, grossOre, kid } = invoice;
  const due = formatDay(dueOn, locale, { year: true });
  const words = { number: number ?? '', seller: seller.name, name: buyer.name };
  return renderMail({
    locale,
    subject: t('subject', words),
    greeting: t('greeting', words),
    title: t('title', { ...words, amount: formatOre(grossOre, locale) }),
    paragraphs: [t('intro', { due })],
    facts: [
      { term: t('amount'), value: formatOre(grossOre, locale) },
      { term: t('due'), value: due },
      { term: t('account'), value: formatAccount(seller.bankAccount) },
      ...(kid === null ? [] : [{ term: t('kid'), value: kid }]),
    ],
    prices: [],
    button: { label: t('open'), url },
    closing: [t('card'), t('wrong')],
    sender: seller.name,
  });
}

export interface CreditMailFacts extends Pick<InvoicePaper, 'locale' | 'number' | 'buyer' | 'seller'> {
  readonly creditNumber: string;
  readonly creditOre: number;
}

/** The mail that brings a credit note, with the paper beside it. */
export function creditMail(facts: CreditMailFacts, url: string, t: TFunction<'invoiceMail'>): MailContent {
  const { locale, number, buyer, seller, creditNumber, creditOre } = facts;
  return renderMail({
    locale,
    subject: t('credit.subject', { number: creditNumber, seller: seller.name }),
    greeting: t('greeting', { name: buyer.name }),
    title: t('credit.title', { amount: formatOre(creditOre, locale) }),
    paragraphs: [t('credit.intro', { invoice: number ?? '' })],
    facts: [],
    prices: [],
    button: { label: t('open'), url },
    closing: [],
    sender: seller.name,
  });
}
