import { i18nFor } from '~/http/i18n.server';
import { now } from '~/infrastructure/clock.server';
import { sendOnce } from '~/infrastructure/outgoing-mail.server';
import { invitationMail } from '~/modules/organisations/members/invitation-mail';
import { loadInvitationMail } from '~/modules/organisations/members/invitation-page.queries.server';
import { INVITATION_MAIL, invitationMailPayload } from '~/modules/organisations/members/invitation.messages';

/** Job `organisations.invitation-mail`: one mail for one invitation, unless it has been answered or taken back. */
export async function sendInvitationMail(payload: unknown): Promise<void> {
  const { invitationId } = invitationMailPayload.parse(payload);
  const present = now();
  const mail = await loadInvitationMail(invitationId, present);
  if (!mail) return;
  const content = invitationMail(mail.facts, i18nFor(mail.facts.locale).getFixedT(null, 'bands'));
  await sendOnce({ ...content, to: mail.to, dedupeKey: `${INVITATION_MAIL}:${invitationId}`, topic: INVITATION_MAIL }, present);
}
