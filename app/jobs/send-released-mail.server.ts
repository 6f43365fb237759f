import { i18nFor } from '~/http/i18n.server';
import { now } from '~/infrastructure/clock.server';
import { sendOnce } from '~/infrastructure/outgoing-mail.server';
import { CALENDAR_FILE } from '~/modules/bookings/booking-calendar';
import { releasedMail } from '~/modules/bookings/mails/released.mail';
import { loadReleasedMail } from '~/modules/bookings/released/released-mail.queries.server';
import { releasedMailKey, releasedMailPayload } from '~/modules/bookings/released/released.messages';

/** Job `bookings.released-time-mail`: one mail for one piece of news about a time that was given back. */
export async function sendReleasedMail(payload: unknown): Promise<void> {
  const news = releasedMailPayload.parse(payload);
  const page = await loadReleasedMail(news);
  if (!page) return;
  const { facts, recipient, calendar } = page;
  const mail = releasedMail(news.kind, facts, i18nFor(facts.locale).getFixedT(null, 'releasedMail'));
  const attachments = calendar
    ? [{ filename: CALENDAR_FILE.name, content: calendar, contentType: `${CALENDAR_FILE.type}; method=PUBLISH` }]
    : [];
  const key = { dedupeKey: releasedMailKey(news), topic: `bookings.released_time.${news.kind}` };
  await sendOnce({ ...mail, ...key, to: recipient, attachments }, now());
}
