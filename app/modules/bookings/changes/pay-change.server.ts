/** Sends somebody to pay the difference of a change: the page that is open already, or a new one. */
import { db, inTransaction, type Tx } from '~/infrastructure/db.server';
import { addMinutes } from '~/lib/interval';
import { ok, refuse, type Result } from '~/lib/result';
import { prolongAdditions } from '../../availability/move-claim.server';
import { holdExpiry } from '../../billing/checkout-params';
import { openCheckout, type OpenCheckoutRefusal } from '../../billing/open-checkout.server';
import { expireCheckout } from '../../billing/read-checkout.server';
import { loadMoney } from '../../billing/settlement-records.server';
import { type Actor, can } from '../../identity/permissions';
import { findById as findBooking, lockById } from '../booking.repository.server';
import { settleWith } from '../settle-checkout.server';
import { changeSubject } from './change';
import { type ChangeRow, findById, findGroup, setHold } from './change.repository.server';
import { startChangeCheckout } from './start-change-checkout.server';

export type PayChangeRefusal =
  | { code: 'not_found' }
  /** Paid, or given up: the booking's page says which. */
  | { code: 'not_payable' }
  /** A bank payment is under way. */
  | { code: 'payment_pending' }
  /** What was kept is no longer. */
  | { code: 'hold_lost' }
  | OpenCheckoutRefusal;

/** A page that closes within this time is not worth sending anybody to. */
const LEAST_MINUTES_LEFT = 3;
/** Whoever keeps coming back without paying does not keep the room from others for ever. */
const MOST_ATTEMPTS = 6;

export async function payChange(actor: Actor, changeId: string, now: Date): Promise<Result<{ url: string }, PayChangeRefusal>> {
  const change = await findById(db, changeId);
  const booking = change && (await findBooking(db, change.bookingId));
  if (!booking || !can(actor, 'booking.view', booking)) return refuse({ code: 'not_found' });
  await closeStaleSession(change, now);
  const checkout = await inTransaction((tx) => checkoutUnderWay(tx, change, now));
  return checkout.ok ? openCheckout(checkout.value, now) : checkout;
}

/** An open page that is about to close is closed now, so that the next attempt may begin. If it was paid, it is settled. */
async function closeStaleSession({ groupId, bookingId }: ChangeRow, now: Date): Promise<void> {
  const { checkouts } = await loadMoney(db, bookingId, changeSubject(groupId));
  const open = checkouts.find(({ state }) => state === 'open');
  if (!open?.stripeSessionId || open.expiresAt > addMinutes(now, LEAST_MINUTES_LEFT)) return;
  await settleWith(await expireCheckout(open.stripeSessionId), now, { keepHold: true });
}

/** The attempt under way, or a new one; under the lock on the booking, so that two clicks make one attempt. */
async function checkoutUnderWay(tx: Tx, { groupId, bookingId }: ChangeRow, now: Date): Promise<Result<string, PayChangeRefusal>> {
  const booking = await lockById(tx, bookingId);
  const group = await findGroup(tx, groupId);
  const [first] = group;
  if (!booking || first?.state !== 'awaiting_payment') return refuse({ code: 'not_payable' });
  const { checkouts, payments } = await loadMoney(tx, bookingId, changeSubject(groupId));
  const underWay = checkouts.find(({ state }) => state === 'creating' || state === 'open');
  if (underWay) return ok(underWay.id);
  if (payments.length > 0 || checkouts.some(({ state }) => state === 'complete')) return refuse({ code: 'payment_pending' });
  if (first.kind !== 'overrun' && checkouts.length >= MOST_ATTEMPTS) return refuse({ code: 'hold_lost' });
  if (!(await keepHold(tx, group, now))) return refuse({ code: 'hold_lost' });
  return ok(await startChangeCheckout(tx, booking, group, now));
}

/** What is kept must outlive the new session; an overrun keeps nothing. */
async function keepHold(tx: Tx, group: readonly ChangeRow[], now: Date): Promise<boolean> {
  const holdExpiresAt = group[0]?.holdExpiresAt ?? null;
  if (holdExpiresAt === null) return true;
  if (holdExpiresAt <= now) return false;
  const until = holdExpiry(now);
  if (holdExpiresAt >= until) return true;
  // A move to where nothing new is claimed keeps nothing, and cannot lose it.
  await prolongAdditions(
    tx,
    group.map(({ occurrenceId }) => occurrenceId),
    until,
  );
  await setHold(tx, group[0]?.groupId ?? '', until);
  return true;
}
