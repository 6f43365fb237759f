/** Claims for standing closures whatever of their time is free: at once when they are made, the rest as rooms are given back. */
import type { Tx } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';
import { insertFree } from './claim.repository.server';
import { findGaps } from './closure-plan.repository.server';

/** A rival that claims a part of a gap meanwhile leaves the rest for the next look. */
const LOOKS = 10;

export async function fillClosures(tx: Tx, closureIds: readonly string[]): Promise<void> {
  if (closureIds.length === 0) return;
  for (let look = 1; look <= LOOKS; look += 1) {
    const gaps = await findGaps(tx, closureIds);
    if (gaps.length === 0) return;
    await insertFree(
      tx,
      gaps.map(({ closureId, leafId, start, end }) => ({
        ...{ id: newId(), roomId: leafId, period: { start, end }, owner: { closureId }, holdExpiresAt: null },
      })),
    );
  }
  throw new Error(`Closures ${closureIds.slice(0, 3).join(', ')} could not be filled`);
}
