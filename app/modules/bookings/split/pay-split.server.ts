/** Sends somebody to pay their share, or the organiser to pay what nobody has paid. */
import { db, inTransaction } from '~/infrastructure/db.server';
import { isToken, tokenHash } from '~/infrastructure/secret-address.server';
import type { Locale } from '~/lib/locale';
import { refuse, type Result } from '~/lib/result';
import { sumOre } from '~/lib/money';
import { openCheckout, type OpenCheckoutRefusal } from '../../billing/open-checkout.server';
import { loadMoney } from '../../billing/settlement-records.server';
import { type Actor, can } from '../../identity/permissions';
import { findById as findBooking, lockById } from '../booking.repository.server';
import { asLocale } from '../checkout-request';
import { closeSessions } from '../sweep-holds.server';
import { closeStalePage, partCheckout } from './split-checkout.server';
import { restSubject, shareSubject } from './split';
import { findByHash, findCollecting, setLocale, type SplitRow } from './split.repository.server';

export type PayPartRefusal =
  | { code: 'not_found' }
  /** It is paid already, or is not collected any more: its page says which. */
  | { code: 'not_payable' }
  /** A bank payment is on its way. */
  | { code: 'payment_pending' }
  /** The deadline has passed. */
  | { code: 'too_late' }
  | OpenCheckoutRefusal;

/** The link is enough: whoever has it may pay. */
export async function payShare(token: string, locale: Locale, now: Date): Promise<Result<{ url: string }, PayPartRefusal>> {
  const found = isToken(token) ? await findByHash(db, tokenHash(token)) : null;
  if (!found) return refuse({ code: 'not_found' });
  const subject = shareSubject(found.id);
  await closeStalePage(found.bookingId, subject, now);
  const checkout = await inTransaction(async (tx) => {
    const booking = await lockById(tx, found.bookingId);
    const split = await findCollecting(tx, found.bookingId);
    const share = split?.shares.find(({ id }) => id === found.id);
    if (booking?.state !== 'held' || !split || share?.state !== 'open') return refuse({ code: 'not_payable' as const });
    if (isOver(booking.holdExpiresAt, now)) return refuse({ code: 'too_late' as const });
    await setLocale(tx, share.id, locale);
    return partCheckout(tx, booking, split, { subject, shares: [share], email: share.email, locale }, now);
  });
  return checkout.ok ? openCheckout(checkout.value, now) : checkout;
}

/** All that nobody has paid, in one payment. */
export async function payRest(actor: Actor, bookingId: string, now: Date): Promise<Result<{ url: string }, PayPartRefusal>> {
  const found = await findBooking(db, bookingId);
  if (!found || !can(actor, 'booking.split', found)) return refuse({ code: 'not_found' });
  const before = await findCollecting(db, bookingId);
  if (!before) return refuse({ code: 'not_payable' });
  const subject = restSubject(before.id);
  await closeStalePage(bookingId, subject, now);
  if (!(await isStillTheRest(before)) && !(await closeSessions(bookingId, now, subject))) return refuse({ code: 'payment_pending' });
  const checkout = await inTransaction(async (tx) => {
    const booking = await lockById(tx, bookingId);
    const split = await findCollecting(tx, bookingId);
    if (booking?.state !== 'held' || split?.id !== before.id) return refuse({ code: 'not_payable' as const });
    if (isOver(booking.holdExpiresAt, now)) return refuse({ code: 'too_late' as const });
    const shares = split.shares.filter(({ state }) => state === 'open');
    return partCheckout(tx, booking, split, { subject, shares, email: booking.person.email, locale: asLocale(booking.locale) }, now);
  });
  return checkout.ok ? openCheckout(checkout.value, now) : checkout;
}

/** Whether a page that is open for the rest asks for what is open now: somebody may have paid a share since. */
async function isStillTheRest({ id, bookingId, shares }: SplitRow): Promise<boolean> {
  const { checkouts } = await loadMoney(db, bookingId, restSubject(id));
  const restOre = sumOre(shares.filter(({ state }) => state === 'open').map(({ amountOre }) => amountOre));
  return checkouts.every(({ state, amountOre }) => state !== 'open' || amountOre === restOre);
}

function isOver(deadline: Date | null, now: Date): boolean {
  return deadline === null || deadline <= now;
}
