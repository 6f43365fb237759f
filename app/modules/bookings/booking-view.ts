/** How a booking stands for the person who looks at it: one word for the page, from all that is known. */
import type { ApprovalState } from './approval/approval-policy';
import { requestView, type RequestView } from './approval/request-view';
import type { BookingState } from './booking';

export type BookingView =
  | RequestView
  /** The room is kept; somebody must pay. */
  | 'to_pay'
  /** A bank payment is under way. */
  | 'payment_pending'
  | 'confirmed'
  | 'completed'
  | 'no_show'
  | 'cancelled'
  /** The time to pay ran out, or it was given up. */
  | 'released'
  /** It was paid after the room was gone; all of it goes back. */
  | 'refunded_late';

export interface BookingViewFacts {
  readonly state: BookingState;
  readonly holdExpiresAt: Date | null;
  /** A session is complete and its payment has not come. */
  readonly awaitsPayment: boolean;
  /** A payment is being given back because it came too late. */
  readonly refundedLate: boolean;
  /** The house's answer, where one is needed. */
  readonly approval?: ApprovalState | null;
}

export function bookingView(
  { state, holdExpiresAt, awaitsPayment, refundedLate, approval = null }: BookingViewFacts,
  now: Date,
): BookingView {
  switch (state) {
    case 'held':
      if (awaitsPayment) return 'payment_pending';
      return holdExpiresAt !== null && holdExpiresAt > now ? 'to_pay' : 'released';
    case 'requested':
      return requestView(approval ?? 'pending');
    case 'released':
      if (approval === 'withdrawn') return 'withdrawn';
      return refundedLate ? 'refunded_late' : 'released';
    default:
      return state;
  }
}
