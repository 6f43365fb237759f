/** Moves one date of a series, it and those after it, or all, if the count and the money are those that were shown. */
import type { Tx } from '~/infrastructure/db.server';
import { ok, refuse, type Result } from '~/lib/result';
import { lockForMove } from '../../availability/move-claim.server';
import { type Actor, can } from '../../identity/permissions';
import { lockById } from '../booking.repository.server';
import { lockEquipment } from '../equipment-guard.server';
import { type CancellationScope, occurrencesInScope } from '../series/cancellation-scope';
import { findRoomBySlug } from './change.queries.server';
import { findEquipment } from './change.repository.server';
import { paysThemselves } from './change-facts';
import { type DecidedMove, decideMoves, type MovesDecision } from './decide-moves';
import { loadMoves, movable, type MoveWish } from './moves-facts.server';
import { lookAgain } from '../look-again.server';
import { madeBefore } from './made-before.server';
import { type DecidedChange, type MadeChange, persistChanges } from './persist-change.server';
import { releaseWaitingChanges } from './release-change.server';

export interface MoveDatesInput extends MoveWish {
  readonly bookingId: string;
  readonly scope: CancellationScope;
  /** The form's key: the same key never moves twice. */
  readonly requestKey: string;
  /** What was shown for the scope, as `shownText` writes it; anything else is shown again. */
  readonly shown: string;
}

export type MoveDatesRefusal =
  | { code: 'not_found' }
  | { code: 'unknown_room' }
  /** The chosen date cannot be moved, or not by whoever asks. */
  | { code: 'not_allowed' }
  /** Another count or other money than was shown, or nothing can be moved. */
  | { code: 'shown_changed' }
  | { code: 'lost_race' };

/** How many dates are moved, what is to be paid and what comes back, øre. */
export function shownText({ movedCount, dueOre, backOre }: Pick<MovesDecision, 'movedCount' | 'dueOre' | 'backOre'>): string {
  return `${movedCount}:${dueOre}:${backOre}`;
}

export async function moveDates(actor: Actor, input: MoveDatesInput, now: Date): Promise<Result<MadeChange, MoveDatesRefusal>> {
  return lookAgain((tx) => moveInTransaction(tx, actor, input, now));
}

async function moveInTransaction(tx: Tx, actor: Actor, input: MoveDatesInput, now: Date): Promise<Result<MadeChange, MoveDatesRefusal>> {
  const booking = await lockById(tx, input.bookingId);
  if (!booking || actor.personId === null || !can(actor, 'booking.view', booking)) return refuse({ code: 'not_found' });
  const requestKey = `${actor.personId}:${input.requestKey}`;
  const makerPays = paysThemselves(actor, booking);
  const made = await madeBefore(tx, requestKey, { makerPays });
  if (made) return ok(made);
  if (!can(actor, 'booking.change', booking)) return refuse({ code: 'not_allowed' });
  const room = input.roomSlug === null ? null : await findRoomBySlug(tx, input.roomSlug);
  if (input.roomSlug !== null && !room) return refuse({ code: 'unknown_room' });
  await lockForMove(tx, [...new Set([...booking.occurrences.map(({ roomId }) => roomId), ...(room ? [room.id] : [])])]);
  const along = [...(await findEquipment(tx, movable(booking, now))).values()].flat();
  await lockEquipment(tx, [...new Set(along.map(({ itemId }) => itemId))]);
  const facts = await loadMoves(tx, actor, booking, input, { lock: true }, now);
  if (!facts) return refuse({ code: 'not_allowed' });
  const meant = new Set(occurrencesInScope(booking.occurrences, input.occurrenceId, input.scope));
  const decision = decideMoves(facts, meant, now);
  if (decision.movedCount === 0 || input.shown !== shownText(decision)) return refuse({ code: 'shown_changed' });
  const changes = decision.moves.flatMap((move) => changeOf(move));
  const maker = { kind: 'person', personId: actor.personId } as const;
  const superseded = { bookingId: booking.id, occurrenceIds: changes.map(({ occurrenceId }) => occurrenceId) };
  await releaseWaitingChanges(tx, superseded, { actor: maker, reason: 'superseded', tell: false });
  const waits = decision.awaitsPaymentUntil && { until: decision.awaitsPaymentUntil };
  const decided = { booking, makerId: actor.personId, requestKey, changes, waits, undoesId: null, makerPays };
  return ok(await persistChanges(tx, decided, now));
}

function changeOf({ date: { occurrence, next, slot }, outcome }: DecidedMove): DecidedChange[] {
  if (!outcome.ok || slot === null) return [];
  const { kind, lines, money, equipmentUses } = outcome.value;
  const before = { roomId: occurrence.roomId, slot: occurrence.slot, lines: occurrence.lines };
  return [{ occurrenceId: occurrence.id, kind, before, after: { roomId: next.room.id, slot }, lines, money, equipmentUses }];
}
