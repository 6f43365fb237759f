import { addOre, negateOre, partBp, shareBp, sumOre } from '~/lib/money';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../identity/permissions';
import { type CancellationTier, type PaidLine, type RefundAnswer, refundOf, refundShare } from '../pricing/cancellation-policy';
import type { BookingState, CancelledBy, OccurrenceState } from './booking';

/** A charge of a booking on account. */
export interface ChargeFact {
  readonly id: string;
  readonly netOre: number;
  readonly vatOre: number;
  /** For what was given up before and was not to come back. */
  readonly retained?: boolean;
}

export interface CancellableOccurrence {
  readonly id: string;
  readonly state: OccurrenceState;
  readonly startsAt: Date;
  /** The policy of its own room; the booking's when left out. */
  readonly policy?: readonly CancellationTier[] | null;
  /** What was paid by card, by line; empty when nothing was. */
  readonly paidLines: readonly (PaidLine & { readonly retained?: boolean })[];
  /** What was put on account; empty when nothing was. */
  readonly charges: readonly ChargeFact[];
  /** The house closes over it and has offered the money: everything goes back, whichever way it is called off. */
  readonly closedByHouse?: boolean;
}

export interface CancellationFacts {
  readonly actor: Actor;
  readonly state: BookingState;
  readonly personId: string;
  readonly organisationId: string | null;
  /** The policy frozen on the booking; each occurrence is measured by its own start. */
  readonly policy: readonly CancellationTier[];
  /** In order of time, at least one. */
  readonly occurrences: readonly CancellableOccurrence[];
}

export interface CancellationRequest {
  /** Only these; all when left out. */
  readonly occurrenceIds?: readonly string[] | undefined;
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
  /** Whether nothing is left of the booking. */
  readonly isAll: boolean;
  /** What is called off: all that is still to come (for the hub, also what has begun). */
  readonly occurrenceIds: readonly string[];
  /** `refundBp` is the share of what was paid, over all that is called off. */
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
  const { actor, state, occurrences } = facts;
  if (!can(actor, 'booking.cancel', facts) || (request.waive && !can(actor, 'booking.cancel_waive')))
    return refuse({ code: 'not_allowed' });
  const startsAt = occurrences.at(-1)?.startsAt ?? now;
  if (state === 'cancelled') return refuse({ code: 'already_cancelled' });
  if (state === 'completed' || state === 'no_show') return refuse({ code: 'too_late', startsAt });
  if (state !== 'confirmed') return refuse({ code: 'not_confirmed' });
  const cancelledBy = cancelsAs(facts);
  return ofOccurrences(facts, request, { cancelledBy, waive: request.waive === true }, now);
}

/** The house calls off what it has closed and nobody has answered for: everything goes back. */
export function decideCallOff(
  facts: Omit<CancellationFacts, 'actor'>,
  occurrenceIds: readonly string[],
  now: Date,
): Result<CancellationDecision, CancellationRefusal> {
  if (facts.state !== 'confirmed') return refuse({ code: 'not_confirmed' });
  return ofOccurrences(facts, { occurrenceIds }, { cancelledBy: 'hub', waive: true }, now);
}

function ofOccurrences(
  { occurrences, policy }: Omit<CancellationFacts, 'actor'>,
  request: CancellationRequest,
  { cancelledBy, waive }: { readonly cancelledBy: CancelledBy; readonly waive: boolean },
  now: Date,
): Result<CancellationDecision, CancellationRefusal> {
  const confirmed = occurrences.filter((occurrence) => occurrence.state === 'confirmed');
  const cancelled = confirmed.filter(
    (occurrence) =>
      (request.occurrenceIds?.includes(occurrence.id) ?? true) && (cancelledBy === 'hub' || now.getTime() < occurrence.startsAt.getTime()),
  );
  if (cancelled.length === 0) return refuse({ code: 'too_late', startsAt: occurrences.at(-1)?.startsAt ?? now });
  const shares = cancelled.map((occurrence) => {
    const everything = waive || occurrence.closedByHouse === true;
    return {
      ...(everything ? occurrence : withoutRetained(occurrence)),
      refundBp: everything ? EVERYTHING : refundShare(occurrence.policy ?? policy, occurrence.startsAt, now),
    };
  });
  return ok({
    cancelledBy,
    // Without a choice all of it is called off, also when something of it has begun.
    isAll: request.occurrenceIds === undefined || cancelled.length === confirmed.length,
    occurrenceIds: cancelled.map(({ id }) => id),
    refund: together(shares),
    chargeCredits: shares.flatMap(({ charges, refundBp }) =>
      charges.map((charge) => credit(charge, refundBp)).filter((line) => line.grossOre !== 0),
    ),
  });
}

/** What was given up before, and not paid back then, comes back only when the hub gives everything back. */
function withoutRetained({ paidLines, charges, ...occurrence }: CancellableOccurrence): CancellableOccurrence {
  return { ...occurrence, paidLines: paidLines.filter(({ retained }) => !retained), charges: charges.filter(({ retained }) => !retained) };
}

/** Each occurrence gives back its own share; over several it is said as one share of what they cost. */
function together(shares: readonly (CancellableOccurrence & { readonly refundBp: number })[]): CancellationDecision['refund'] {
  const refunds = shares.map(({ refundBp, paidLines }) => refundOf(refundBp, paidLines));
  const [first] = shares;
  const alike = shares.every(({ refundBp }) => refundBp === first?.refundBp);
  const refundOre = sumOre(refunds.map((refund) => refund.refundOre));
  const paidOre = sumOre(shares.flatMap(({ paidLines }) => paidLines.map((line) => line.grossOre)));
  return {
    refundBp: alike || paidOre === 0 ? (first?.refundBp ?? 0) : partBp(refundOre, paidOre),
    refundOre,
    perLine: refunds.flatMap((refund) => refund.perLine),
  };
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
