/** What the decision about a lease rests on. */
import type { Tx } from '~/infrastructure/db.server';
import { loadSeller } from '../organisations/seller/seller.queries.server';
import type { LeaseFacts, LeaseTerms } from './lease-terms';

export async function loadLeaseFacts(tx: Tx, { organisationId, roomId }: LeaseTerms, now: Date): Promise<LeaseFacts> {
  const organisation = await tx.organisation.findUnique({
    where: { id: organisationId },
    select: { registerState: true, kind: true, vatRegistered: true },
  });
  const room = await tx.room.findUnique({ where: { id: roomId }, select: { slug: true, lettable: true } });
  return { organisation, room, seller: await loadSeller(tx, now) };
}
