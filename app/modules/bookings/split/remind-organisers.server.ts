/** Reminds whoever shares a booking out, once, some hours before the deadline, that something is missing. */
import { recordAudit } from '~/infrastructure/audit.server';
import { db, inTransaction } from '~/infrastructure/db.server';
import { tell } from './end-split.server';
import { findToRemind, markReminded } from './split.repository.server';

const BATCH = 100;

/** Answers how many were reminded. */
export async function remindOrganisers(now: Date): Promise<number> {
  let reminded = 0;
  for (const { id, bookingId } of await findToRemind(db, now, BATCH)) {
    const isMine = await inTransaction(async (tx) => {
      if (!(await markReminded(tx, id, now))) return false;
      await tell(tx, { bookingId, splitId: id, kind: 'reminder' });
      await recordAudit(tx, { actor: { kind: 'system' }, action: 'split.reminded', subjectType: 'booking', subjectId: bookingId });
      return true;
    });
    if (isMine) reminded += 1;
  }
  return reminded;
}
