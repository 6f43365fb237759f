import type { Tx } from '~/infrastructure/db.server';
import { tell } from './end-split.server';
import { findGivenBack } from './split.repository.server';

/** Tells those who paid a share that some of it comes back, once for what it is given back for. */
export async function tellPayers(tx: Tx, bookingId: string, sourceKey: string): Promise<void> {
  for (const news of await findGivenBack(tx, bookingId, sourceKey)) await tell(tx, { bookingId, kind: 'given_back', ...news });
}
