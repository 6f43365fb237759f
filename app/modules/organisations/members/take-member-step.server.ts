/** What somebody asked for in a list of members: one use case for each intent of the form. */
import type { Locale } from '~/lib/locale';
import type { Actor } from '../../identity/permissions';
import { changeMembership } from './change-membership.server';
import { inviteMember, resendInvitation, withdrawInvitation } from './invite-member.server';
import type { MemberForm } from './member.schema';

/** Where it is asked for: the organisation, and the language for mail to somebody who is not known yet. */
export type MemberStep = { readonly organisationId: string; readonly form: MemberForm; readonly locale: Locale };

/** Refusals are those of the use case that the intent leads to. */
export function takeMemberStep(actor: Actor, { organisationId, form, locale }: MemberStep, now: Date) {
  switch (form.intent) {
    case 'invite':
      return inviteMember(actor, { organisationId, email: form.email, role: form.role, locale }, now);
    case 'resend':
      return resendInvitation(actor, { organisationId, invitationId: form.invitationId, locale }, now);
    case 'withdraw':
      return withdrawInvitation(actor, { organisationId, invitationId: form.invitationId }, now);
    case 'role':
      return changeMembership(actor, { organisationId, change: { kind: 'role', personId: form.personId, role: form.role } }, now);
    case 'remove':
      return changeMembership(actor, { organisationId, change: { kind: 'remove', personId: form.personId } }, now);
    case 'leave':
      return changeMembership(actor, { organisationId, change: { kind: 'remove', personId: actor.personId ?? '' } }, now);
  }
}
