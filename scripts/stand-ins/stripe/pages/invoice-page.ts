import type { InvoiceLineRecord, InvoiceRecord } from '../state/records';
import { html, type Markup } from './html';
import { layout } from './page-layout';
import { formatDate, formatOre, textsFor, type PageLanguage } from './page-texts';

/** The hosted page of a finalised invoice; an open one can be paid on it. */
export function invoicePage(invoice: InvoiceRecord, lines: readonly InvoiceLineRecord[], language: PageLanguage): string {
  const texts = textsFor(language);
  const title = `${texts.invoice} ${invoice.number ?? ''}`;
  const status = texts.statuses[(invoice.status ?? 'draft') as keyof typeof texts.statuses];
  const payable = invoice.status === 'open' || invoice.status === 'uncollectible';
  return layout(
    language,
    title,
    html`<section class="card">
      <h1>${title}</h1>
      <p class="amount">${formatOre(invoice.total, language)}</p>
      ${row(texts.status, status)} ${invoice.effective_at === null ? null : row(texts.date, formatDate(invoice.effective_at, language))}
      ${invoice.due_date === null ? null : row(texts.dueDate, formatDate(invoice.due_date, language))}
      ${(invoice.custom_fields ?? []).map((field) => row(field.name, field.value))}
      <ul class="lines">
        ${lines.map((line) => html`<li><span>${line.description ?? ''}</span><span class="number">${formatOre(line.amount, language)}</span></li>`)}
      </ul>
      ${invoice.total === (invoice.total_excluding_tax ?? invoice.total) ? null : row(texts.ofWhichTax, formatOre(invoice.total - (invoice.total_excluding_tax ?? invoice.total), language))}
      ${row(texts.remaining, formatOre(invoice.amount_remaining, language), 'sum total')}
      ${invoice.footer === null ? null : html`<p class="hint">${invoice.footer}</p>`}
      ${payable ? html`<form method="post" action="/i/${invoice.id}"><button class="primary">${texts.pay} ${formatOre(invoice.amount_remaining, language)}</button></form>` : null}
      <a class="button" href="/i/${invoice.id}/pdf">${texts.download}</a>
    </section>`,
  );
}

function row(name: string, value: string, className = 'sum'): Markup {
  return html`<div class="${className}"><span>${name}</span><span class="number">${value}</span></div>`;
}
