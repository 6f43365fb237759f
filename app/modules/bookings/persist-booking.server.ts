/** Stores a booking that was decided, takes its rooms, and begins what follows; the number of statements does not follow the occurrences. */
import { randomBytes } from 'node:crypto';
import { recordAudit } from '~/infrastructure/audit.server';
import type { Tx } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { newId } from '~/lib/ids.server';
import { earlier } from '~/lib/interval';
import { isActive } from '../availability/claim';
import { claimRooms } from '../availability/claim-room.server';
import { NO_RIG } from '../rooms/rig-time';
import { startCheckout } from '../billing/start-checkout.server';
import { insert as insertApproval } from './approval/approval.repository.server';
import { type BegunRequest, beginRequest } from './approval/begin-request.server';
import type { LoadedFacts } from './booking-facts.server';
import { bookingMailMessage } from './booking.messages';
import { insert, insertEquipmentUses, insertLines, insertOccurrences, type NewOccurrence } from './booking.repository.server';
import { REFERENCE_BYTES, bookingReference } from './booking-reference';
import type { BookingPlan } from './booking.schema';
import { asLocale, checkoutRequest } from './checkout-request';
import { followConfirmation } from './confirm-booking.server';
import type { CommitmentDecision, GrantedOccurrence } from './decide-occurrences';
import { releaseExpiredHolds } from './release-booking.server';
import { insertExceptions, insertSeries } from './series/series.repository.server';

export interface RequestedBooking {
  readonly bookingId: string;
  readonly state: 'held' | 'requested' | 'confirmed';
  /** The attempt to pay that was begun; null when nothing is to be paid now. */
  readonly checkoutId: string | null;
}

/** Leaves the transaction without a trace: somebody took a room between our look and our claim. */
export class ClaimLost extends Error {}

export interface DecidedBooking {
  readonly makerId: string;
  readonly personId: string;
  readonly requestKey: string;
  readonly plan: BookingPlan;
  readonly facts: LoadedFacts;
  readonly decision: CommitmentDecision;
}

type Stored = GrantedOccurrence & { readonly id: string };

/** Throws `ClaimLost` when a room is gone. */
export async function persistBooking(tx: Tx, decided: DecidedBooking, now: Date): Promise<RequestedBooking> {
  const { makerId, personId, requestKey, plan, facts, decision } = decided;
  const { state, approvalHours, totalOre, vatOre, policy, holdExpiresAt } = decision;
  const booking = {
    id: newId(),
    reference: bookingReference(randomBytes(REFERENCE_BYTES)),
    personId,
    organisationId: plan.organisationId,
    createdById: makerId,
    kind: plan.kind,
    paymentMethod: plan.paymentMethod,
    purpose: plan.purpose,
    people: Math.max(...plan.occurrences.map(({ people }) => people)),
    locale: personId === makerId ? plan.locale : asLocale(facts.payer.locale),
    ...{ state, totalOre, vatOre, policy, requestKey, holdExpiresAt },
    confirmedAt: state === 'confirmed' ? now : null,
    createdAt: now,
  };
  const occurrences = decision.occurrences.map((occurrence) => ({ ...occurrence, id: newId() }));
  const granted = occurrences.filter((occurrence): occurrence is Stored => occurrence.granted);
  await releaseInTheWay(tx, granted, facts, now);
  await insert(tx, booking);
  await insertOccurrences(
    tx,
    booking.id,
    occurrences.map((occurrence, index) => ({
      ...toRow(occurrence, plan.occurrences[index], state),
      seriesDate: plan.occurrences[index]?.seriesDate ?? null,
      partName: plan.occurrences[index]?.partName ?? '',
      loudness: plan.occurrences[index]?.loudness ?? null,
      policy: ownPolicy(facts.occurrences[index]?.policy ?? policy, policy),
    })),
  );
  await storeSeries(tx, booking.id, plan, facts);
  await claimAll(tx, granted, holdExpiresAt);
  await insertLines(
    tx,
    booking.id,
    granted.map(({ id, lines }) => ({ occurrenceId: id, lines })),
    newId,
  );
  await insertEquipmentUses(
    tx,
    granted.map(({ id, equipmentUses }) => ({ occurrenceId: id, uses: equipmentUses })),
    newId,
  );
  const actor = { kind: 'person', personId: makerId } as const;
  const after = { state, totalOre, personId, occurrences: occurrences.map(toTrail) };
  await recordAudit(tx, { actor, action: 'booking.requested', subjectType: 'booking', subjectId: booking.id, after });
  if (approvalHours !== null) await insertApproval(tx, booking.id, approvalHours);
  const checkoutId = await beginWhatFollows(tx, { ...decided, booking, granted }, now);
  return { bookingId: booking.id, state, checkoutId };
}

type Persisted = DecidedBooking & {
  readonly booking: Pick<CommitmentDecision, 'state'> & {
    readonly id: string;
    readonly reference: string;
    readonly locale: string;
    readonly organisationId: string | null;
  };
  readonly granted: readonly Stored[];
};

/** The attempt to pay, begun by whoever pays; others are sent a link. Null when nothing is to be paid now. */
async function beginWhatFollows(
  tx: Tx,
  { makerId, personId, plan, facts, decision, booking, granted }: Persisted,
  now: Date,
): Promise<string | null> {
  if (booking.state === 'confirmed') {
    const occurrences = granted.map(({ id, slot, rig, payableLines }) => ({
      ...{ id, startsAt: slot.start, endsAt: slot.end, payableLines },
      ...{ rigBeforeMinutes: rig.beforeMinutes, rigAfterMinutes: rig.afterMinutes },
    }));
    const confirmed = { ...booking, personId, paymentMethod: plan.paymentMethod, occurrences, seenSince: now };
    await followConfirmation(tx, confirmed, { kind: 'person', personId: makerId }, null, now);
    return null;
  }
  // Whoever is offered a time is told by the waiting list, and pays when they take it.
  if (plan.offerUntil) return null;
  if (booking.state === 'requested') {
    await beginRequest(tx, requestOf(booking.id, personId, granted), { kind: 'person', personId: makerId }, now);
    return null;
  }
  if (personId !== makerId) {
    const { topic, payload, options } = bookingMailMessage({ bookingId: booking.id, kind: 'payment_link' });
    await enqueue(tx, topic, payload, options);
    return null;
  }
  const payable = {
    ...booking,
    reserves: decision.approvalHours !== null,
    email: facts.payer.email,
    locale: asLocale(booking.locale),
    occurrences: granted.map(({ roomId, slot, payableLines }) => ({ ...placeOf(facts, roomId), slot, lines: payableLines })),
  };
  return startCheckout(tx, checkoutRequest(payable, facts.seller, 1), now);
}

function requestOf(id: string, personId: string, granted: readonly Stored[]): BegunRequest {
  const startsAt = granted.map(({ slot }) => slot.start).reduce(earlier);
  return { id, personId, occurrenceIds: granted.map((occurrence) => occurrence.id), startsAt, reservedUntil: null };
}

/** Holds past their deadline counted as free; their claims must go before ours can come. */
async function releaseInTheWay(tx: Tx, granted: readonly Stored[], facts: LoadedFacts, now: Date): Promise<void> {
  if (!facts.occurrences.some(({ claims }) => claims.some((claim) => !isActive(claim, now)))) return;
  await releaseExpiredHolds(
    tx,
    granted.map(({ roomId, padded }) => ({ roomId, period: padded })),
    now,
  );
}

async function claimAll(tx: Tx, granted: readonly Stored[], holdExpiresAt: Date | null): Promise<void> {
  const claims = granted.map(({ id, roomId, padded }) => ({
    roomIds: [roomId],
    period: padded,
    owner: { occurrenceId: id },
    holdExpiresAt,
  }));
  if (!(await claimRooms(tx, claims))) throw new ClaimLost();
}

async function storeSeries(tx: Tx, bookingId: string, { series }: BookingPlan, facts: LoadedFacts): Promise<void> {
  if (!series) return;
  const idBySlug = new Map(facts.occurrences.map(({ room }) => [room.slug, room.id]));
  const roomIds = series.roomSlugs.flatMap((slug) => idBySlug.get(slug) ?? []);
  await insertSeries(tx, bookingId, { rule: series.rule, roomIds });
  const exceptions = roomIds.flatMap((roomId) => series.exceptions.map((exception) => ({ ...exception, roomId })));
  await insertExceptions(tx, bookingId, exceptions);
}

/** Null when it is the booking's. */
function ownPolicy(policy: CommitmentDecision['policy'], bookings: CommitmentDecision['policy']): CommitmentDecision['policy'] | null {
  return JSON.stringify(policy) === JSON.stringify(bookings) ? null : policy;
}

function placeOf({ occurrences }: LoadedFacts, roomId: string): { roomName: string; buildingName: string } {
  const found = occurrences.find(({ room }) => room.id === roomId);
  return { roomName: found?.room.name ?? '', buildingName: found?.buildingName ?? '' };
}

function toRow(
  occurrence: CommitmentDecision['occurrences'][number] & { id: string },
  asked: BookingPlan['occurrences'][number] | undefined,
  state: CommitmentDecision['state'],
): Omit<NewOccurrence, 'seriesDate' | 'partName' | 'policy' | 'loudness'> {
  const { id, roomId, slot } = occurrence;
  if (occurrence.granted) return { id, roomId, slot, rig: occurrence.rig, state, refusal: null, wished: [] };
  // Tried again, it has the same.
  const wished = (asked?.equipment ?? []).filter(({ quantity }) => quantity > 0);
  return { id, roomId, slot, rig: asked?.rig ?? NO_RIG, state: 'refused', refusal: occurrence.refusal, wished };
}

function toTrail({ id, roomId, slot, granted }: CommitmentDecision['occurrences'][number] & { id: string }) {
  return { id, roomId, startsAt: slot.start.toISOString(), endsAt: slot.end.toISOString(), granted };
}
