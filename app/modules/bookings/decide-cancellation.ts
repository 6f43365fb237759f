import { addOre, negateOre, shareBp } from '~/lib/money';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../identity/permissions';
import { type CancellationTier, type PaidLine, type RefundAnswer, refundOf, refundShare } from '../pricing/cancellation-policy';
import type { BookingState, CancelledBy } from './booking';

/** A charge of a booking on account. */
export interface ChargeFact {
  readonly id: string;
  readonly netOre: number;
  readonly vatOre: number;
}

export interface CancellationFacts {
  readonly actor: Actor;
  readonly state: BookingState;
  readonly personId: string;
  readonly organisationId: string | null;
  readonly startsAt: Date;
  /** The policy frozen on the booking. */
  readonly policy: readonly CancellationTier[];
  /** What was paid by card, by line; empty when nothing was. */
  readonly paidLines: readonly PaidLine[];
  /** What was put on account; empty when nothing was. */
  readonly charges: readonly ChargeFact[];
}

export interface CancellationRequest {
  /** The hub gives everything back, whatever the policy says. */
  readonly waive?: boolean;
}

/** A negative charge that takes back a share of another one. */
export interface ChargeCredit {
  readonly chargeId: string;
  readonly netOre: number;
  readonly vatOre: number;
  readonly grossOre: number;
}

export interface CancellationDecision {
  readonly cancelledBy: CancelledBy;
  readonly refund: Omit<RefundAnswer, 'freeUntil'>;
  readonly chargeCredits: readonly ChargeCredit[];
}

export type CancellationRefusal =
  | { code: 'not_allowed' }
  | { code: 'already_cancelled' }
  | { code: 'not_confirmed' }
  /** It has begun (for the customer) or is over (for the hub). */
  | { code: 'too_late'; startsAt: Date };

const EVERYTHING = 10_000;

/** Whether the actor may call the booking off now, and what is given back. The customer until the start, the hub until it is completed. */
export function decideCancellation(
  facts: CancellationFacts,
  request: CancellationRequest,
  now: Date,
): Result<CancellationDecision, CancellationRefusal> {
  const { actor, state, startsAt } = facts;
  if (!can(actor, 'booking.cancel', facts) || (request.waive && !can(actor, 'booking.cancel_waive')))
    return refuse({ code: 'not_allowed' });
  if (state === 'cancelled') return refuse({ code: 'already_cancelled' });
  if (state === 'completed' || state === 'no_show') return refuse({ code: 'too_late', startsAt });
  if (state !== 'confirmed') return refuse({ code: 'not_confirmed' });
  const cancelledBy = cancelsAs(facts);
  if (cancelledBy === 'customer' && now.getTime() >= startsAt.getTime()) return refuse({ code: 'too_late', startsAt });
  const refundBp = request.waive ? EVERYTHING : refundShare(facts.policy, startsAt, now);
  return ok({
    cancelledBy,
    refund: refundOf(refundBp, facts.paidLines),
    chargeCredits: facts.charges.map((charge) => credit(charge, refundBp)).filter((line) => line.grossOre !== 0),
  });
}

/** Staff who call off a booking of their own do so as a customer. */
function cancelsAs({ actor, personId }: CancellationFacts): CancelledBy {
  return can(actor, 'booking.cancel_as_hub') && actor.personId !== personId ? 'hub' : 'customer';
}

function credit(charge: ChargeFact, refundBp: number): ChargeCredit {
  const netOre = negateOre(shareBp(charge.netOre, refundBp));
  const vatOre = negateOre(shareBp(charge.vatOre, refundBp));
  return { chargeId: charge.id, netOre, vatOre, grossOre: addOre(netOre, vatOre) };
}
