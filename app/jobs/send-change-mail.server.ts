import { i18nFor } from '~/http/i18n.server';
import { now } from '~/infrastructure/clock.server';
import { sendOnce } from '~/infrastructure/outgoing-mail.server';
import { CALENDAR_FILE } from '~/modules/bookings/booking-calendar';
import { loadChangeMail } from '~/modules/bookings/changes/change-mail.queries.server';
import { changeMailKey, changeMailPayload } from '~/modules/bookings/changes/change.messages';
import { changeMail } from '~/modules/bookings/mails/change.mail';

/** Job `bookings.change-mail`: one mail for one piece of news about a change. */
export async function sendChangeMail(payload: unknown): Promise<void> {
  const news = changeMailPayload.parse(payload);
  const page = await loadChangeMail(news);
  if (!page) return;
  const { facts, recipient, calendar } = page;
  const mail = changeMail(news.kind, facts, i18nFor(facts.locale).getFixedT(null, 'changeMail'));
  const attachments = calendar
    ? [{ filename: CALENDAR_FILE.name, content: calendar, contentType: `${CALENDAR_FILE.type}; method=PUBLISH` }]
    : [];
  await sendOnce({ ...mail, dedupeKey: changeMailKey(news), topic: `bookings.change.${news.kind}`, to: recipient, attachments }, now());
}
