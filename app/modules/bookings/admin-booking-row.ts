import type { Interval } from '~/lib/interval';
import type { BookingState, PaymentMethod } from './booking';

/** A booking in the list of staff. */
export type AdminBookingRow = Interval & {
  readonly id: string;
  readonly reference: string;
  readonly state: BookingState;
  readonly roomName: string;
  readonly roomSlug: string;
  readonly personName: string;
  readonly email: string;
  readonly organisationName: string | null;
  readonly purpose: string;
  readonly totalOre: number;
  readonly paymentMethod: PaymentMethod;
};
