/** What follows when a request is approved for good: the card is captured, or the booking agreed at once, or paid anew. */
import type { AuditActor } from '~/infrastructure/audit.server';
import type { Tx } from '~/infrastructure/db.server';
import { keepRooms, prolongHold } from '../../availability/claim-room.server';
import { orderCapture, waitingAuthorisation } from '../../billing/authorisation-records.server';
import { transition } from '../booking.repository.server';
import { confirmStored } from '../confirm-booking.server';
import { setDeadline } from './approval.repository.server';
import { payAnewDeadline } from './approval-policy';
import type { Settling } from './decide-request';
import type { LoadedRequest } from './request-facts.server';
import { tellCustomer } from './tell-request.server';

type Granted = Pick<LoadedRequest, 'booking' | 'occurrenceIds'> & { readonly facts: { readonly startsAt: Date } };

export async function grantRequest(tx: Tx, request: Granted, settling: Settling, actor: AuditActor, now: Date): Promise<void> {
  const { booking, occurrenceIds } = request;
  switch (settling) {
    case 'capture': {
      // Agreed: from here no deadline may give the room to others, however long the bank takes.
      await setDeadline(tx, booking.id, null);
      await keepRooms(tx, occurrenceIds);
      const waiting = await waitingAuthorisation(tx, booking.id);
      if (!waiting || !(await orderCapture(tx, waiting.id))) throw new Error(`Booking ${booking.id} has no card to capture`);
      break;
    }
    case 'confirm':
      await confirmStored(tx, booking, { from: ['requested'], actor }, now);
      break;
    case 'pay_anew':
      await askToPayAnew(tx, request, now);
      break;
  }
}

/** The house has said yes, and the card is gone: the room is kept while the customer pays. */
export async function askToPayAnew(tx: Tx, { booking, occurrenceIds, facts }: Granted, now: Date): Promise<void> {
  const until = payAnewDeadline(facts.startsAt, now);
  await transition(tx, booking.id, ['requested'], { state: 'held', holdExpiresAt: until });
  await prolongHold(tx, occurrenceIds, until);
  await tellCustomer(tx, booking, 'pay_anew');
}
