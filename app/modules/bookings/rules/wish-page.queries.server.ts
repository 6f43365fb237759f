import { db } from '~/infrastructure/db.server';
import type { Actor } from '../../identity/permissions';
import type { BookingRefusal } from '../decide-booking';
import { decideWish, type WishRefusal } from './wish';
import { loadWishFacts, type WishInput } from './wish-facts.server';

export interface WishPage {
  readonly roomName: string;
  /** Which rule stands in the way, with its facts; null when none does. */
  readonly rule: BookingRefusal | null;
  /** Why there is nothing to tell; null when there is. */
  readonly refusal: WishRefusal | null;
  /** They have told it already. */
  readonly told: boolean;
}

/** Null when there is no such room, or the person may not book for the organisation. */
export async function loadWishPage(actor: Actor & { personId: string }, input: WishInput, now: Date): Promise<WishPage | null> {
  const facts = await loadWishFacts(db, actor, input, now);
  if (!facts) return null;
  const decided = decideWish(facts);
  const { slot } = input;
  const same = { personId: actor.personId, roomId: facts.roomId, startsAt: slot.start, endsAt: slot.end };
  const { ok, ...refusal } = decided;
  return {
    roomName: facts.roomName,
    rule: facts.decision.granted ? null : facts.decision.refusal,
    refusal: ok ? null : (refusal as WishRefusal),
    told: (await db.wish.count({ where: same })) > 0,
  };
}
