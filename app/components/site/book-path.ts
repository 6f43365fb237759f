import { localDateOf, minuteFrom, type LocalDate } from '~/lib/local-time';
import { clockText } from '~/modules/bookings/clock-text';

type Choice = { date: LocalDate; fromMinute: number; toMinute?: number | undefined; people?: string | undefined };

/** Address of the booking page of a room with a time chosen. */
export function bookPath(slug: string, { date, fromMinute, toMinute, people }: Choice): string {
  const params = new URLSearchParams({ dato: date, fra: clockText(fromMinute) });
  if (toMinute !== undefined) params.set('til', clockText(toMinute));
  if (people) params.set('antall', people);
  return `/rom/${slug}/bestill?${params.toString().replaceAll('%3A', ':')}`;
}

/** The same for instants; a time after midnight counts on from the evening it belongs to. */
export function bookPathAt(slug: string, start: Date, end?: Date): string {
  const date = localDateOf(start);
  return bookPath(slug, { date, fromMinute: minuteFrom(date, start), toMinute: end && minuteFrom(date, end) });
}
