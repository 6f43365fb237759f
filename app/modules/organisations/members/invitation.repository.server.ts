import { type db, type Tx } from '~/infrastructure/db.server';
import type { MembershipRole } from '../../identity/permissions';
import type { InvitationFacts } from './invitation';

export type InvitationRow = InvitationFacts & {
  readonly id: string;
  readonly organisationId: string;
  readonly email: string;
  readonly role: MembershipRole;
};

export const INVITATION_FIELDS = {
  id: true,
  organisationId: true,
  email: true,
  role: true,
  expiresAt: true,
  acceptedAt: true,
  acceptedById: true,
  declinedAt: true,
  withdrawnAt: true,
} as const;

const UNANSWERED = { acceptedAt: null, declinedAt: null, withdrawnAt: null } as const;

export function findByHash(client: typeof db | Tx, tokenHash: string): Promise<InvitationRow | null> {
  return client.invitation.findUnique({ where: { tokenHash }, select: INVITATION_FIELDS });
}

export function findUnanswered(tx: Tx, organisationId: string): Promise<InvitationRow[]> {
  return tx.invitation.findMany({ where: { organisationId, ...UNANSWERED }, select: INVITATION_FIELDS });
}

export type NewInvitation = {
  readonly id: string;
  readonly organisationId: string;
  readonly email: string;
  readonly role: MembershipRole;
  readonly tokenHash: string;
  readonly invitedById: string;
  readonly locale: string;
  readonly expiresAt: Date;
  readonly createdAt: Date;
};

export async function insert(tx: Tx, invitation: NewInvitation): Promise<void> {
  await tx.invitation.create({ data: invitation, select: { id: true } });
}

/** Compare and swap: false when it has been answered or taken back, or is another organisation's. */
export async function answer(
  tx: Tx,
  { id, organisationId }: Pick<InvitationRow, 'id' | 'organisationId'>,
  change: { withdrawnAt: Date } | { declinedAt: Date } | { acceptedAt: Date; acceptedById: string },
): Promise<boolean> {
  const { count } = await tx.invitation.updateMany({ where: { id, organisationId, ...UNANSWERED }, data: change });
  return count === 1;
}
