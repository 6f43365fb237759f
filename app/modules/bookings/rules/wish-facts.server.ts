import type { Tx } from '~/infrastructure/db.server';
import { addMinutes, type Interval } from '~/lib/interval';
import type { Actor } from '../../identity/permissions';
import { loadBookingFacts } from '../booking-facts.server';
import { decideEach } from '../decide-occurrences';
import { liftRules } from './lift-rules';
import { WISHES_COUNTED_DAYS, type WishFacts } from './wish';

const DAY_MINUTES = 24 * 60;

export interface WishInput {
  readonly roomSlug: string;
  readonly slot: Interval;
  readonly people: number;
  /** On whose behalf, when not the person's own. */
  readonly organisationId: string | null;
}

export type LoadedWish = WishFacts & { readonly roomId: string; readonly roomName: string };

/** Null when there is no such room, or the person may not book for the organisation. */
export async function loadWishFacts(tx: Tx, actor: Actor & { personId: string }, input: WishInput, now: Date): Promise<LoadedWish | null> {
  const { roomSlug, slot, people, organisationId } = input;
  const { personId } = actor;
  const occurrence = { roomSlug, slot, people, equipment: [] };
  const facts = await loadBookingFacts(tx, { actor, personId, organisationId, occurrences: [occurrence], lock: false }, now);
  const [known] = facts?.occurrences ?? [];
  if (!known) return null;
  const paymentMethod = known.organisation?.onAccount ? 'on_account' : 'card';
  const request = { ...occurrence, personId, paymentMethod } as const;
  const [decision] = decideEach([{ facts: known, request }], now);
  const [withoutRules] = decideEach([{ facts: liftRules(known), request }], now);
  if (!decision || !withoutRules) throw new Error('one question has one answer');
  const told = await tx.wish.count({ where: { personId, createdAt: { gt: addMinutes(now, -WISHES_COUNTED_DAYS * DAY_MINUTES) } } });
  return { decision, withoutRules, told, roomId: known.room.id, roomName: known.room.name };
}
