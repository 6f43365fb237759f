import { i18nFor } from '~/http/i18n.server';
import { now } from '~/infrastructure/clock.server';
import { sendOnce } from '~/infrastructure/outgoing-mail.server';
import { loudMail } from '~/modules/bookings/mails/loud.mail';
import { loadLoudMails } from '~/modules/bookings/neighbours/loud-mail.queries.server';
import { loudMailKey, loudNewsPayload } from '~/modules/bookings/neighbours/loud-news.messages';

/** Job `bookings.tell-neighbours`: one mail to each who booked silence beside what has become loud. */
export async function sendLoudMails(payload: unknown): Promise<void> {
  const news = loudNewsPayload.parse(payload);
  const present = now();
  for (const { bookingId, recipient, facts } of await loadLoudMails(news, present)) {
    const mail = loudMail(facts, i18nFor(facts.locale).getFixedT(null, 'loudMail'));
    await sendOnce({ ...mail, dedupeKey: loudMailKey(bookingId, news.causeId), topic: 'bookings.neighbour.loud', to: recipient }, present);
  }
}
