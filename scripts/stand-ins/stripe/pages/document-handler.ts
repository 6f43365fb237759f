import { payInvoiceByCard } from '../resources/invoice-lifecycle';
import type { SimulatedAccount } from '../state/simulated-account';
import { invoicePage } from './invoice-page';
import { formatDate, formatOre, languageOf } from './page-texts';
import { notFoundPage } from './pay-page';
import type { PageReply, PageRequest } from './pay-page-handler';
import { textPdf } from './text-pdf';

const PDF_NOTICE = 'PRØVEDOKUMENT fra en stedfortreder for Stripe. Ikke et bokføringsbilag.';

export function handleInvoicePage(account: SimulatedAccount, invoiceId: string, request: PageRequest): PageReply {
  const invoice = account.store.invoices[invoiceId];
  const customer = invoice?.customer ? account.store.customers[invoice.customer] : undefined;
  const language = languageOf(customer?.preferred_locales?.[0] ?? null, request.acceptLanguage);
  if (invoice === undefined || invoice.status === 'draft') return { status: 404, body: notFoundPage(language) };
  if (request.method === 'POST') {
    if (invoice.status !== 'paid' && invoice.status !== 'void') payInvoiceByCard(account, invoice);
    return { status: 303, location: `/i/${invoice.id}` };
  }
  return { status: 200, body: invoicePage(invoice, account.store.invoiceLines[invoice.id] ?? [], language) };
}

export function invoicePdf(account: SimulatedAccount, invoiceId: string): Buffer | undefined {
  const invoice = account.store.invoices[invoiceId];
  if (invoice?.number == null) return undefined;
  return textPdf([
    PDF_NOTICE,
    '',
    `Faktura ${invoice.number}`,
    `Til: ${invoice.customer_name ?? ''} ${invoice.customer_email ?? ''}`,
    `Dato: ${formatDate(invoice.effective_at ?? invoice.created, 'nb')}`,
    ...(invoice.due_date === null ? [] : [`Forfall: ${formatDate(invoice.due_date, 'nb')}`]),
    ...(invoice.custom_fields ?? []).map((field) => `${field.name}: ${field.value}`),
    '',
    ...(account.store.invoiceLines[invoiceId] ?? []).map((line) => `${line.description ?? ''}   ${formatOre(line.amount, 'nb')}`),
    '',
    `Sum: ${formatOre(invoice.total, 'nb')}   uten mva.: ${formatOre(invoice.total_excluding_tax ?? invoice.total, 'nb')}`,
    `Gjenstår: ${formatOre(invoice.amount_remaining, 'nb')}`,
    invoice.footer ?? '',
  ]);
}

export function creditNotePdf(account: SimulatedAccount, creditNoteId: string): Buffer | undefined {
  const note = account.store.creditNotes[creditNoteId];
  if (note === undefined) return undefined;
  const lines = account.store.creditNoteLines[creditNoteId] ?? [];
  return textPdf([
    PDF_NOTICE,
    '',
    `Kreditnota ${note.number}`,
    ...lines.map((line) => `${line.description ?? ''}   ${formatOre(line.amount, 'nb')}`),
    `Sum: ${formatOre(note.total, 'nb')}`,
  ]);
}
