/** The forms on the page of a payment: placed, taken back, paid back. */
import type { Actor } from '~/modules/identity/permissions';
import { readShares, returnForm } from '~/modules/billing/incoming/incoming.schema';
import { matchPayment, undoMatch } from '~/modules/billing/incoming/match-payment.server';
import { returnPayment } from '~/modules/billing/incoming/return-payment.server';
import { isUuid } from '~/lib/uuid';
import { parseForm } from './form.server';

type Refused = { readonly code: string; readonly amountOre?: number | undefined };

export type IncomingAnswer =
  /** What was done, as its words are called. */
  | { readonly said: 'placedNow' | 'undone' | 'returnedNow' }
  | { readonly intent: string; readonly values: Record<string, string>; readonly errors: Readonly<Record<string, Refused>> };

export async function answerIncoming(actor: Actor, paymentId: string, form: FormData, at: Date): Promise<IncomingAnswer> {
  const values = Object.fromEntries([...form.entries()].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
  switch (values['intent']) {
    case 'match':
      return match(actor, paymentId, form, values, at);
    case 'undo':
      return undo(actor, paymentId, values);
    case 'return':
      return payBack(actor, paymentId, form, at);
    default:
      throw new Response(null, { status: 400 });
  }
}

async function match(actor: Actor, paymentId: string, form: FormData, values: Record<string, string>, at: Date): Promise<IncomingAnswer> {
  const { shares, wrong } = readShares(form);
  if (wrong.length > 0) {
    return { intent: 'match', values, errors: Object.fromEntries(wrong.map((id) => [`belop-${id}`, { code: 'amount_invalid' }])) };
  }
  const matched = await matchPayment(actor, { paymentId, shares }, at);
  if (matched.ok) return { said: 'placedNow' };
  allow(matched.code);
  const field = 'invoiceId' in matched ? `belop-${matched.invoiceId}` : 'match';
  const amountOre =
    matched.code === 'more_than_left' ? matched.leftOre : matched.code === 'more_than_outstanding' ? matched.outstandingOre : undefined;
  return { intent: 'match', values, errors: { [field]: { code: matched.code, amountOre } } };
}

async function undo(actor: Actor, paymentId: string, values: Record<string, string>): Promise<IncomingAnswer> {
  const invoiceId = values['faktura'] ?? '';
  if (!isUuid(invoiceId)) throw new Response(null, { status: 400 });
  const undone = await undoMatch(actor, { paymentId, invoiceId });
  if (undone.ok) return { said: 'undone' };
  allow(undone.code);
  return { intent: 'undo', values, errors: { form: { code: undone.code } } };
}

async function payBack(actor: Actor, paymentId: string, form: FormData, at: Date): Promise<IncomingAnswer> {
  const parsed = await parseForm(form, returnForm);
  if (!parsed.ok) {
    const errors = Object.fromEntries(Object.entries(parsed.errors).map(([name, code]) => [name, { code }]));
    return { intent: 'return', values: parsed.values, errors };
  }
  const returned = await returnPayment(actor, { paymentId, ...parsed.value }, at);
  if (returned.ok) return { said: 'returnedNow' };
  allow(returned.code);
  const field = returned.code === 'more_than_left' || returned.code === 'card_payment' ? 'belop' : 'dato';
  const amountOre = returned.code === 'more_than_left' ? returned.leftOre : undefined;
  return { intent: 'return', values: parsed.values, errors: { [field]: { code: returned.code, amountOre } } };
}

function allow(code: string): void {
  if (code === 'not_allowed') throw new Response(null, { status: 403 });
}
