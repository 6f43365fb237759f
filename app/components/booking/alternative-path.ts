import { localDateOf, minuteFrom } from '~/lib/local-time';
import { draftQuery } from '~/modules/bookings/booking-draft';
import type { BookPage } from '~/modules/bookings/book-page.queries.server';
import { clockText } from '~/modules/bookings/clock-text';
import type { AlternativeSlot } from '~/modules/bookings/nearest-alternatives.queries.server';

/** Address of the booking page for a slot offered instead: all else that was chosen comes along; equipment stays with its room. */
export function alternativePath({ draft, room }: Pick<BookPage, 'draft' | 'room'>, { roomSlug, start, end }: AlternativeSlot): string {
  const date = localDateOf(start);
  const query = draftQuery({
    ...draft,
    dato: date,
    fra: clockText(minuteFrom(date, start)),
    til: clockText(minuteFrom(date, end)),
    quantities: roomSlug === room.slug ? draft.quantities : {},
  });
  return `/rom/${roomSlug}/bestill?${query}`;
}
