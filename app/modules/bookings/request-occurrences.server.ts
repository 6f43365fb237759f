/** Makes a booking of one or many occurrences: loads, decides, persists, in one transaction. The one way to a booking. */
import { recordAudit } from '~/infrastructure/audit.server';
import { db, inTransaction, type Tx } from '~/infrastructure/db.server';
import { translateViolation } from '~/infrastructure/db-errors.server';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../identity/permissions';
import { loadBookingFacts } from './booking-facts.server';
import { findByRequestKey } from './booking.repository.server';
import type { BookingPlan } from './booking.schema';
import { type CommitmentRefusal, decideOccurrences } from './decide-occurrences';
import { lockEquipment } from './equipment-guard.server';
import { ClaimLost, persistBooking, type RequestedBooking } from './persist-booking.server';
import { personToBookFor } from './person-to-book-for.server';
import { liftRules, rulesAgainst } from './rules/lift-rules';

export type PlanRefusal = CommitmentRefusal | { code: 'not_allowed' } | { code: 'unknown_room' };

type Outcome = Result<RequestedBooking, PlanRefusal | { code: 'lost_race' } | { code: 'repeated' }>;

/** A rival that took a slot between our look and our claim is seen at the second look. */
const LOOKS = 3;

export async function requestOccurrences(actor: Actor, plan: BookingPlan, now: Date): Promise<Result<RequestedBooking, PlanRefusal>> {
  if (actor.personId === null) return refuse({ code: 'not_allowed' });
  const makerId = actor.personId;
  const requestKey = `${makerId}:${plan.requestKey}`;
  for (let look = 1; ; look += 1) {
    const outcome = await attempt({ actor, makerId, requestKey, plan }, now);
    if (outcome.ok) return outcome;
    // The same form may have come in before: then the slot is not free because of the first.
    const first = await findRepeated(requestKey);
    if (first) return ok(first);
    if (outcome.code !== 'lost_race' && outcome.code !== 'repeated') return outcome;
    const [occurrence] = plan.occurrences;
    if (look === LOOKS && occurrence) return refuse({ code: 'taken', busy: occurrence.slot, index: 0 });
  }
}

type Request = { actor: Actor; makerId: string; requestKey: string; plan: BookingPlan };

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

async function bookInTransaction(tx: Tx, { actor, makerId, requestKey, plan }: Request, now: Date): Promise<Outcome> {
  const personId = await personToBookFor(tx, actor, plan, now);
  if (personId === null) return refuse({ code: 'not_allowed' });
  await lockEquipment(tx, wishedItems(plan));
  const facts = await loadBookingFacts(tx, { ...plan, actor, personId, lock: true }, now);
  if (!facts) return refuse({ code: 'unknown_room' });
  const asked = plan.occurrences.flatMap((occurrence, index) => {
    const own = facts.occurrences[index];
    return own ? [{ facts: own, request: { ...occurrence, personId, paymentMethod: plan.paymentMethod } }] : [];
  });
  const byException = plan.overrideRules === true;
  if (byException && !can(actor, 'rules.override')) return refuse({ code: 'not_allowed' });
  const judged = byException ? asked.map(({ facts: own, request }) => ({ facts: liftRules(own), request })) : asked;
  const decision = decideOccurrences(judged, plan, now);
  if (!decision.ok) return decision;
  const booked = await persistBooking(tx, { makerId, personId, requestKey, plan, facts, decision: decision.value }, now);
  if (byException) await recordException(tx, makerId, booked.bookingId, rulesAgainst(asked, now));
  return ok(booked);
}

/** Which rules were set aside, and by whom; nothing when the exception was not needed. */
async function recordException(tx: Tx, personId: string, subjectId: string, rules: readonly string[]): Promise<void> {
  if (rules.length === 0) return;
  const subject = { action: 'booking.rules_overridden', subjectType: 'booking', subjectId };
  await recordAudit(tx, { actor: { kind: 'person', personId }, ...subject, after: { rules: [...rules] } });
}

function wishedItems({ occurrences }: BookingPlan): string[] {
  const wished = occurrences.flatMap(({ equipment }) => equipment.filter(({ quantity }) => quantity > 0));
  return [...new Set(wished.map(({ itemId }) => itemId))];
}

/** The booking that this form has made already, and the attempt to pay it that is under way. */
async function findRepeated(requestKey: string): Promise<RequestedBooking | null> {
  const found = await findByRequestKey(db, requestKey);
  return found && { bookingId: found.id, state: found.state === 'held' ? 'held' : 'confirmed', checkoutId: found.checkoutId };
}
