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
