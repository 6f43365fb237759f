import type { Interval } from '~/lib/interval';
import type { BookingState, PaymentMethod } from './booking';

/** A booking in the list of staff; its time and room are those of its first date that is asked about. */
export type AdminBookingRow = Interval & {
  readonly id: string;
  readonly reference: string;
  readonly state: BookingState;
  readonly roomName: string;
  readonly roomSlug: string;
  readonly personName: string;
  readonly email: string;
  readonly organisationName: string | null;
  /** What it is for; of a project with the name of the part that is shown. */
  readonly purpose: string;
  /** How many of its dates take place, or did. */
  readonly count: number;
  /** Charged after all credits; before it is agreed, what it would cost. */
  readonly totalOre: number;
  readonly paymentMethod: PaymentMethod;
};
