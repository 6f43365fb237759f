import { i18nFor } from '~/http/i18n.server';
import { now } from '~/infrastructure/clock.server';
import { env } from '~/infrastructure/env.server';
import { sendOnce } from '~/infrastructure/outgoing-mail.server';
import { INVOICE_TOPICS, invoiceMailKey, invoiceMailPayload } from '~/modules/billing/invoices/invoice.messages';
import { invoiceMail } from '~/modules/billing/invoices/invoice-mail';
import { findInvoicePage } from '~/modules/billing/invoices/invoice-page.queries.server';
import { keepInvoicePaper } from '~/modules/billing/invoices/keep-invoice-paper.server';

/** Job `invoices.mail`: keeps the paper of an issued invoice, and sends it in one mail to those who take care of invoices. */
export async function sendInvoiceMail(payload: unknown): Promise<void> {
  const { invoiceId } = invoiceMailPayload.parse(payload);
  const paper = await keepInvoicePaper(invoiceId);
  const invoice = await findInvoicePage(invoiceId, null);
  if (!paper || !invoice) return;
  const url = `${env.PUBLIC_URL}/min-side/leie/${invoice.organisationId}/fakturaer/${invoiceId}`;
  const mail = invoiceMail(invoice, url, i18nFor(invoice.locale).getFixedT(null, 'invoiceMail'));
  const filename = `${invoice.locale === 'nb' ? 'faktura' : 'invoice'}-${invoice.number ?? ''}.pdf`;
  const attachments = [{ filename, content: Buffer.from(paper), contentType: 'application/pdf' }];
  const key = { dedupeKey: invoiceMailKey(invoiceId), topic: INVOICE_TOPICS.mail };
  await sendOnce({ ...mail, ...key, to: invoice.buyer.emails.join(', '), attachments }, now());
}
