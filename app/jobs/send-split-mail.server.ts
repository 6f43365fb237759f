import { i18nFor } from '~/http/i18n.server';
import { now } from '~/infrastructure/clock.server';
import { sendOnce } from '~/infrastructure/outgoing-mail.server';
import { splitMail } from '~/modules/bookings/mails/split.mail';
import { loadSplitMail } from '~/modules/bookings/split/split-mail.queries.server';
import { splitMailKey, splitMailPayload } from '~/modules/bookings/split/split.messages';

/** Job `bookings.split-mail`: one mail for one piece of news about a split payment, to a payer or the organiser. */
export async function sendSplitMail(payload: unknown): Promise<void> {
  const news = splitMailPayload.parse(payload);
  const facts = await loadSplitMail(news);
  if (!facts) return;
  const mail = splitMail(news.kind, facts, i18nFor(facts.locale).getFixedT(null, 'splitMail'));
  await sendOnce(
    { ...mail, dedupeKey: splitMailKey(news), topic: `bookings.split.${news.kind}`, to: facts.recipient, attachments: [] },
    now(),
  );
}
