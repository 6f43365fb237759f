/** Makes a change true: the room, the price, the money, the door, the calendar and the mail follow in one transaction. */
import { recordAudit, type AuditActor } from '~/infrastructure/audit.server';
import type { Tx } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { durationMinutes } from '~/lib/interval';
import { negateOre } from '~/lib/money';
import { moveClaim } from '../../availability/move-claim.server';
import { orderRefund } from '../../billing/order-refund.server';
import { creditCharges, findCharges, recordCharges } from '../../billing/record-charges.server';
import { grantAccess } from '../access.server';
import type { BookingRow } from '../booking.repository.server';
import { ClaimLost } from '../persist-booking.server';
import { WAITING_TOPICS } from '../waiting/waiting.messages';
import { changeSubject, isSamePlace } from './change';
import { type LineChange, linesAfter, payable } from './change-lines';
import { moneyOf } from './change-money';
import { changeMailMessage } from './change.messages';
import {
  type ChangeRow,
  dropEquipment,
  moveEquipment,
  moveOccurrence,
  replaceLines,
  setTotals,
  transition,
} from './change.repository.server';
import { claimedPeriod } from './change.queries.server';

/** Throws `ClaimLost` when the room is somebody else's after all. The caller holds the lock on the booking and on the rooms. */
export async function applyChange(tx: Tx, booking: BookingRow, change: ChangeRow, actor: AuditActor, now: Date): Promise<void> {
  const { id, occurrenceId, before, after } = change;
  if (!isSamePlace(before, after)) await movePlace(tx, booking, change);
  const lines = lineChangeOf(change);
  await replaceLines(tx, change, lines);
  await setTotals(tx, booking.id);
  await moveCharges(tx, booking, change, lines);
  const { back } = moneyOf(before.lines, lines);
  if (booking.paymentMethod === 'card' && back.length > 0) {
    await orderRefund(tx, { bookingId: booking.id, reason: 'changed', sourceKey: changeSubject(id), items: back });
  }
  await transition(tx, id, 'awaiting_payment', { state: 'applied', appliedAt: now, holdExpiresAt: null });
  await recordAudit(tx, {
    actor,
    action: 'booking.changed',
    subjectType: 'booking',
    subjectId: booking.id,
    before: { occurrenceId, ...toTrail(before) },
    after: { kind: change.kind, ...toTrail(after), dueOre: change.dueOre, backOre: change.backOre },
  });
  // What it left may be what somebody waits for.
  await enqueue(tx, WAITING_TOPICS.offer, {}, { jobKey: WAITING_TOPICS.offer });
  const { topic, payload, options } = changeMailMessage({ changeId: id, kind: 'changed' });
  await enqueue(tx, topic, payload, options);
}

async function movePlace(tx: Tx, { occurrences }: BookingRow, { id, occurrenceId, before, after }: ChangeRow): Promise<void> {
  const rig = occurrences.find((occurrence) => occurrence.id === occurrenceId);
  const period = await claimedPeriod(tx, occurrenceId, after);
  if (!(await moveClaim(tx, { occurrenceId, roomId: after.roomId, period }))) throw new ClaimLost();
  await moveOccurrence(tx, occurrenceId, after);
  await dropEquipment(tx, id);
  await moveEquipment(tx, occurrenceId, period, durationMinutes({ start: before.slot.start, end: after.slot.start }));
  await grantAccess(tx, [{ ...rig, id: occurrenceId, startsAt: after.slot.start, endsAt: after.slot.end }]);
}

export function lineChangeOf({ before, after }: Pick<ChangeRow, 'before' | 'after'>): LineChange {
  const stays = (position: number) => after.kept.includes(position);
  return {
    kept: before.lines.filter(({ position }) => stays(position)),
    replaced: before.lines.filter(({ position }) => !stays(position)),
    added: after.added,
  };
}

/** Charges of lines that are gone are taken back whole, and those of new lines made: a charge itself is never changed. */
async function moveCharges(tx: Tx, booking: BookingRow, { occurrenceId }: ChangeRow, lines: LineChange): Promise<void> {
  const gone = new Set(lines.replaced.map(({ position }) => position));
  const charges = (await findCharges(tx, [occurrenceId])).filter(({ position }) => gone.has(position));
  await creditCharges(
    tx,
    charges.map(({ id, netOre, vatOre, grossOre }) => ({
      chargeId: id,
      netOre: negateOre(netOre),
      vatOre: negateOre(vatOre),
      grossOre: negateOre(grossOre),
    })),
  );
  const fresh = new Set(lines.added.map(({ position }) => position));
  await recordCharges(tx, {
    payer: booking,
    occurrences: [{ occurrenceId, lines: payable(linesAfter(lines)).filter(({ position }) => fresh.has(position)) }],
    state: booking.paymentMethod === 'on_account' ? 'open' : 'settled',
  });
}

function toTrail({ roomId, slot }: ChangeRow['before'] | ChangeRow['after']) {
  return { roomId, startsAt: slot.start.toISOString(), endsAt: slot.end.toISOString() };
}
