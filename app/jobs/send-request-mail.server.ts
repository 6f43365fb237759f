import { i18nFor } from '~/http/i18n.server';
import { now } from '~/infrastructure/clock.server';
import { sendOnce } from '~/infrastructure/outgoing-mail.server';
import { loadRequestMail } from '~/modules/bookings/approval/request-mail.queries.server';
import { requestMailKey, requestMailPayload } from '~/modules/bookings/approval/request.messages';
import { bookingCalendar, CALENDAR_FILE } from '~/modules/bookings/booking-calendar';
import { wordsOfMany } from '~/modules/bookings/mails/many-words';
import { requestMail } from '~/modules/bookings/mails/request.mail';

/** Job `bookings.request-mail`: one mail for one piece of news about a request, to the customer or to somebody of the house. */
export async function sendRequestMail(payload: unknown): Promise<void> {
  const news = requestMailPayload.parse(payload);
  const page = await loadRequestMail(news);
  if (!page) return;
  const i18n = i18nFor(page.locale);
  const texts = { t: i18n.getFixedT(null, 'approvalMail'), common: i18n.getFixedT(null, 'mail') };
  const { calendar } = page;
  const many = wordsOfMany(page, { project: i18n.getFixedT(null, 'project'), series: i18n.getFixedT(null, 'series') }, page.locale);
  const attachments = calendar
    ? [
        {
          filename: CALENDAR_FILE.name,
          content: bookingCalendar(calendar),
          contentType: `${CALENDAR_FILE.type}; method=${calendar.cancelled ? 'CANCEL' : 'PUBLISH'}`,
        },
      ]
    : [];
  await sendOnce(
    {
      ...requestMail(news.kind, { ...page.facts, many }, texts),
      dedupeKey: requestMailKey(news),
      topic: `bookings.request.${news.kind}`,
      to: page.recipient,
      attachments,
    },
    now(),
  );
}
