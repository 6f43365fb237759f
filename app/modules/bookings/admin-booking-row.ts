import type { Interval } from '~/lib/interval';
import type { BookingState, PaymentMethod } from './booking';

/** A booking in the list of staff. */
export type AdminBookingRow = Interval & {
  readonly id: string;
  /** A booking of several times or rooms has a row for each. */
  readonly occurrenceId: string;
  readonly reference: string;
  readonly state: BookingState;
  readonly roomName: string;
  readonly roomSlug: string;
  readonly personName: string;
  readonly email: string;
  readonly organisationName: string | null;
  /** What it is for; of a part of a project with the part's name. */
  readonly purpose: string;
  readonly totalOre: number;
  readonly paymentMethod: PaymentMethod;
};
