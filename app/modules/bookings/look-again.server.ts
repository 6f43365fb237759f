import { inTransaction, type Tx } from '~/infrastructure/db.server';
import { type Refused, refuse } from '~/lib/result';
import { ClaimLost } from './persist-booking.server';

/** A rival that took a room between our look and our claim is seen at the second look. */
const LOOKS = 3;

/** Does the work in a transaction of its own, and anew when a rival was faster to claim a room. */
export async function lookAgain<T>(work: (tx: Tx) => Promise<T>): Promise<T | Refused<{ code: 'lost_race' }>> {
  for (let look = 1; ; look += 1) {
    try {
      return await inTransaction(work);
    } catch (error) {
      if (!(error instanceof ClaimLost)) throw error;
      if (look === LOOKS) return refuse({ code: 'lost_race' });
    }
  }
}
