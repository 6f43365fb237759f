/** Ends a split that was not paid by all: every share that was paid goes back whole to the card that paid it. */
import { type AuditActor, recordAudit } from '~/infrastructure/audit.server';
import type { Tx } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { sumOre } from '~/lib/money';
import { expireCheckoutMessage } from '../../billing/billing.messages';
import { orderWholeRefund } from '../../billing/order-refund.server';
import { loadMoney } from '../../billing/settlement-records.server';
import { splitSubjectOf } from './split';
import { type SplitNews, splitMailMessage } from './split.messages';
import { endCollecting, findCollecting, type SplitRow } from './split.repository.server';

export interface SplitEnd {
  readonly actor: AuditActor;
  /** `lapsed`: the deadline has passed, and the organiser is told. */
  readonly state: 'called_off' | 'lapsed';
}

/** The caller holds the lock on the booking's row. Null when nothing was being collected for the booking. */
export async function endSplit(tx: Tx, bookingId: string, { actor, state }: SplitEnd): Promise<SplitRow | null> {
  const split = await findCollecting(tx, bookingId);
  if (!split || !(await endCollecting(tx, split.id, state))) return null;
  const paid = split.shares.flatMap(({ id, amountOre, paymentId }) => (paymentId === null ? [] : [{ id, amountOre, paymentId }]));
  for (const { id, paymentId } of paid) {
    const refundId = await orderWholeRefund(tx, paymentId, 'split_ended');
    await tell(tx, { bookingId, splitId: split.id, kind: 'ended', shareId: id, refundId });
  }
  if (state === 'lapsed') await tell(tx, { bookingId, splitId: split.id, kind: 'lapsed' });
  await recordAudit(tx, {
    actor,
    action: `split.${state}`,
    subjectType: 'booking',
    subjectId: bookingId,
    before: { state: 'collecting' },
    after: { state, shares: split.shares.length, paid: paid.length, refundOre: sumOre(paid.map(({ amountOre }) => amountOre)) },
  });
  return split;
}

/** The pages on which parts of a booking could be paid are closed, but for those that are kept. */
export async function closePartPages(tx: Tx, bookingId: string, isKept: (subject: string) => boolean = () => false): Promise<void> {
  const { checkouts } = await loadMoney(tx, bookingId);
  const open = checkouts.filter(({ state }) => state === 'open' || state === 'creating');
  for (const { id } of open.filter((checkout) => splitSubjectOf(checkout.subject) !== null && !isKept(checkout.subject))) {
    const { topic, payload } = expireCheckoutMessage(id);
    await enqueue(tx, topic, payload, { jobKey: `${topic}:${id}` });
  }
}

/** One mail for one piece of news. */
export async function tell(tx: Tx, news: SplitNews): Promise<void> {
  const { topic, payload, options } = splitMailMessage(news);
  await enqueue(tx, topic, payload, options);
}
