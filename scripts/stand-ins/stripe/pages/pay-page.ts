import type { CheckoutLineRecord, CheckoutSessionRecord, CustomerRecord } from '../state/records';
import { html, type Markup } from './html';
import { layout } from './page-layout';
import { formatOre, textsFor, type PageLanguage, type PageTexts } from './page-texts';

export interface PayPageContent {
  session: CheckoutSessionRecord;
  lines: readonly CheckoutLineRecord[];
  customer: CustomerRecord | undefined;
  language: PageLanguage;
  error?: string;
  /** The card is only reserved; methods that take days cannot be. */
  reserves?: boolean;
  /** What was typed, shown again beside an error. */
  typed?: { email: string; name: string };
}

/** The page of an open session. Forms only: it works without scripts. */
export function payPage(content: PayPageContent): string {
  const { session, lines, language, error } = content;
  const texts = textsFor(language);
  const total = formatOre(session.amount_total ?? 0, language);
  return layout(
    language,
    `${texts.payTitle} ${total}`,
    html`<section aria-labelledby="what">
        <h1 id="what">${texts.payTitle}</h1>
        <p class="amount">${total}</p>
        <ul class="lines">
          ${lines.map((line) => lineMarkup(line, texts, language))}
        </ul>
        <div class="sum">
          <span>${texts.ofWhichTax}</span><span class="number">${formatOre(session.total_details?.amount_tax ?? 0, language)}</span>
        </div>
        <div class="sum total"><span>${texts.total}</span><span class="number">${total}</span></div>
      </section>
      <section class="card" aria-labelledby="how">
        <h2 id="how">${texts.details}</h2>
        ${error === undefined ? null : html`<p class="error" role="alert">${error}</p>`} ${form(content, texts, total)}
      </section>`,
    true,
  );
}

function lineMarkup(line: CheckoutLineRecord, texts: PageTexts, language: PageLanguage): Markup {
  const quantity = line.quantity ?? 1;
  const unit =
    quantity > 1 ? html`<small>${quantity} ${texts.quantity} × ${formatOre(line.price.unit_amount ?? 0, language)}</small>` : null;
  return html`<li>
    <span>${line.description ?? ''}${unit}</span><span class="number">${formatOre(line.amount_subtotal, language)}</span>
  </li>`;
}

function form({ session, customer, typed, reserves }: PayPageContent, texts: PageTexts, total: string): Markup {
  const email = customer?.email ?? session.customer_email;
  const cancel =
    session.cancel_url === null ? null : html`<button class="plain" name="action" value="cancel" formnovalidate>${texts.cancel}</button>`;
  return html`<form method="post" action="/c/pay/${session.id}">
    ${
      email === null
        ? html`<label>${texts.email}<input type="email" name="email" autocomplete="email" required value="${typed?.email ?? ''}" /></label>`
        : html`<label>${texts.email}<input type="email" value="${email}" readonly /></label>`
    }
    <label
      >${texts.cardNumber}<input
        name="card_number"
        inputmode="numeric"
        autocomplete="off"
        required
        value="4242 4242 4242 4242"
        aria-describedby="card-hint"
    /></label>
    <p class="hint" id="card-hint">${texts.cardHint}</p>
    <div class="pair">
      <label>${texts.expiry}<input name="expiry" inputmode="numeric" autocomplete="off" value="12/34" /></label>
      <label>${texts.cvc}<input name="cvc" inputmode="numeric" autocomplete="off" value="123" /></label>
    </div>
    <label>${texts.name}<input name="name" autocomplete="name" value="${typed?.name ?? customer?.name ?? ''}" /></label>
    <button class="primary" name="action" value="pay">${texts.pay} ${total}</button>
    <fieldset>
      <legend>${texts.tryOther}</legend>
      <button name="action" value="decline" formnovalidate>${texts.decline}</button>
      ${reserves === true ? null : html`<button name="action" value="delay">${texts.delay}</button>`}
    </fieldset>
    ${cancel}
  </form>`;
}

/** The page of a session that can no longer be paid, with a way back. */
export function closedSessionPage(session: CheckoutSessionRecord, language: PageLanguage): string {
  const texts = textsFor(language);
  const isComplete = session.status === 'complete';
  const back = isComplete ? successAddress(session) : session.cancel_url;
  const title = isComplete ? texts.completeTitle : texts.expiredTitle;
  return layout(
    language,
    title,
    html`<section class="card">
      <h1>${title}</h1>
      <p>${isComplete ? texts.complete : texts.expired}</p>
      ${back === null ? null : html`<a class="button" href="${back}">${texts.back}</a>`}
    </section>`,
  );
}

export function notFoundPage(language: PageLanguage): string {
  const { notFoundTitle } = textsFor(language);
  return layout(language, notFoundTitle, html`<section class="card"><h1>${notFoundTitle}</h1></section>`);
}

/** Where the payer goes afterwards; Stripe puts the session's id into the placeholder. */
export function successAddress(session: CheckoutSessionRecord): string {
  return (session.success_url ?? '/').replaceAll('{CHECKOUT_SESSION_ID}', session.id);
}
