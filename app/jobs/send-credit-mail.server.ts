import { i18nFor } from '~/http/i18n.server';
import { now } from '~/infrastructure/clock.server';
import { env } from '~/infrastructure/env.server';
import { sendOnce } from '~/infrastructure/outgoing-mail.server';
import { keepCreditPaper } from '~/modules/billing/invoices/credit/keep-credit-paper.server';
import { creditMailKey, creditNotePayload, INVOICE_TOPICS } from '~/modules/billing/invoices/invoice.messages';
import { creditMail } from '~/modules/billing/invoices/invoice-mail';

/** Job `invoices.credit-mail`: keeps the paper of an issued credit note, and sends it in one mail to whoever got the invoice. */
export async function sendCreditMail(payload: unknown): Promise<void> {
  const { creditNoteId } = creditNotePayload.parse(payload);
  const kept = await keepCreditPaper(creditNoteId);
  if (!kept) return;
  const { note, invoice, bytes } = kept;
  const url = `${env.PUBLIC_URL}/min-side/leie/${invoice.organisationId}/fakturaer/${invoice.id}`;
  const number = note.number ?? '';
  const mail = creditMail(
    { ...invoice, creditNumber: number, creditOre: note.grossOre },
    url,
    i18nFor(invoice.locale).getFixedT(null, 'invoiceMail'),
  );
  const attachments = [{ filename: `kreditnota-${number}.pdf`, content: Buffer.from(bytes), contentType: 'application/pdf' }];
  const key = { dedupeKey: creditMailKey(creditNoteId), topic: INVOICE_TOPICS.creditMail };
  await sendOnce({ ...mail, ...key, to: invoice.buyer.emails.join(', '), attachments }, now());
}
