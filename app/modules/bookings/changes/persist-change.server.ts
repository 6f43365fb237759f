/** Stores changes that were decided together: applied at once, or kept until they are paid. */
import type { AuditActor } from '~/infrastructure/audit.server';
import type { Tx } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { newId } from '~/lib/ids.server';
import { holdAdditions } from '../../availability/move-claim.server';
import type { BookingRow } from '../booking.repository.server';
import type { AddOnUse } from '../decide-add-ons';
import { ClaimLost } from '../persist-booking.server';
import { releaseExpiredHolds } from '../release-booking.server';
import { applyChanges } from './apply-change.server';
import { type ChangeKind, isSamePlace, type Place } from './change';
import type { LineChange } from './change-lines';
import { type ChangeMoney, setOff } from './change-money';
import { changeMailMessage } from './change.messages';
import { claimTargets } from './change.queries.server';
import { findGroup, holdEquipment, insert, type PlaceBefore } from './change.repository.server';
import { startChangeCheckout } from './start-change-checkout.server';

/** What becomes of one occurrence. */
export interface DecidedChange {
  readonly occurrenceId: string;
  readonly kind: ChangeKind;
  readonly before: PlaceBefore;
  readonly after: Place;
  readonly lines: LineChange;
  /** As if it were changed alone: what is paid and comes back is set off between all of them. */
  readonly money: ChangeMoney;
  /** What comes along, where it is to be. */
  readonly equipmentUses: readonly AddOnUse[];
}

export interface DecidedChanges {
  readonly booking: BookingRow;
  readonly makerId: string;
  readonly requestKey: string;
  /** At least one. */
  readonly changes: readonly DecidedChange[];
  /** Whether they wait for a payment, and until when what is added is kept; an overrun keeps nothing. */
  readonly waits: { readonly until: Date | null } | null;
  readonly undoesId: string | null;
  /** Whoever makes them goes on to pay; others are sent a link. */
  readonly makerPays: boolean;
}

export interface MadeChange {
  /** The first of those made together. */
  readonly changeId: string;
  readonly state: 'awaiting_payment' | 'applied';
  /** Whether whoever made it goes on to pay. */
  readonly payNow: boolean;
}

/** Throws `ClaimLost` when a room is gone. */
export async function persistChanges(tx: Tx, decided: DecidedChanges, now: Date): Promise<MadeChange> {
  const { booking, makerId, requestKey, waits, undoesId } = decided;
  const settled = setOff(decided.changes.map(({ money }) => money));
  const changes = decided.changes.map((change, index) => ({ ...change, money: settled[index] ?? change.money, id: newId() }));
  const groupId = changes[0]?.id ?? newId();
  await insert(
    tx,
    changes.map(({ id, occurrenceId, kind, before, after, lines, money }, index) => ({
      ...{ id, groupId, bookingId: booking.id, occurrenceId, madeById: makerId, kind, before, undoesId, createdAt: now },
      requestKey: index === 0 ? requestKey : `${requestKey}:${index}`,
      after: { ...after, kept: lines.kept.map(({ position }) => position), added: lines.added },
      ...{ dueOre: money.dueOre, backOre: money.backOre, holdExpiresAt: waits?.until ?? null },
    })),
  );
  const stored = await findGroup(tx, groupId);
  await releaseInTheWay(tx, changes, now);
  if (!waits) {
    const actor: AuditActor = { kind: 'person', personId: makerId };
    // A new date has nothing yet that could come along.
    await keepEquipment(
      tx,
      changes.filter(({ kind }) => kind === 'retry'),
    );
    await applyChanges(tx, booking, stored, actor, now);
    return { changeId: groupId, state: 'applied', payNow: false };
  }
  if (waits.until) await keepAdditions(tx, changes, waits.until);
  if (decided.makerPays) {
    await startChangeCheckout(tx, booking, stored, now);
  } else {
    const { topic, payload, options } = changeMailMessage({ changeId: groupId, kind: 'payment_link' });
    await enqueue(tx, topic, payload, options);
  }
  return { changeId: groupId, state: 'awaiting_payment', payNow: decided.makerPays };
}

type Kept = DecidedChange & { readonly id: string };

/** Holds past their deadline counted as free; their claims must go before ours can come. */
async function releaseInTheWay(tx: Tx, changes: readonly Kept[], now: Date): Promise<void> {
  const moves = changes.filter(({ kind, before, after }) => kind === 'retry' || !isSamePlace(before, after));
  if (moves.length > 0) await releaseExpiredHolds(tx, await targetsOf(tx, moves), now);
}

async function keepAdditions(tx: Tx, changes: readonly Kept[], until: Date): Promise<void> {
  if (!(await holdAdditions(tx, await targetsOf(tx, changes), until))) throw new ClaimLost();
  await keepEquipment(tx, changes);
}

async function keepEquipment(tx: Tx, changes: readonly Kept[]): Promise<void> {
  const wanted = changes.map(({ id, occurrenceId, equipmentUses }) => ({ id, occurrenceId, uses: equipmentUses }));
  if (wanted.some(({ uses }) => uses.length > 0)) await holdEquipment(tx, wanted);
}

function targetsOf(tx: Tx, changes: readonly Kept[]) {
  return claimTargets(
    tx,
    changes.map(({ occurrenceId, after }) => ({ occurrenceId, ...after })),
  );
}
