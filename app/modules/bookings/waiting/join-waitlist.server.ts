/** Somebody stands in line for a room at a time that somebody else has. */
import { inTransaction, type Tx } from '~/infrastructure/db.server';
import { tokenHash, tokenOf } from '~/infrastructure/secret-address.server';
import { newId } from '~/lib/ids.server';
import type { Interval } from '~/lib/interval';
import { ok, refuse, type Result } from '~/lib/result';
import { checkSlot } from '../../availability/check-slot';
import { loadSlotFacts } from '../../availability/slot-facts.queries.server';
import { type Actor, can } from '../../identity/permissions';
import { recordStep } from './waiting-audit.server';
import { decideJoin, type JoinRefusal } from './waitlist';
import { countInLines, findInLine, insertOnce } from './waitlist.repository.server';

/** Keeps the tokens of waiting lists apart from other secret addresses. */
export const WAITING_PURPOSE = 'waiting';

export interface JoinInput {
  readonly roomSlug: string;
  readonly slot: Interval;
  readonly people: number;
  /** On whose behalf, when not the person's own. */
  readonly organisationId: string | null;
}

/** Answers the entry's id; whoever stands in this line already gets the entry they have. */
export async function joinWaitlist(
  actor: Actor,
  input: JoinInput,
  now: Date,
): Promise<Result<{ entryId: string }, JoinRefusal | { code: 'not_allowed' } | { code: 'unknown_room' }>> {
  const { personId } = actor;
  const mayBookFor = input.organisationId === null || can(actor, 'booking.pay_on_account', { organisationId: input.organisationId });
  if (personId === null || !can(actor, 'booking.create') || !mayBookFor) return refuse({ code: 'not_allowed' });
  return inTransaction((tx) => join(tx, personId, input, now));
}

async function join(
  tx: Tx,
  personId: string,
  { roomSlug, slot, people, organisationId }: JoinInput,
  now: Date,
): ReturnType<typeof joinWaitlist> {
  const [found] = await loadSlotFacts(tx, { slug: roomSlug, window: slot, viewerPersonId: personId, groups: [], now });
  if (!found) return refuse({ code: 'unknown_room' });
  const line = { roomId: found.room.id, startsAt: slot.start, endsAt: slot.end, personId };
  const known = await findInLine(tx, line);
  if (known) return ok({ entryId: known.id });
  const entries = await countInLines(tx, personId);
  const decision = decideJoin({ slot, people, capacity: found.room.capacity, check: checkSlot(found.facts, slot, now), entries }, now);
  if (!decision.ok) return decision;
  const id = newId();
  const entry = { ...line, id, organisationId, people, tokenHash: tokenHash(tokenOf(WAITING_PURPOSE, id)), createdAt: now };
  if (!(await insertOnce(tx, entry))) return ok({ entryId: (await findInLine(tx, line))?.id ?? id });
  await recordStep(tx, { kind: 'person', personId }, { entryId: id, before: null, after: 'waiting' });
  return ok({ entryId: id });
}
