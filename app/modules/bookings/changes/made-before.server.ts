import type { Tx } from '~/infrastructure/db.server';
import { findByRequestKey } from './change.repository.server';
import type { DecidedChanges, MadeChange } from './persist-change.server';

/** What a form that was sent before has made, as it stands now; null the first time. */
export async function madeBefore(tx: Tx, requestKey: string, { makerPays }: Pick<DecidedChanges, 'makerPays'>): Promise<MadeChange | null> {
  const first = await findByRequestKey(tx, requestKey);
  if (!first) return null;
  const waits = first.state === 'awaiting_payment';
  return { changeId: first.groupId, state: waits ? 'awaiting_payment' : 'applied', payNow: waits && makerPays };
}
