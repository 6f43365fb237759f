import type { Result } from '~/lib/result';
import type { BookingDecision, BookingRefusal } from '~/modules/bookings/decide-booking';

/** The time that is picked on the board, and whether it can be had. */
export type CalendarChoiceData = { roomSlug: string; slot: { start: Date; end: Date }; decision: Result<BookingDecision, BookingRefusal> };
