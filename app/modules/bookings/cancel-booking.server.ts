/** Calls a confirmed booking off: the room comes free at once, and the policy frozen on the booking says what goes back. */
import { recordAudit, type AuditActor } from '~/infrastructure/audit.server';
import { inTransaction, type Tx } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { fromDateColumn } from '~/lib/local-time';
import { sumOre } from '~/lib/money';
import { ok, refuse, type Result } from '~/lib/result';
import { giveBackRooms } from '../availability/claim-room.server';
import { orderRefund } from '../billing/order-refund.server';
import type { RefundItem } from '../billing/split-refund';
import { creditCharges } from '../billing/record-charges.server';
import { type Actor, can } from '../identity/permissions';
import { revokeAccess } from './access.server';
import { bookingMailMessage } from './booking.messages';
import {
  type BookingRow,
  lockById,
  raiseSequence,
  setEquipmentActive,
  transition,
  transitionOccurrences,
} from './booking.repository.server';
import { WAITING_TOPICS } from './waiting/waiting.messages';
import { releaseWaitingChanges } from './changes/release-change.server';
import { chargeCreditsFor, loadCallOff, loadCancellation, type LoadedCancellation } from './cancellation-facts.server';
import { followOffers } from './closure-offers/follow-offers.server';
import { type CancellationDecision, type CancellationRefusal, decideCallOff, decideCancellation } from './decide-cancellation';
import { insertExceptions } from './series/series.repository.server';
import { tellPayers } from './split/tell-payers.server';

export interface CancellationInput {
  readonly bookingId: string;
  /** Only these dates; all when left out. */
  readonly occurrenceIds?: readonly string[] | undefined;
  /** The hub gives everything back. */
  readonly waive: boolean;
  /** Shown to the customer when the hub cancels. */
  readonly reason: string;
  /** The refund that was shown before confirming; another one is shown again. */
  readonly confirmedRefundOre: number;
  /** Only because the house closes over all of it, and while that waits for an answer. */
  readonly asOffered?: boolean;
}

export type CancelRefusal =
  | { code: 'not_found' }
  | CancellationRefusal
  | { code: 'refund_changed'; refundOre: number }
  /** Whoever is cancelled on is told why. */
  | { code: 'reason_missing' }
  /** The offer has been answered, or the house does not close after all. */
  | { code: 'offer_over' };

export async function cancelBooking(
  actor: Actor,
  input: CancellationInput,
  now: Date,
): Promise<Result<{ refundOre: number }, CancelRefusal>> {
  return inTransaction(async (tx) => {
    const booking = await lockById(tx, input.bookingId);
    if (!booking || !can(actor, 'booking.view', booking)) return refuse({ code: 'not_found' });
    const { facts, charges } = await loadCancellation(tx, actor, booking);
    const decision = decideCancellation(facts, { waive: input.waive, occurrenceIds: input.occurrenceIds }, now);
    if (!decision.ok) return decision;
    if (input.asOffered && !isOffered(facts, decision.value.occurrenceIds)) return refuse({ code: 'offer_over' });
    const { cancelledBy } = decision.value;
    const refundOre = givenBack(decision.value);
    if (refundOre !== input.confirmedRefundOre) return refuse({ code: 'refund_changed', refundOre });
    if (cancelledBy === 'hub' && input.reason === '') return refuse({ code: 'reason_missing' });
    const by = { kind: 'person', personId: actor.personId ?? '' } as const;
    await carryOut(tx, by, booking, { ...input, ...decision.value }, charges, now);
    return ok({ refundOre });
  });
}

/** The house calls off dates that it has closed; everything goes back. The caller holds the lock on the booking. False when it is too late. */
export async function callOffClosed(
  tx: Tx,
  booking: BookingRow,
  { occurrenceIds, reason }: { readonly occurrenceIds: readonly string[]; readonly reason: string },
  now: Date,
): Promise<boolean> {
  const { facts, charges } = await loadCallOff(tx, booking);
  const decision = decideCallOff(facts, occurrenceIds, now);
  if (!decision.ok) return false;
  await carryOut(tx, { kind: 'system' }, booking, { ...decision.value, reason, waive: true }, charges, now);
  return true;
}

function isOffered(
  { occurrences }: LoadedCancellation<Parameters<typeof decideCancellation>[0]>['facts'],
  ids: readonly string[],
): boolean {
  return ids.every((id) => occurrences.some((occurrence) => occurrence.id === id && occurrence.closedByHouse));
}

type Carried = CancellationDecision & Pick<CancellationInput, 'reason' | 'waive'>;

async function carryOut(
  tx: Tx,
  by: AuditActor,
  booking: BookingRow,
  cancelled: Carried,
  charges: LoadedCancellation<unknown>['charges'],
  now: Date,
): Promise<void> {
  await persist(tx, by, booking, cancelled, now);
  const reason = cancelled.cancelledBy === 'hub' ? 'cancelled_by_hub' : 'cancelled_by_customer';
  const sourceKey = `cancelled:${cancelled.occurrenceIds[0]}`;
  await orderRefund(tx, { bookingId: booking.id, reason, sourceKey, items: refundItems(booking, cancelled.refund) });
  await tellPayers(tx, booking.id, sourceKey);
  await creditCharges(tx, chargeCreditsFor(cancelled, charges));
}

function refundItems({ quoteLines }: BookingRow, { perLine }: CancellationDecision['refund']): RefundItem[] {
  return perLine.flatMap(({ position, refundOre }) => {
    const line = quoteLines.find((candidate) => candidate.position === position);
    return line && refundOre > 0 ? [{ position, vatBp: line.vatBp, refundOre }] : [];
  });
}

/** What the customer gets back, on the card or off the next invoice. */
export function givenBack({ refund, chargeCredits }: CancellationDecision): number {
  return refund.refundOre > 0 ? refund.refundOre : 0 - sumOre(chargeCredits.map((credit) => credit.grossOre));
}

async function persist(
  tx: Tx,
  by: AuditActor,
  booking: BookingRow,
  { cancelledBy, isAll, occurrenceIds, reason, waive, refund }: Carried,
  now: Date,
): Promise<void> {
  if (isAll) await callOff(tx, booking.id, { cancelledBy, reason }, now);
  else await callOffDates(tx, booking.id, occurrenceIds);
  await rememberExceptions(tx, booking, occurrenceIds);
  const givenUp = { bookingId: booking.id, occurrenceIds: isAll ? ('all' as const) : occurrenceIds };
  await releaseWaitingChanges(tx, givenUp, { actor: by, reason: 'cancelled', tell: false });
  await giveBackRooms(tx, occurrenceIds);
  await setEquipmentActive(tx, occurrenceIds, false);
  await revokeAccess(tx, occurrenceIds, now);
  await followOffers(tx, booking.id, by, now);
  await recordAudit(tx, {
    actor: by,
    action: isAll ? 'booking.cancelled' : 'booking.dates_cancelled',
    subjectType: 'booking',
    subjectId: booking.id,
    before: { state: 'confirmed' },
    after: {
      state: isAll ? 'cancelled' : 'confirmed',
      occurrences: occurrenceIds,
      cancelledBy,
      waive,
      reason,
      refundOre: refund.refundOre,
      refundBp: refund.refundBp,
    },
  });
  await enqueue(tx, WAITING_TOPICS.offer, {}, { jobKey: WAITING_TOPICS.offer });
  const news = { bookingId: booking.id, kind: isAll ? ('cancelled' as const) : ('dates_cancelled' as const) };
  const about = booking.kind === 'single' ? {} : { occurrenceIds: [...occurrenceIds] };
  const { topic, payload, options } = bookingMailMessage({ ...news, ...about });
  await enqueue(tx, topic, payload, options);
}

async function callOff(
  tx: Tx,
  bookingId: string,
  { cancelledBy, reason }: Pick<Carried, 'cancelledBy' | 'reason'>,
  now: Date,
): Promise<void> {
  await transition(tx, bookingId, ['confirmed'], {
    state: 'cancelled',
    cancelledAt: now,
    cancelledBy,
    cancelReason: reason === '' ? null : reason,
    sequence: { increment: 1 },
  });
}

/** The rest of the booking stands. */
async function callOffDates(tx: Tx, bookingId: string, occurrenceIds: readonly string[]): Promise<void> {
  await transitionOccurrences(tx, occurrenceIds, ['confirmed'], 'cancelled');
  await raiseSequence(tx, bookingId);
}

/** A series knows which of its dates are no longer part of it. */
async function rememberExceptions(tx: Tx, { id, kind, occurrences }: BookingRow, cancelledIds: readonly string[]): Promise<void> {
  if (kind !== 'series') return;
  const exceptions = occurrences.flatMap(({ id: occurrenceId, roomId, seriesDate }) =>
    seriesDate && cancelledIds.includes(occurrenceId) ? [{ roomId, date: fromDateColumn(seriesDate), reason: 'cancelled' as const }] : [],
  );
  await insertExceptions(tx, id, exceptions);
}
