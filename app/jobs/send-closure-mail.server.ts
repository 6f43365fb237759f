import { i18nFor } from '~/http/i18n.server';
import { now } from '~/infrastructure/clock.server';
import { sendOnce } from '~/infrastructure/outgoing-mail.server';
import { closureMailKey, closureMailPayload } from '~/modules/bookings/closure-offers/closure-offer.messages';
import { loadClosureMail } from '~/modules/bookings/closure-offers/closure-mail.queries.server';
import { closureMail } from '~/modules/bookings/mails/closure.mail';

/** Job `bookings.closure-mail`: one mail for a booking that the house closes over, or no longer does. */
export async function sendClosureMail(payload: unknown): Promise<void> {
  const news = closureMailPayload.parse(payload);
  const facts = await loadClosureMail(news);
  if (!facts) return;
  const mail = closureMail(news.kind, facts, i18nFor(facts.locale).getFixedT(null, 'closureMail'));
  const dedupeKey = closureMailKey(news);
  await sendOnce({ ...mail, dedupeKey, topic: `bookings.closure_${news.kind}`, to: facts.recipient, attachments: [] }, now());
}
