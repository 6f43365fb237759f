/** Makes a booking of one or many occurrences: loads, decides, persists, in one transaction. The one way to a booking. */
import { db, type Tx } from '~/infrastructure/db.server';
import { translateViolation } from '~/infrastructure/db-errors.server';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../identity/permissions';
import { loadBookingFacts } from './booking-facts.server';
import { findByRequestKey } from './booking.repository.server';
import type { BookingPlan } from './booking.schema';
import { type CommitmentRefusal, decideOccurrences } from './decide-occurrences';
import { lockEquipment } from './equipment-guard.server';
import { lookAgain } from './look-again.server';
import { persistBooking, type RequestedBooking } from './persist-booking.server';
import { personToBookFor } from './person-to-book-for.server';
import { liftRules, rulesAgainst } from './rules/lift-rules';
import { recordException } from './rules/record-exception.server';

export type PlanRefusal =
  | CommitmentRefusal
  | { code: 'not_allowed' }
  | { code: 'unknown_room' }
  /** An exception from the rules is made with a reason. */
  | { code: 'reason_missing' };

type Outcome = Result<RequestedBooking, PlanRefusal>;

export async function requestOccurrences(actor: Actor, plan: BookingPlan, now: Date): Promise<Result<RequestedBooking, PlanRefusal>> {
  if (actor.personId === null) return refuse({ code: 'not_allowed' });
  const makerId = actor.personId;
  const requestKey = `${makerId}:${plan.requestKey}`;
  const outcome = await translateViolation(
    () => lookAgain((tx) => bookInTransaction(tx, { actor, makerId, requestKey, plan }, now)),
    ({ kind, constraint }) => (kind === 'unique' && constraint.includes('request_key') ? refuse({ code: 'repeated' }) : undefined),
  );
  if (outcome.ok) return outcome;
  // The same form may have come in before: then the slot is not free because of the first.
  const first = await findRepeated(requestKey);
  if (first) return ok(first);
  if (outcome.code !== 'lost_race' && outcome.code !== 'repeated') return outcome;
  const [occurrence] = plan.occurrences;
  if (!occurrence) throw new RangeError('a booking has at least one occurrence');
  return refuse({ code: 'taken', busy: occurrence.slot, index: 0 });
}

type Request = { actor: Actor; makerId: string; requestKey: string; plan: BookingPlan };

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
  const { exception = null } = plan;
  if (exception && !can(actor, 'rules.override')) return refuse({ code: 'not_allowed' });
  const judged = exception ? asked.map(({ facts: own, request }) => ({ facts: liftRules(own), request })) : asked;
  const decision = decideOccurrences(judged, plan, now);
  if (!decision.ok) return decision;
  const rules = exception ? rulesAgainst(asked, now) : [];
  if (rules.length > 0 && exception?.reason === '') return refuse({ code: 'reason_missing' });
  const booked = await persistBooking(tx, { makerId, personId, requestKey, plan, facts, decision: decision.value }, now);
  if (exception) await recordException(tx, { personId: makerId, bookingId: booked.bookingId, rules, ...exception });
  return ok(booked);
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
