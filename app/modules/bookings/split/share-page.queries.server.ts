/** What whoever has the link of a share is shown: no more than it takes to decide whether to pay. */
import { db } from '~/infrastructure/db.server';
import { logger } from '~/infrastructure/logger.server';
import { isToken, tokenHash } from '~/infrastructure/secret-address.server';
import { StripeFault } from '~/infrastructure/stripe.server';
import { refuse, type Result } from '~/lib/result';
import { receiptAddress, type ReceiptRefusal } from '../../billing/receipt-address.server';
import { findById as findBooking } from '../booking.repository.server';
import { settleBooking } from '../settle-checkout.server';
import { type SharedBooking, sharedBooking, splitView } from './split-page.queries.server';
import { shareSubject } from './split';
import { findByHash, findById } from './split.repository.server';

/**
 * to_pay · pending: a bank payment is on its way · paid: this share, others may be missing · confirmed: all are paid, this one by its payer ·
 * covered: the organiser paid it · given_up: it was paid, and all of it goes back · over: nothing is to be paid any more.
 */
export type ShareStanding = 'to_pay' | 'pending' | 'paid' | 'confirmed' | 'covered' | 'given_up' | 'over';

export interface SharePage {
  readonly standing: ShareStanding;
  readonly booking: SharedBooking;
  /** Who shares it out; empty when they have not said. */
  readonly organiser: string;
  /** What the organiser calls the payer. */
  readonly name: string;
  readonly amountOre: number;
  readonly deadline: Date;
  readonly paidCount: number;
  readonly count: number;
  readonly hasReceipt: boolean;
}

/** Null for an address that leads nowhere. */
export async function loadSharePage(token: string): Promise<SharePage | null> {
  const found = await findShare(token);
  const split = found && (await findById(db, found.splitId));
  const booking = split && (await findBooking(db, split.bookingId));
  const row = split?.shares.find(({ id }) => id === found?.id);
  if (!split || !booking || !row) return null;
  const view = await splitView(split);
  const { name, amountOre, state, paymentId } = row;
  const isPending = view.shares.some(({ position, standing }) => standing === 'pending' && position === row.position);
  return {
    standing: standingOf(split.state, state, isPending),
    booking: sharedBooking(booking),
    organiser: booking.person.name,
    ...{ name, amountOre, deadline: split.deadline, paidCount: view.paidCount, count: view.shares.length },
    hasReceipt: state === 'paid' && paymentId !== null,
  };
}

function standingOf(split: string, share: string, isPending: boolean): ShareStanding {
  if (share === 'covered') return 'covered';
  if (split === 'completed') return 'confirmed';
  if (split !== 'collecting') return share === 'paid' ? 'given_up' : 'over';
  if (share === 'paid') return 'paid';
  return isPending ? 'pending' : 'to_pay';
}

/** Brings a share up to what Stripe says, when somebody comes to look at it. False when Stripe could not be asked. */
export async function refreshShare(token: string, now: Date): Promise<boolean> {
  const found = await findShare(token);
  if (!found) return true;
  try {
    await settleBooking(found.bookingId, now, shareSubject(found.id));
    return true;
  } catch (error) {
    if (!(error instanceof StripeFault)) throw error;
    logger.warn({ err: error, shareId: found.id }, 'share not refreshed: Stripe could not be asked');
    return false;
  }
}

/** The receipt of a share at Stripe, for whoever has its link; not when somebody else paid it with the rest. */
export async function findShareReceipt(token: string): Promise<Result<{ url: string }, ReceiptRefusal>> {
  const found = await findShare(token);
  const split = found && (await findById(db, found.splitId));
  const share = split?.shares.find(({ id }) => id === found?.id);
  if (!found || share?.state !== 'paid') return refuse({ code: 'not_found' });
  return receiptAddress(found.bookingId, share.paymentId, (subject) => subject === shareSubject(found.id));
}

async function findShare(token: string) {
  return isToken(token) ? findByHash(db, tokenHash(token)) : null;
}
