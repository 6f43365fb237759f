/** Stores a change that was decided: applied at once, or kept until it is paid. */
import type { AuditActor } from '~/infrastructure/audit.server';
import type { Tx } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { newId } from '~/lib/ids.server';
import { holdAddition } from '../../availability/move-claim.server';
import type { BookingRow } from '../booking.repository.server';
import type { AddOnUse } from '../decide-add-ons';
import { ClaimLost } from '../persist-booking.server';
import { applyChange } from './apply-change.server';
import type { ChangeKind, Place } from './change';
import type { LineChange } from './change-lines';
import type { ChangeMoney } from './change-money';
import { changeMailMessage } from './change.messages';
import { claimedPeriod } from './change.queries.server';
import { findById, holdEquipment, insert, type PlaceBefore } from './change.repository.server';
import { startChangeCheckout } from './start-change-checkout.server';

export interface DecidedChange {
  readonly booking: BookingRow;
  readonly occurrenceId: string;
  readonly makerId: string;
  readonly requestKey: string;
  readonly kind: ChangeKind;
  readonly before: PlaceBefore;
  readonly after: Place;
  readonly lines: LineChange;
  readonly money: ChangeMoney;
  /** What comes along, where it is to be. */
  readonly equipmentUses: readonly AddOnUse[];
  /** Whether it waits for a payment, and until when what is added is kept; an overrun keeps nothing. */
  readonly waits: { readonly until: Date | null } | null;
  readonly undoesId: string | null;
  /** Whoever makes it goes on to pay; others are sent a link. */
  readonly makerPays: boolean;
}

export interface MadeChange {
  readonly changeId: string;
  readonly state: 'awaiting_payment' | 'applied';
  /** Whether whoever made it goes on to pay. */
  readonly payNow: boolean;
}

/** Throws `ClaimLost` when a room is gone. */
export async function persistChange(tx: Tx, decided: DecidedChange, now: Date): Promise<MadeChange> {
  const { booking, occurrenceId, makerId, requestKey, kind, before, after, lines, money, waits, undoesId } = decided;
  const id = newId();
  await insert(tx, {
    ...{ id, bookingId: booking.id, occurrenceId, madeById: makerId, requestKey, kind, before, undoesId, createdAt: now },
    after: { ...after, kept: lines.kept.map(({ position }) => position), added: lines.added },
    ...{ dueOre: money.dueOre, backOre: money.backOre, holdExpiresAt: waits?.until ?? null },
  });
  const change = await findById(tx, id);
  if (!change) throw new Error(`Change ${id} was not stored`);
  if (!waits) {
    const actor: AuditActor = { kind: 'person', personId: makerId };
    await applyChange(tx, booking, change, actor, now);
    return { changeId: id, state: 'applied', payNow: false };
  }
  if (waits.until) await keepAddition(tx, id, decided, waits.until);
  if (decided.makerPays) {
    await startChangeCheckout(tx, booking, change, now);
  } else {
    const { topic, payload, options } = changeMailMessage({ changeId: id, kind: 'payment_link' });
    await enqueue(tx, topic, payload, options);
  }
  return { changeId: id, state: 'awaiting_payment', payNow: decided.makerPays };
}

async function keepAddition(tx: Tx, id: string, { occurrenceId, after, equipmentUses }: DecidedChange, until: Date): Promise<void> {
  const period = await claimedPeriod(tx, occurrenceId, after);
  if (!(await holdAddition(tx, { occurrenceId, roomId: after.roomId, period }, until))) throw new ClaimLost();
  await holdEquipment(tx, id, occurrenceId, equipmentUses);
}
