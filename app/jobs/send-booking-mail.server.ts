import { i18nFor } from '~/http/i18n.server';
import { now } from '~/infrastructure/clock.server';
import { sendOnce } from '~/infrastructure/outgoing-mail.server';
import { CALENDAR_FILE } from '~/modules/bookings/booking-calendar';
import { loadBookingMail } from '~/modules/bookings/booking-mail.queries.server';
import { bookingMailKey, type BookingMailKind, bookingMailPayload } from '~/modules/bookings/booking.messages';
import { bookingMail } from '~/modules/bookings/mails/booking.mail';
import { wordsOfMany } from '~/modules/bookings/mails/many-words';

const WITH_CALENDAR: ReadonlySet<BookingMailKind> = new Set(['confirmed', 'cancelled', 'dates_cancelled']);

/** Job `bookings.mail`: one mail for one piece of news about a booking. */
export async function sendBookingMail(payload: unknown): Promise<void> {
  const news = bookingMailPayload.parse(payload);
  const { kind } = news;
  const page = await loadBookingMail(news);
  if (!page) return;
  const present = now();
  const i18n = i18nFor(page.locale);
  const many = wordsOfMany(page, { project: i18n.getFixedT(null, 'project'), series: i18n.getFixedT(null, 'series') }, page.locale);
  const mail = bookingMail(kind, { ...page.facts, many }, i18n.getFixedT(null, 'mail'), present);
  const method = page.calendar.cancels ? 'CANCEL' : 'PUBLISH';
  const attachment = {
    filename: CALENDAR_FILE.name,
    content: page.calendar.text,
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
