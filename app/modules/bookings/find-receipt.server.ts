import { db } from '~/infrastructure/db.server';
import { refuse, type Result } from '~/lib/result';
import { receiptAddress, type ReceiptRefusal } from '../billing/receipt-address.server';
import { type Actor, can } from '../identity/permissions';
import { findById } from './booking.repository.server';
import { isShare } from './split/split';

/** The receipt at Stripe, for whoever may see the booking; for anybody else there is none. Those of shares are their payers'. */
export async function findReceipt(
  actor: Actor,
  bookingId: string,
  paymentId: string | null,
): Promise<Result<{ url: string }, ReceiptRefusal>> {
  const booking = await findById(db, bookingId);
  if (!booking || !can(actor, 'booking.view', booking)) return refuse({ code: 'not_found' });
  return receiptAddress(bookingId, paymentId, (subject) => !isShare(subject));
}
