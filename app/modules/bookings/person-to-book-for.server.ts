/** Whom a booking is for: whoever makes it, or somebody that staff book for and who may be new here. */
import type { Tx } from '~/infrastructure/db.server';
import { type Actor, can } from '../identity/permissions';
import { personOfAddress } from '../identity/person-of-address.server';
import type { Commitment } from './booking.schema';

/** Null when the actor may not book for others. */
export async function personToBookFor(tx: Tx, actor: Actor, { bookFor, locale }: Commitment, now: Date): Promise<string | null> {
  if (actor.personId === null || bookFor === null) return actor.personId;
  if (!can(actor, 'booking.create_for_other')) return null;
  return personOfAddress(tx, { email: bookFor.email.toLowerCase(), name: bookFor.name, locale }, actor.personId, now);
}
