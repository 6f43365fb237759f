/** What may be answered to a request, by whom, and what follows. Host, customer and clock all come through here. */
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../../identity/permissions';
import type { BookingState, PaymentMethod } from '../booking';
import { acceptanceDeadline, type ApprovalState, type DeclineReason } from './approval-policy';

export interface RequestFacts {
  readonly actor: Actor;
  readonly personId: string;
  readonly organisationId: string | null;
  readonly bookingState: BookingState;
  readonly paymentMethod: PaymentMethod;
  readonly totalOre: number;
  readonly startsAt: Date;
  readonly approval: {
    readonly state: ApprovalState;
    readonly version: number;
    /** When the one who is waited for must have answered. */
    readonly deadline: Date | null;
  };
  /** Until when the bank keeps the reserved card; null when none waits. */
  readonly reservedUntil: Date | null;
}

/** `version`: that of the request as it was shown. */
export type RequestStep =
  | { readonly kind: 'approve'; readonly version: number }
  | { readonly kind: 'approve_if'; readonly version: number; readonly conditions: string }
  | { readonly kind: 'decline'; readonly version: number; readonly reasonCode: DeclineReason; readonly reason: string }
  | { readonly kind: 'accept'; readonly version: number }
  | { readonly kind: 'withdraw' };

/** How an approved booking gets its money. */
export type Settling =
  /** The reserved card is captured, which confirms the booking. */
  | 'capture'
  /** The card is gone: the room is kept while the customer pays anew. */
  | 'pay_anew'
  /** On account or free: agreed at once. */
  | 'confirm';

export type RequestDecision =
  | { readonly next: 'approved'; readonly settling: Settling }
  | { readonly next: 'conditions'; readonly acceptBy: Date }
  | { readonly next: 'declined' }
  | { readonly next: 'withdrawn' };

export type RequestStepRefusal =
  | { code: 'not_allowed' }
  /** Somebody else has answered since it was shown, or it needs no answer any more. */
  | { code: 'already_answered' }
  /** The deadline has passed: the time may be somebody else's. */
  | { code: 'too_late' }
  | { code: 'conditions_missing' }
  | { code: 'reason_missing' };

export function decideRequest(facts: RequestFacts, step: RequestStep, now: Date): Result<RequestDecision, RequestStepRefusal> {
  const { actor, bookingState, approval } = facts;
  const byHouse = step.kind === 'approve' || step.kind === 'approve_if' || step.kind === 'decline';
  if (!can(actor, byHouse ? 'request.answer' : 'request.follow', facts)) return refuse({ code: 'not_allowed' });
  const open = bookingState === 'requested' && (approval.state === 'pending' || approval.state === 'conditions');
  if (!open || ('version' in step && step.version !== approval.version)) return refuse({ code: 'already_answered' });
  if (approval.deadline === null || approval.deadline <= now) return refuse({ code: 'too_late' });
  switch (step.kind) {
    case 'approve':
      return ok({ next: 'approved', settling: settlingOf(facts) });
    case 'approve_if':
      if (step.conditions === '') return refuse({ code: 'conditions_missing' });
      return ok({ next: 'conditions', acceptBy: acceptanceDeadline(facts, now) });
    case 'decline':
      // The house's other reasons say enough by themselves.
      if (step.reasonCode === 'other' && step.reason === '') return refuse({ code: 'reason_missing' });
      return ok({ next: 'declined' });
    case 'accept':
      if (approval.state !== 'conditions') return refuse({ code: 'already_answered' });
      return ok({ next: 'approved', settling: settlingOf(facts) });
    case 'withdraw':
      return ok({ next: 'withdrawn' });
  }
}

function settlingOf({ paymentMethod, totalOre, reservedUntil }: RequestFacts): Settling {
  if (paymentMethod !== 'card' || totalOre === 0) return 'confirm';
  return reservedUntil === null ? 'pay_anew' : 'capture';
}
