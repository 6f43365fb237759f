import { i18nFor } from '~/http/i18n.server';
import { now } from '~/infrastructure/clock.server';
import { sendOnce } from '~/infrastructure/outgoing-mail.server';
import { bookingCalendar, CALENDAR_FILE } from '~/modules/bookings/booking-calendar';
import { loadBookingMail } from '~/modules/bookings/booking-mail.queries.server';
import { bookingMailKey, type BookingMailKind, bookingMailPayload } from '~/modules/bookings/booking.messages';
import { bookingMail } from '~/modules/bookings/mails/booking.mail';

const WITH_CALENDAR: ReadonlySet<BookingMailKind> = new Set(['confirmed', 'cancelled']);

/** Job `bookings.mail`: one mail for one piece of news about a booking. */
export async function sendBookingMail(payload: unknown): Promise<void> {
  const news = bookingMailPayload.parse(payload);
  const { kind } = news;
  const page = await loadBookingMail(news);
  if (!page) return;
  const present = now();
  const mail = bookingMail(kind, page.facts, i18nFor(page.locale).getFixedT(null, 'mail'), present);
  const method = page.calendar.cancelled ? 'CANCEL' : 'PUBLISH';
  const attachment = {
    filename: CALENDAR_FILE.name,
    content: bookingCalendar(page.calendar),
    contentType: `${CALENDAR_FILE.type}; method=${method}`,
  };
  await sendOnce(
    {
      ...mail,
      dedupeKey: bookingMailKey(news),
      topic: `bookings.${kind}`,
      to: page.recipient,
      attachments: WITH_CALENDAR.has(kind) ? [attachment] : [],
    },
    present,
  );
}
