import { i18nFor } from '~/http/i18n.server';
import { now } from '~/infrastructure/clock.server';
import { messageIdOf, sendOnce } from '~/infrastructure/outgoing-mail.server';
import { noteSent } from '~/modules/leases/signing/note-sent.server';
import { signingMail } from '~/modules/leases/signing/signing-mail';
import { loadSigningMail } from '~/modules/leases/signing/signing-mail.queries.server';
import { SIGNING_MAIL, signingMailPayload } from '~/modules/leases/signing/signing.messages';

/** Job `leases.signing-mail`: asks somebody to sign, sends them their code, or tells how it went; what was sent is noted as evidence. */
export async function sendSigningMail(payload: unknown): Promise<void> {
  const news = signingMailPayload.parse(payload);
  const present = now();
  const mail = await loadSigningMail(news);
  if (!mail) return;
  const { to, facts, attachment, signingId } = mail;
  const dedupeKey = [SIGNING_MAIL, news.kind, news.signerId, ...(news.kind === 'code' ? [news.issuedAt] : [])].join(':');
  const attachments = attachment
    ? [{ filename: attachment.filename, content: Buffer.from(attachment.bytes), contentType: 'application/pdf' }]
    : [];
  const content = signingMail(facts, i18nFor(facts.locale).getFixedT(null, 'signingMail'));
  await sendOnce({ ...content, attachments, to, dedupeKey, topic: SIGNING_MAIL }, present);
  if (news.kind === 'asked' || news.kind === 'code') {
    await noteSent({ signingId, signerId: news.signerId, messageId: messageIdOf(dedupeKey) }, present);
  }
}
