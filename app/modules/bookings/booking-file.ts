/** The calendar file of a booking, whatever its kind. */
import type { BookingKind } from './booking';
import { bookingCalendar } from './booking-calendar';
import { type CalendarOccurrence, commitmentCalendar } from './series/commitment-calendar';
import type { SeriesRule } from './series/series';

export interface BookingFileFacts {
  readonly id: string;
  readonly kind: BookingKind;
  /** Rises with every change. */
  readonly sequence: number;
  readonly isCancelled: boolean;
  readonly description: string;
  readonly url: string;
  /** When this state of the booking was written. */
  readonly stampedAt: Date;
  readonly series: { readonly rule: SeriesRule; readonly roomIds: readonly string[] } | null;
  /** In order of time, at least one. */
  readonly occurrences: readonly CalendarOccurrence[];
}

export interface BookingFile {
  readonly text: string;
  /** Whether it takes everything out of the calendar. */
  readonly cancels: boolean;
}

export function bookingFile({ id, kind, isCancelled, occurrences, series, ...frame }: BookingFileFacts): BookingFile {
  const [only] = occurrences;
  if (kind === 'single' && only) {
    const { start, end, place, location } = only;
    const event = { occurrenceId: only.id, start, end, summary: place, location, cancelled: isCancelled, ...frame };
    return { text: bookingCalendar(event), cancels: isCancelled };
  }
  const cancels = !occurrences.some(({ takesPlace }) => takesPlace);
  return { text: commitmentCalendar({ bookingId: id, frame, series, occurrences }), cancels };
}
