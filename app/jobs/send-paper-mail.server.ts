import { i18nFor } from '~/http/i18n.server';
import { now } from '~/infrastructure/clock.server';
import { sendOnce } from '~/infrastructure/outgoing-mail.server';
import { paperMail } from '~/modules/leases/papers/paper-mail';
import { loadPaperMails } from '~/modules/leases/papers/paper-mail.queries.server';
import { PAPER_MAIL, paperMailPayload } from '~/modules/leases/papers/paper.messages';

/** Job `leases.paper-mail`: a letter about a lease to each contact of the tenant, or the news that it no longer holds. */
export async function sendPaperMail(payload: unknown): Promise<void> {
  const news = paperMailPayload.parse(payload);
  const present = now();
  const subject = news.kind === 'index_letter' ? news.documentId : news.adjustmentId;
  for (const { to, facts, attachment } of await loadPaperMails(news, present)) {
    const mail = paperMail(facts, i18nFor(facts.locale).getFixedT(null, 'paperMail'));
    const attachments = attachment
      ? [{ filename: attachment.filename, content: Buffer.from(attachment.bytes), contentType: 'application/pdf' }]
      : [];
    await sendOnce({ ...mail, attachments, to, dedupeKey: `${PAPER_MAIL}:${news.kind}:${subject}:${to}`, topic: PAPER_MAIL }, present);
  }
}
