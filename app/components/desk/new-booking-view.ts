import type { BookingPreview } from '~/modules/bookings/booking-preview.queries.server';
import type { RequestRefusal } from '~/modules/bookings/request-booking.server';
import type { OrganisationChoice } from '~/modules/organisations/organisation-list.queries.server';

/** What the form for booking for somebody shows. */
export type NewBookingView = {
  readonly rooms: readonly { readonly slug: string; readonly name: string; readonly buildingName: string }[];
  readonly organisations: readonly OrganisationChoice[];
  /** What stands in the fields. */
  readonly values: Readonly<Record<string, string>>;
  /** Code of what is wrong, by field. */
  readonly errors: Readonly<Record<string, string>>;
  /** The price of what was chosen, once asked for. */
  readonly preview: BookingPreview | null;
  readonly refusal: RequestRefusal | null;
};
