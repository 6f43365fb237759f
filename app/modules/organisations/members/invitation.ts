/** An invitation to become a member: good for some days, answered once. */
import { addMinutes } from '~/lib/interval';
import { MINUTES_A_DAY } from '~/lib/local-time';
import { ok, refuse, type Result } from '~/lib/result';
import { MOST_MEMBERS } from './member';
import { manages, type MemberFacts } from './decide-membership-change';

export const INVITATION_DAYS = 14;

export interface InvitationFacts {
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
  readonly acceptedById: string | null;
  readonly declinedAt: Date | null;
  readonly withdrawnAt: Date | null;
}

export type InvitationState = 'open' | 'accepted' | 'declined' | 'withdrawn' | 'expired';

export function invitationState(invitation: InvitationFacts, now: Date): InvitationState {
  if (invitation.acceptedAt) return 'accepted';
  if (invitation.declinedAt) return 'declined';
  if (invitation.withdrawnAt) return 'withdrawn';
  return invitation.expiresAt > now ? 'open' : 'expired';
}

export function expiryFrom(now: Date): Date {
  return addMinutes(now, INVITATION_DAYS * MINUTES_A_DAY);
}

export type InviteRefusal = { code: 'not_allowed' } | { code: 'already_member' } | { code: 'already_invited' } | { code: 'full' };

export interface InviteFacts extends MemberFacts {
  /** Without an answer yet, run out or not. */
  readonly unanswered: readonly { readonly id: string; readonly email: string; readonly expiresAt: Date }[];
}

/** Whether an address may be invited; an earlier invitation of it that has run out is taken back, and its id given. */
export function decideInvite(facts: InviteFacts, email: string, now: Date): Result<{ replacedId: string | null }, InviteRefusal> {
  const { members, unanswered } = facts;
  if (!manages(facts)) return refuse({ code: 'not_allowed' });
  if (members.some((member) => member.email === email)) return refuse({ code: 'already_member' });
  const earlier = unanswered.find((invitation) => invitation.email === email);
  if (earlier && earlier.expiresAt > now) return refuse({ code: 'already_invited' });
  const others = unanswered.filter((invitation) => invitation.email !== email && invitation.expiresAt > now);
  if (members.length + others.length >= MOST_MEMBERS) return refuse({ code: 'full' });
  return ok({ replacedId: earlier?.id ?? null });
}

export type AnswerRefusal =
  | { code: Exclude<InvitationState, 'open'> }
  /** Signed in with another address than the one invited. */
  | { code: 'other_address' };

/** Whether a person may accept. A second time by the same person is no refusal: the form was sent twice. */
export function decideAcceptance(
  invitation: InvitationFacts & { readonly email: string },
  person: { readonly id: string; readonly email: string },
  now: Date,
): Result<{ repeated: boolean }, AnswerRefusal> {
  const state = invitationState(invitation, now);
  if (state === 'accepted' && invitation.acceptedById === person.id) return ok({ repeated: true });
  if (state !== 'open') return refuse({ code: state });
  return person.email === invitation.email ? ok({ repeated: false }) : refuse({ code: 'other_address' });
}

/** An address as somebody who holds the link, but is not the one invited, may see it: `i•••@post.example`. */
export function maskedAddress(email: string): string {
  const at = email.lastIndexOf('@');
  return `${[...email][0] ?? ''}•••${email.slice(at)}`;
}
