/** Books dates of a booking that could not be had before, at the time they were wanted or at another, if all of it is as it was shown. */
import type { Tx } from '~/infrastructure/db.server';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../../identity/permissions';
import { type BookingRow, lockById } from '../booking.repository.server';
import { lockEquipment } from '../equipment-guard.server';
import { type DateRefusal, decideRetry, type RegainedDate, type RetryRefusal } from './decide-retry';
import { paysThemselves } from './change-facts';
import { lookAgain } from '../look-again.server';
import { madeBefore } from './made-before.server';
import { type MadeChange, persistChanges } from './persist-change.server';
import { releaseWaitingChanges } from './release-change.server';
import type { RetryWish } from './retry-choice';
import { loadRetry } from './retry-facts.server';
import type { RetryShown } from './retry.schema';

export interface RetryInput {
  readonly bookingId: string;
  /** The form's key: the same key never books twice. */
  readonly requestKey: string;
  readonly wishes: readonly RetryWish[];
  /** How many dates were shown as free, and what they cost together; anything else is shown again. */
  readonly shown: RetryShown;
}

export type RetryDatesRefusal =
  | RetryRefusal
  | { code: 'not_found' }
  | { code: 'nothing_chosen' }
  | { code: 'shown_changed' }
  /** One of the dates cannot be had any more. */
  | DateRefusal
  | { code: 'lost_race' };

export async function retryDates(actor: Actor, input: RetryInput, now: Date): Promise<Result<MadeChange, RetryDatesRefusal>> {
  if (input.wishes.length === 0) return refuse({ code: 'nothing_chosen' });
  return lookAgain((tx) => retryInTransaction(tx, actor, input, now));
}

async function retryInTransaction(tx: Tx, actor: Actor, input: RetryInput, now: Date): Promise<Result<MadeChange, RetryDatesRefusal>> {
  const booking = await lockById(tx, input.bookingId);
  if (!booking || actor.personId === null || !can(actor, 'booking.view', booking)) return refuse({ code: 'not_found' });
  const requestKey = `${actor.personId}:${input.requestKey}`;
  const makerPays = paysThemselves(actor, booking);
  const made = await madeBefore(tx, requestKey, { makerPays });
  if (made) return ok(made);
  const maker = { kind: 'person', personId: actor.personId } as const;
  const occurrenceIds = input.wishes.map(({ occurrenceId }) => occurrenceId);
  await lockEquipment(tx, wishedItems(booking, occurrenceIds));
  const facts = await loadRetry(tx, actor, booking, input.wishes, { lock: true }, now);
  if (!facts) return refuse({ code: 'not_allowed' });
  const decision = decideRetry(facts, now);
  if (!decision.ok) return decision;
  const { dates, totalOre, awaitsPaymentUntil } = decision.value;
  const lost = dates.find((date) => !date.ok);
  if (lost && !lost.ok) return refuse({ ...lost });
  if (dates.length !== input.shown.count || totalOre !== input.shown.totalOre) return refuse({ code: 'shown_changed' });
  await releaseWaitingChanges(tx, { bookingId: booking.id, occurrenceIds }, { actor: maker, reason: 'superseded', tell: false });
  const changes = dates.flatMap((date) => (date.ok ? [changeOf(date.value)] : []));
  const waits = awaitsPaymentUntil && { until: awaitsPaymentUntil };
  return ok(await persistChanges(tx, { booking, makerId: actor.personId, requestKey, changes, waits, undoesId: null, makerPays }, now));
}

function changeOf({ occurrenceId, was, place, lines, money, equipmentUses }: RegainedDate) {
  return { occurrenceId, kind: 'retry' as const, before: { ...was, lines: [] }, after: place, lines, money, equipmentUses };
}

function wishedItems({ occurrences }: BookingRow, occurrenceIds: readonly string[]): string[] {
  const tried = occurrences.filter(({ id }) => occurrenceIds.includes(id));
  return [...new Set(tried.flatMap(({ wished }) => wished.map(({ itemId }) => itemId)))];
}
