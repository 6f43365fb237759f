import { db } from '~/infrastructure/db.server';
import { env } from '~/infrastructure/env.server';
import { isToken, tokenHash, tokenOf } from '~/infrastructure/secret-address.server';
import type { Locale } from '~/lib/locale';
import { limitUse } from '../../identity/limit-attempts.server';
import type { MembershipRole } from '../../identity/permissions';
import { invitationState, type InvitationState } from './invitation';
import type { InvitationMailFacts } from './invitation-mail';
import { INVITATION_PURPOSE } from './invite-member.server';
import { INVITATION_FIELDS } from './invitation.repository.server';

export type InvitationPage = {
  readonly organisationId: string;
  readonly organisationName: string;
  readonly isBand: boolean;
  readonly inviterName: string;
  readonly role: MembershipRole;
  readonly state: InvitationState;
  readonly expiresAt: Date;
  readonly acceptedById: string | null;
  readonly email: string;
};

const MISSES_A_NETWORK_ADDRESS = { max: 60, seconds: 900 };

const FIELDS = {
  ...INVITATION_FIELDS,
  locale: true,
  organisation: { select: { name: true, kind: true } },
  invitedBy: { select: { name: true } },
} as const;

/** What a link leads to; null for a link that is none, counted so that nobody tries many. */
export async function findInvitationPage(
  token: string,
  networkAddress: string,
  now: Date,
): Promise<InvitationPage | null | { readonly waitSeconds: number }> {
  const row = isToken(token) ? await db.invitation.findUnique({ where: { tokenHash: tokenHash(token) }, select: FIELDS }) : null;
  if (!row) {
    const waitSeconds = await limitUse(`invitationMiss:${networkAddress}`, MISSES_A_NETWORK_ADDRESS, now);
    return waitSeconds > 0 ? { waitSeconds } : null;
  }
  return {
    organisationId: row.organisationId,
    organisationName: row.organisation.name,
    isBand: row.organisation.kind === 'band',
    inviterName: row.invitedBy.name,
    role: row.role,
    state: invitationState(row, now),
    expiresAt: row.expiresAt,
    acceptedById: row.acceptedById,
    email: row.email,
  };
}

export type InvitationMail = { readonly to: string; readonly facts: InvitationMailFacts };

/** What the mail of an invitation tells, read when it is sent. Null when it is open no more: then there is nothing to invite to. */
export async function loadInvitationMail(invitationId: string, now: Date): Promise<InvitationMail | null> {
  const row = await db.invitation.findUnique({ where: { id: invitationId }, select: FIELDS });
  if (!row || invitationState(row, now) !== 'open') return null;
  const known = await db.person.findUnique({ where: { email: row.email }, select: { name: true, locale: true } });
  const locale: Locale = (known?.locale ?? row.locale) === 'en' ? 'en' : 'nb';
  return {
    to: row.email,
    facts: {
      locale,
      name: known?.name ?? '',
      organisationName: row.organisation.name,
      isBand: row.organisation.kind === 'band',
      inviterName: row.invitedBy.name,
      role: row.role,
      expiresAt: row.expiresAt,
      url: `${env.PUBLIC_URL}/invitasjon/${tokenOf(INVITATION_PURPOSE, row.id)}`,
    },
  };
}
