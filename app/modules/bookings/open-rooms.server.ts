/** Takes closed rooms into use again. Whoever was asked to move and has not answered keeps what they had. */
import { inTransaction } from '~/infrastructure/db.server';
import type { Result } from '~/lib/result';
import { liftClosures, type LiftInput, type LiftRefusal } from '../availability/lift-closures.server';
import type { Actor } from '../identity/permissions';
import { withdrawOffers } from './closure-offers/withdraw-offers.server';

/** Answers how many closures were lifted. */
export async function openRooms(actor: Actor, input: LiftInput, now: Date): Promise<Result<{ lifted: number }, LiftRefusal>> {
  return inTransaction(async (tx) => {
    const lifted = await liftClosures(tx, actor, input, now);
    if (!lifted.ok) return lifted;
    await withdrawOffers(tx, input.planId, { kind: 'person', personId: actor.personId ?? '' }, now);
    return lifted;
  });
}
