/** Everything the page of one booking shows. */
import { db } from '~/infrastructure/db.server';
import type { BilingualText } from '~/lib/locale';
import { findResolvedKeys, refundDifferenceKey } from '../billing/payment-difference.server';
import { type Actor, can } from '../identity/permissions';
import { type CancellationTier, describePolicy, type PolicyDescription } from '../pricing/cancellation-policy';
import type { QuoteLine } from '../pricing/quote';
import { type BookingView, bookingView } from './booking-view';
import { isShare, type SplitState } from './split/split';
import { gatheredLines } from './series/gathered-lines';
import { listWaitingChanges, type WaitingChange } from './changes/change.queries.server';
import { type AlternativeSlot, findAlternatives } from './nearest-alternatives.queries.server';
import { STANDING_QUOTE_LINES } from './quote-line-fields';

export interface BookingPage {
  readonly id: string;
  readonly reference: string;
  readonly view: BookingView;
  readonly roomSlug: string;
  readonly roomName: string;
  readonly planNumber: number | null;
  readonly buildingName: string;
  readonly entrance: BilingualText;
  readonly start: Date;
  readonly end: Date;
  /** What it is for; of a project its title. */
  readonly purpose: string;
  readonly isProject: boolean;
  /** The part of a project that the page is about first; may be empty. */
  readonly partName: string;
  readonly lines: readonly QuoteLine[];
  readonly totalOre: number;
  /** What of it remains when dates were called off and something was taken off. */
  readonly standingOre: number;
  readonly paymentMethod: 'card' | 'on_account' | 'free';
  readonly holdExpiresAt: Date | null;
  /** The code leaves the server only while it works. */
  readonly access: { readonly opensAt: Date; readonly closesAt: Date; readonly code: string | null } | null;
  readonly policy: PolicyDescription;
  readonly refunds: readonly { readonly amountOre: number; readonly state: 'pending' | 'sent' | 'succeeded' | 'failed' | 'settled' }[];
  readonly invoiceNumber: string | null;
  /** Stripe has a receipt for it. */
  readonly hasInvoice: boolean;
  readonly cancelledByHub: boolean;
  readonly cancelReason: string | null;
  readonly mayCancel: boolean;
  /** Of a booking that the house answers: messages from the house that the viewer's side has not seen. */
  readonly request: { readonly unread: number } | null;
  /** Move it, or only make it longer: once it has begun. */
  readonly mayChange: boolean;
  readonly mayExtend: boolean;
  readonly waitingChanges: readonly WaitingChange[];
  /** Its price was shared out, or can be. */
  readonly split: SplitState | 'possible' | null;
  /** The room at the same time tomorrow is better than a dead end. */
  readonly alternatives: readonly AlternativeSlot[];
}

/** Null when there is no such booking, or it is none of the viewer's business. */
export async function loadBookingPage(actor: Actor, bookingId: string, now: Date): Promise<BookingPage | null> {
  const row = await db.booking.findUnique({ where: { id: bookingId }, select: FIELDS });
  const occurrence = row && (await findCurrent(bookingId, now));
  if (!row || !occurrence || !can(actor, 'booking.view', row)) return null;
  const { room, accessGrant } = occurrence;
  const slot = { start: occurrence.startsAt, end: occurrence.endsAt };
  const view = bookingView(
    {
      state: row.state,
      holdExpiresAt: row.holdExpiresAt,
      awaitsPayment: row.checkoutSessions.some(({ state }) => state === 'complete') && row.payments.length === 0,
      refundedLate: row.refunds.some(({ reason }) => reason === 'late_payment'),
      approval: row.approval?.state ?? null,
    },
    now,
  );
  const failed = row.refunds.filter(({ state }) => state === 'failed');
  const settled = await findResolvedKeys(db, failed.map(refundDifferenceKey));
  const over = view === 'released' || view === 'refunded_late' || view === 'declined' || view === 'lapsed';
  const ahead = slot.start > now;
  // The receipt of a share is its payer's.
  const payments = row.payments.filter(({ checkoutSession: { subject } }) => !isShare(subject));
  const charged = await db.charge.aggregate({ where: { occurrence: { bookingId } }, _sum: { grossOre: true } });
  const changeable = view === 'confirmed' && can(actor, 'booking.change', row);
  return {
    id: bookingId,
    reference: row.reference,
    view,
    roomSlug: room.slug,
    roomName: room.name,
    planNumber: room.planNumber,
    buildingName: room.building.name,
    entrance: { nb: room.building.entranceNb, en: room.building.entranceEn },
    ...slot,
    purpose: row.purpose,
    isProject: row.kind === 'project',
    partName: occurrence.partName,
    lines: row.kind === 'single' ? row.quoteLines : gatheredLines(row.quoteLines),
    totalOre: row.totalOre,
    standingOre: charged._sum.grossOre ?? row.totalOre,
    paymentMethod: row.paymentMethod,
    holdExpiresAt: row.holdExpiresAt,
    access: view === 'confirmed' && accessGrant ? accessAt(accessGrant, now) : null,
    policy: describePolicy((occurrence.policy ?? row.policy) as unknown as CancellationTier[], slot.start, now),
    refunds: row.refunds
      .filter(({ reason }) => reason !== 'changed' && reason !== 'split_ended' && reason !== 'share_paid_twice')
      .map((refund) => ({
        amountOre: refund.amountOre,
        state: settled.has(refundDifferenceKey(refund)) ? 'settled' : refund.state,
      })),
    invoiceNumber: payments.find(({ invoiceNumber }) => invoiceNumber !== null)?.invoiceNumber ?? null,
    hasInvoice: payments.some(({ stripeInvoiceId }) => stripeInvoiceId !== null),
    cancelledByHub: row.cancelledBy === 'hub',
    cancelReason: row.cancelReason,
    mayChange: changeable && ahead,
    mayExtend: changeable && !ahead && slot.end > now,
    waitingChanges: await listWaitingChanges(bookingId, now),
    split: row.splits[0]?.state ?? (view === 'to_pay' && can(actor, 'booking.split', row) ? 'possible' : null),
    mayCancel: (view === 'confirmed' || view === 'to_pay') && ahead && can(actor, 'booking.cancel', row),
    request: row.approval && { unread: row.requestMessages.length },
    alternatives: over && ahead ? await findAlternatives({ roomSlug: room.slug, slot, people: row.people }, now) : [],
  };
}

/** The occurrence that the page is about first: the next one, else the last. */
async function findCurrent(bookingId: string, now: Date) {
  const [current] = await db.$queryRaw<{ id: string }[]>`
    SELECT o.id::text FROM occurrence o WHERE o.booking_id = ${bookingId}::uuid
    ORDER BY o.state IN ('requested', 'held', 'confirmed') DESC, o.state <> 'refused' DESC, o.ends_at > ${now}::timestamptz DESC,
      CASE WHEN o.ends_at > ${now}::timestamptz THEN o.starts_at END, o.starts_at DESC
    LIMIT 1`;
  return current ? db.occurrence.findUnique({ where: { id: current.id }, select: OCCURRENCE_FIELDS }) : null;
}

function accessAt({ code, opensAt, closesAt }: { code: string; opensAt: Date; closesAt: Date }, now: Date): BookingPage['access'] {
  return { opensAt, closesAt, code: opensAt <= now && now < closesAt ? code : null };
}

const FIELDS = {
  kind: true,
  reference: true,
  personId: true,
  organisationId: true,
  state: true,
  people: true,
  purpose: true,
  totalOre: true,
  paymentMethod: true,
  policy: true,
  holdExpiresAt: true,
  cancelledBy: true,
  cancelReason: true,
  approval: { select: { state: true } },
  requestMessages: { where: { byHouse: true, readAt: null }, select: { id: true } },
  checkoutSessions: { select: { state: true } },
  splits: { orderBy: { id: 'desc' }, take: 1, select: { state: true } },
  payments: {
    orderBy: { paidAt: 'asc' },
    select: { invoiceNumber: true, stripeInvoiceId: true, checkoutSession: { select: { subject: true } } },
  },
  refunds: { orderBy: { createdAt: 'asc' }, select: { id: true, attempt: true, amountOre: true, state: true, reason: true } },
  quoteLines: STANDING_QUOTE_LINES,
} as const;

const OCCURRENCE_FIELDS = {
  partName: true,
  policy: true,
  startsAt: true,
  endsAt: true,
  accessGrant: { select: { code: true, opensAt: true, closesAt: true } },
  room: {
    select: { slug: true, name: true, planNumber: true, building: { select: { name: true, entranceNb: true, entranceEn: true } } },
  },
} as const;
