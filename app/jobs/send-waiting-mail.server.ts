import { i18nFor } from '~/http/i18n.server';
import { now } from '~/infrastructure/clock.server';
import { sendOnce } from '~/infrastructure/outgoing-mail.server';
import { waitingMail } from '~/modules/bookings/mails/waiting.mail';
import { loadWaitingMail } from '~/modules/bookings/waiting/waiting-mail.queries.server';
import { WAITING_TOPICS, waitingMailPayload } from '~/modules/bookings/waiting/waiting.messages';

/** Job `bookings.waiting-mail`: one mail for one offer, or its end. */
export async function sendWaitingMail(payload: unknown): Promise<void> {
  const news = waitingMailPayload.parse(payload);
  const facts = await loadWaitingMail(news);
  if (!facts) return;
  const mail = waitingMail(news.kind, facts, i18nFor(facts.locale).getFixedT(null, 'waiting'));
  const dedupeKey = `${WAITING_TOPICS.mail}:${news.kind}:${news.entryId}`;
  await sendOnce({ ...mail, dedupeKey, topic: `bookings.waiting_${news.kind}`, to: facts.recipient, attachments: [] }, now());
}
