/** The look of the house in a mail: one sheet, a straw rule, a button; inline styles, because mail programs read nothing else. */

export interface MailContent {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

export interface MailParts {
  readonly locale: 'nb' | 'en';
  readonly subject: string;
  readonly greeting: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Facts in rows: when, where, how to get in. */
  readonly facts: readonly { readonly term: string; readonly value: string }[];
  /** Lines of the price; the last is the sum. */
  readonly prices: readonly { readonly label: string; readonly amount: string }[];
  readonly button: { readonly label: string; readonly url: string };
  readonly closing: readonly string[];
  readonly sender: string;
}

const INK = '#1f1a17';
const MUTED = '#564e48';
const LINE = '#dcd8d2';

export function renderMail(parts: MailParts): MailContent {
  return { subject: parts.subject, html: toHtml(parts), text: toText(parts) };
}

function toHtml({ locale, subject, greeting, title, paragraphs, facts, prices, button, closing, sender }: MailParts): string {
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:24px 16px;background:#f5f4f2;color:${INK};font:17px/1.5 Inter,Arial,sans-serif">
<div style="max-width:560px;margin:0 auto;padding:28px 24px 32px;background:#ffffff;border-top:4px solid #e2a93b">
<p style="margin:0 0 12px">${escapeHtml(greeting)}</p>
<h1 style="margin:0 0 16px;font:700 28px/1.15 'Bricolage Grotesque',Inter,Arial,sans-serif;letter-spacing:-0.5px">${escapeHtml(title)}</h1>
${paragraphs.map((text) => `<p style="margin:0 0 16px">${escapeHtml(text)}</p>`).join('\n')}
${table(facts.map(({ term, value }) => factRow(term, value)))}
${table(prices.map(({ label, amount }, index) => priceRow(label, amount, index === prices.length - 1)))}
<p style="margin:24px 0"><a href="${escapeHtml(button.url)}" style="display:inline-block;padding:14px 22px;background:#9b2f22;color:#ffffff;font-weight:600;text-decoration:none;border-radius:4px">${escapeHtml(button.label)}</a></p>
${closing.map((text) => `<p style="margin:0 0 12px;color:${MUTED};font-size:15px">${escapeHtml(text)}</p>`).join('\n')}
</div>
<p style="max-width:560px;margin:16px auto 0;color:${MUTED};font-size:13px">${escapeHtml(sender)}</p>
</body></html>
`;
}

function table(rows: readonly string[]): string {
  if (rows.length === 0) return '';
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 20px;border-collapse:collapse;border-top:3px solid ${INK}">${rows.join('')}</table>`;
}

function factRow(term: string, value: string): string {
  const cell = `padding:8px 0;border-bottom:1px solid ${LINE};vertical-align:top`;
  return `<tr><td style="${cell};width:120px;color:${MUTED};font-size:15px">${escapeHtml(term)}</td><td style="${cell}">${escapeHtml(value)}</td></tr>`;
}

function priceRow(label: string, amount: string, isSum: boolean): string {
  const cell = `padding:8px 0;border-bottom:1px solid ${LINE};${isSum ? 'font-weight:700' : 'font-size:15px'}`;
  return `<tr><td style="${cell}">${escapeHtml(label)}</td><td style="${cell};text-align:right;white-space:nowrap">${escapeHtml(amount)}</td></tr>`;
}

function toText({ greeting, title, paragraphs, facts, prices, button, closing, sender }: MailParts): string {
  const blocks = [
    greeting,
    title,
    ...paragraphs,
    facts.map(({ term, value }) => `${term}: ${value}`).join('\n'),
    prices.map(({ label, amount }) => `${label}: ${amount}`).join('\n'),
    `${button.label}: ${button.url}`,
    ...closing,
    `-- \n${sender}`,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
