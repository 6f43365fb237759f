/** Staff take a change back on the day it was made: where it was and what it cost is so again, by a change of its own. */
import type { Tx } from '~/infrastructure/db.server';
import { localDateOf } from '~/lib/local-time';
import { ok, refuse, type Result } from '~/lib/result';
import { lockForMove } from '../../availability/move-claim.server';
import { type Actor, can } from '../../identity/permissions';
import { lockById } from '../booking.repository.server';
import { lockEquipment } from '../equipment-guard.server';
import { lookAgain } from '../look-again.server';
import { loadChange, placeNow } from './change-facts.server';
import { findRoomSlug } from './change.queries.server';
import { type ChangeRow, findByBooking, findById, findEquipment } from './change.repository.server';
import { isHub } from './change-facts';
import { type ChangeRefusal, decideReturn } from './decide-change';
import { type MadeChange, persistChanges } from './persist-change.server';
import { releaseChange } from './release-change.server';

export type UndoRefusal =
  | ChangeRefusal
  | { code: 'not_found' }
  /** It is not the last that happened to the occurrence, has been taken back, or is a new date: that is called off. */
  | { code: 'not_last' }
  /** Another day has come. */
  | { code: 'too_late' }
  /** Others are taking the time at this moment. */
  | { code: 'lost_race' };

/** Answers null when it had not been paid, and was simply given up. */
export async function undoChange(actor: Actor, changeId: string, now: Date): Promise<Result<MadeChange | null, UndoRefusal>> {
  return lookAgain((tx) => undoInTransaction(tx, actor, changeId, now));
}

async function undoInTransaction(tx: Tx, actor: Actor, changeId: string, now: Date): Promise<Result<MadeChange | null, UndoRefusal>> {
  const found = await findById(tx, changeId);
  const booking = found && (await lockById(tx, found.bookingId));
  const occurrence = booking?.occurrences.find(({ id }) => id === found?.occurrenceId);
  if (!booking || !occurrence || actor.personId === null || !can(actor, 'booking.view', booking)) return refuse({ code: 'not_found' });
  if (!isHub(actor)) return refuse({ code: 'not_allowed' });
  const changes = (await findByBooking(tx, booking.id)).filter((change) => change.occurrenceId === occurrence.id);
  const change = changes.find(({ id }) => id === changeId) ?? found;
  const maker = { kind: 'person', personId: actor.personId } as const;
  if (change.state === 'awaiting_payment') {
    await releaseChange(tx, change, { actor: maker, reason: 'waived', tell: false });
    return ok(null);
  }
  if (change.kind === 'undo' || change.kind === 'retry' || !isLast(change, changes)) return refuse({ code: 'not_last' });
  if (localDateOf(change.appliedAt ?? change.createdAt) !== localDateOf(now)) return refuse({ code: 'too_late' });
  const { lines: wanted, ...place } = change.before;
  await lockForMove(tx, [occurrence.roomId, place.roomId]);
  const equipment = (await findEquipment(tx, [occurrence])).get(occurrence.id) ?? [];
  await lockEquipment(
    tx,
    equipment.map(({ itemId }) => itemId),
  );
  const roomSlug = await findRoomSlug(tx, place.roomId);
  const loaded = await loadChange(tx, actor, booking, occurrence, { roomSlug, slot: place.slot }, now);
  if (!loaded) return refuse({ code: 'not_allowed' });
  const decision = decideReturn(loaded.facts, { slot: place.slot, lines: wanted, moves: change.kind !== 'overrun' }, now);
  if (!decision.ok) return decision;
  const { lines, money, awaitsPaymentUntil, equipmentUses } = decision.value;
  return ok(
    await persistChanges(
      tx,
      {
        ...{ booking, makerId: actor.personId, requestKey: `undo:${changeId}:${changes.length}`, undoesId: changeId },
        changes: [
          {
            ...{ occurrenceId: occurrence.id, kind: 'undo', lines, money, equipmentUses },
            before: { ...placeNow(occurrence), lines: loaded.facts.occurrence.lines },
            after: place,
          },
        ],
        waits: awaitsPaymentUntil && { until: awaitsPaymentUntil },
        makerPays: actor.personId === booking.personId,
      },
      now,
    ),
  );
}

/** Whether nothing has happened to the occurrence since. */
function isLast(change: ChangeRow, changes: readonly ChangeRow[]): boolean {
  return changes.findLast(({ state }) => state !== 'released')?.id === change.id;
}
