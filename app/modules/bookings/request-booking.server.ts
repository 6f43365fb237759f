/** Makes a booking: loads, decides, persists, in one transaction. Customers and staff come the same way. */
import { randomBytes } from 'node:crypto';
import { recordAudit } from '~/infrastructure/audit.server';
import { db, inTransaction, type Tx } from '~/infrastructure/db.server';
import { translateViolation } from '~/infrastructure/db-errors.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { newId } from '~/lib/ids.server';
import { ok, refuse, type Result } from '~/lib/result';
import { isActive } from '../availability/claim';
import { claimRoom } from '../availability/claim-room.server';
import { startCheckout } from '../billing/start-checkout.server';
import type { Actor } from '../identity/permissions';
import { loadBookingFacts, type LoadedFacts } from './booking-facts.server';
import { bookingMailMessage } from './booking.messages';
import { findByRequestKey, insert, insertEquipmentUses, insertLines } from './booking.repository.server';
import { REFERENCE_BYTES, bookingReference } from './booking-reference';
import type { BookingInput } from './booking.schema';
import { asLocale, checkoutRequest } from './checkout-request';
import { followConfirmation } from './confirm-booking.server';
import { type BookingDecision, type BookingRefusal, decideBooking } from './decide-booking';
import { lockEquipment } from './equipment-guard.server';
import { type AlternativeSlot, findAlternatives, mayHelpElsewhere } from './nearest-alternatives.queries.server';
import { personToBookFor } from './person-to-book-for.server';
import { releaseExpiredHolds } from './release-booking.server';

export interface RequestedBooking {
  readonly bookingId: string;
  readonly state: 'held' | 'confirmed';
  /** The attempt to pay that was begun; null when nothing is to be paid now. */
  readonly checkoutId: string | null;
}

/** Why not, and what may be booked instead. */
export type RequestRefusal = (BookingRefusal | { code: 'unknown_room' }) & { readonly alternatives: readonly AlternativeSlot[] };

type Outcome = Result<RequestedBooking, BookingRefusal | { code: 'unknown_room' } | { code: 'lost_race' } | { code: 'repeated' }>;

/** A rival that took the slot between our look and our claim is seen at the second look. */
const LOOKS = 3;

export async function requestBooking(actor: Actor, input: BookingInput, now: Date): Promise<Result<RequestedBooking, RequestRefusal>> {
  if (actor.personId === null) return refuse({ code: 'not_allowed', alternatives: [] });
  const makerId = actor.personId;
  const requestKey = `${makerId}:${input.requestKey}`;
  for (let look = 1; ; look += 1) {
    const outcome = await attempt({ actor, makerId, requestKey, input }, now);
    if (outcome.ok) return outcome;
    // The same form may have come in before: then the slot is not free because of the first.
    const first = await findRepeated(requestKey);
    if (first) return ok(first);
    if (outcome.code !== 'lost_race' || look === LOOKS) return explain(outcome, input, now);
  }
}

type Request = { actor: Actor; makerId: string; requestKey: string; input: BookingInput };

/** Leaves the transaction without a trace; turned into a refusal right outside. */
class ClaimLost extends Error {}

async function attempt(request: Request, now: Date): Promise<Outcome> {
  try {
    return await translateViolation(
      () => inTransaction((tx) => bookInTransaction(tx, request, now)),
      ({ kind, constraint }) => (kind === 'unique' && constraint.includes('request_key') ? refuse({ code: 'repeated' }) : undefined),
    );
  } catch (error) {
    if (error instanceof ClaimLost) return refuse({ code: 'lost_race' });
    throw error;
  }
}

async function bookInTransaction(tx: Tx, request: Request, now: Date): Promise<Outcome> {
  const { actor, input } = request;
  const personId = await personToBookFor(tx, actor, input, now);
  if (personId === null) return refuse({ code: 'not_allowed' });
  const wished = input.equipment.filter((wish) => wish.quantity > 0);
  await lockEquipment(
    tx,
    wished.map((wish) => wish.itemId),
  );
  const question = { ...input, actor, personId, withEquipment: wished.length > 0 };
  const facts = await loadBookingFacts(tx, question, now);
  if (!facts) return refuse({ code: 'unknown_room' });
  const decision = decideBooking(facts, { ...input, personId }, now);
  if (!decision.ok) return decision;
  return persist(tx, request, { personId, facts, decision: decision.value }, now);
}

type Decided = { personId: string; facts: LoadedFacts; decision: BookingDecision };

async function persist(
  tx: Tx,
  { makerId, requestKey, input }: Request,
  { personId, facts, decision }: Decided,
  now: Date,
): Promise<Outcome> {
  const { state, quote, padded, holdExpiresAt, payableLines } = decision;
  const booking = {
    id: newId(),
    occurrenceId: newId(),
    reference: bookingReference(randomBytes(REFERENCE_BYTES)),
    personId,
    organisationId: input.organisationId,
    createdById: makerId,
    state,
    paymentMethod: input.paymentMethod,
    purpose: input.purpose,
    people: input.people,
    locale: personId === makerId ? input.locale : asLocale(facts.payer.locale),
    totalOre: quote.totalOre,
    vatOre: quote.vatOre,
    policy: decision.policy,
    requestKey,
    holdExpiresAt,
    confirmedAt: state === 'confirmed' ? now : null,
    createdAt: now,
    roomId: facts.room.id,
    slot: input.slot,
  };
  // Holds past their deadline counted as free; their claims must go before ours can come.
  if (facts.claims.some((claim) => !isActive(claim, now))) await releaseExpiredHolds(tx, [facts.room.id], padded, now);
  await insert(tx, booking);
  const owner = { occurrenceId: booking.occurrenceId };
  if (!(await claimRoom(tx, { roomIds: [facts.room.id], period: padded, owner, holdExpiresAt }))) throw new ClaimLost();
  await insertLines(tx, booking.id, quote.lines, newId);
  await insertEquipmentUses(tx, booking.occurrenceId, decision.equipmentUses, newId);
  const actor = { kind: 'person', personId: makerId } as const;
  const after = { state, roomId: facts.room.id, startsAt: input.slot.start, endsAt: input.slot.end, totalOre: quote.totalOre, personId };
  await recordAudit(tx, { actor, action: 'booking.requested', subjectType: 'booking', subjectId: booking.id, after: toJson(after) });
  if (state === 'confirmed') {
    const occurrence = { id: booking.occurrenceId, startsAt: input.slot.start, endsAt: input.slot.end };
    await followConfirmation(tx, { ...booking, occurrence, payableLines }, actor, null);
    return ok({ bookingId: booking.id, state, checkoutId: null });
  }
  if (personId !== makerId) {
    const { topic, payload, options } = bookingMailMessage({ bookingId: booking.id, kind: 'payment_link' });
    await enqueue(tx, topic, payload, options);
    return ok({ bookingId: booking.id, state, checkoutId: null });
  }
  const receipt = {
    ...booking,
    email: facts.payer.email,
    locale: asLocale(booking.locale),
    roomName: facts.room.name,
    buildingName: facts.buildingName,
    lines: payableLines,
  };
  const checkoutId = await startCheckout(tx, checkoutRequest(receipt, facts.seller, 1), now);
  return ok({ bookingId: booking.id, state, checkoutId });
}

/** The booking that this form has made already, and the attempt to pay it that is under way. */
async function findRepeated(requestKey: string): Promise<RequestedBooking | null> {
  const found = await findByRequestKey(db, requestKey);
  return found && { bookingId: found.id, state: found.state === 'held' ? 'held' : 'confirmed', checkoutId: found.checkoutId };
}

async function explain(outcome: Exclude<Outcome, { ok: true }>, input: BookingInput, now: Date): Promise<Result<never, RequestRefusal>> {
  const refusal =
    outcome.code === 'lost_race' || outcome.code === 'repeated'
      ? { ok: false as const, code: 'taken' as const, busy: input.slot }
      : outcome;
  const alternatives = mayHelpElsewhere(refusal.code) ? await findAlternatives(input, now) : [];
  return { ...refusal, alternatives };
}

function toJson(value: Record<string, string | number | Date>): Record<string, string | number> {
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, entry instanceof Date ? entry.toISOString() : entry]));
}
