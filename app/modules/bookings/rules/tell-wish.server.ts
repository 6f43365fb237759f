/** Somebody tells the house what they would have booked, had its rules allowed it. */
import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction, type Tx } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../../identity/permissions';
import { decideWish, type WishRefusal } from './wish';
import { loadWishFacts, type WishInput } from './wish-facts.server';

export type TellRefusal = WishRefusal | { code: 'not_allowed' } | { code: 'unknown_room' };

/** Told twice, it counts once. */
export async function tellWish(actor: Actor, input: WishInput, now: Date): Promise<Result<null, TellRefusal>> {
  const { personId } = actor;
  if (personId === null || !can(actor, 'booking.create')) return refuse({ code: 'not_allowed' });
  return inTransaction((tx) => tell(tx, { ...actor, personId }, input, now));
}

async function tell(tx: Tx, actor: Actor & { personId: string }, input: WishInput, now: Date): Promise<Result<null, TellRefusal>> {
  const facts = await loadWishFacts(tx, actor, input, now);
  if (!facts) return refuse({ code: 'unknown_room' });
  const decided = decideWish(facts);
  if (!decided.ok) return decided;
  const { personId } = actor;
  const { slot, organisationId } = input;
  const wish = { id: newId(), roomId: facts.roomId, startsAt: slot.start, endsAt: slot.end, personId, organisationId, ...decided.value };
  const { count } = await tx.wish.createMany({ data: { ...wish, createdAt: now }, skipDuplicates: true });
  if (count === 1) {
    const by = { kind: 'person', personId } as const;
    await recordAudit(tx, { actor: by, action: 'wish.told', subjectType: 'wish', subjectId: wish.id, after: decided.value });
  }
  return ok(null);
}
