/** Attempts to pay a part of a booking that is shared out. */
import { db, type Tx } from '~/infrastructure/db.server';
import { addMinutes } from '~/lib/interval';
import type { Locale } from '~/lib/locale';
import { SUBJECT_TOKEN } from '../../billing/checkout-params';
import { expireCheckout } from '../../billing/read-checkout.server';
import { loadMoney, nextAttempt } from '../../billing/settlement-records.server';
import { startCheckout } from '../../billing/start-checkout.server';
import { ok, refuse, type Result } from '~/lib/result';
import { loadSeller } from '~/modules/organisations/seller/seller.queries.server';
import type { BookingRow } from '../booking.repository.server';
import { checkoutRequest } from '../checkout-request';
import { keptOccurrences, linesOf, payableBooking } from '../payable-booking';
import { settleWith } from '../settle-checkout.server';
import { type RateTotal, shareLines, totalsByRate } from './share-amounts';
import { shareSubject } from './split';
import type { ShareRow, SplitRow } from './split.repository.server';

/** A page that closes within this time is not worth sending anybody to. */
const LEAST_MINUTES_LEFT = 3;

/** Path of a share's own page; the token stands for itself until the parameters are sent. */
export const SHARE_PATH = `/andel/${SUBJECT_TOKEN}`;

/** An open page that is about to close is closed now, so that the next attempt may begin. If it was paid, it is settled. */
export async function closeStalePage(bookingId: string, subject: string, now: Date): Promise<void> {
  const { checkouts } = await loadMoney(db, bookingId, subject);
  const open = checkouts.find(({ state }) => state === 'open');
  if (!open?.stripeSessionId || open.expiresAt > addMinutes(now, LEAST_MINUTES_LEFT)) return;
  await settleWith(await expireCheckout(open.stripeSessionId), now);
}

export interface Part {
  readonly subject: string;
  readonly shares: readonly ShareRow[];
  readonly email: string | null;
  readonly locale: Locale;
}

/** The attempt under way for the part, or a new one. The caller holds the lock on the booking's row. */
export async function partCheckout(
  tx: Tx,
  booking: BookingRow,
  split: SplitRow,
  { subject, shares, email, locale }: Part,
  now: Date,
): Promise<Result<string, { code: 'payment_pending' }>> {
  const { checkouts, payments } = await loadMoney(tx, booking.id, subject);
  const underWay = checkouts.find(({ state }) => state === 'creating' || state === 'open');
  if (underWay) return ok(underWay.id);
  const isPending = checkouts.some(({ id, state }) => state === 'complete' && payments.every(({ checkoutId }) => checkoutId !== id));
  if (isPending) return refuse({ code: 'payment_pending' });
  const whole = checkoutRequest({ ...payableBooking(booking), locale }, await loadSeller(tx, now), await nextAttempt(tx, booking.id));
  const totals = bookingTotals(booking);
  const amounts = split.shares.map(({ amountOre }) => amountOre);
  const lines = shares.flatMap((share) => shareLines(totals, amounts, split.shares.indexOf(share), locale));
  const isOwnPage = shares.length === 1 && subject === shareSubject(shares[0]?.id ?? '');
  return ok(await startCheckout(tx, { ...whole, subject, lines, email, ...(isOwnPage && { returnPath: SHARE_PATH }) }, now));
}

/** What the booking costs, by VAT rate. */
function bookingTotals(booking: BookingRow): RateTotal[] {
  return totalsByRate(keptOccurrences(booking).flatMap(({ id }) => linesOf(booking, id)));
}
