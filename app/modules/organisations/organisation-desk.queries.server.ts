/** Organisations as the desk sees them. */
import { db, Prisma } from '~/infrastructure/db.server';
import type { MembershipRole } from '../identity/permissions';
import type { CustomerGroup } from './customer-group';
import type { KnownRegisterState, OrganisationTerms } from './organisation';
import type { OrganisationKind } from './organisation-kind';
import type { RegisterFacts } from './register/register-answer';

export interface OrganisationLine {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly organisationNumber: string | null;
  readonly registerState: KnownRegisterState;
  readonly onAccount: boolean;
  readonly groups: readonly CustomerGroup[];
  readonly memberCount: number;
  /** Charged and not invoiced or paid yet, VAT included. */
  readonly openOre: number;
}

export interface OrganisationsQuestion {
  /** Part of a name, or the beginning of a number. */
  readonly search: string;
  readonly page: number;
  readonly size: number;
}

const LONGEST_SEARCH = 100;

/** A page of organisations by name, those first that the register has bad news of; one statement. */
export async function listOrganisationLines(
  { search, page, size }: OrganisationsQuestion,
  now: Date,
): Promise<{ items: readonly OrganisationLine[]; total: number; page: number }> {
  const rows = await db.$queryRaw<(OrganisationLine & { total: number })[]>`
    SELECT o.id::text, o.name, o.kind::text AS kind, o.organisation_number AS "organisationNumber", o.register_state::text AS "registerState",
      o.on_account AS "onAccount",
      ARRAY(SELECT DISTINCT g.group::text FROM customer_group_member g
        WHERE g.organisation_id = o.id AND g.valid_from <= ${now} AND (g.valid_to IS NULL OR g.valid_to > ${now}) ORDER BY 1) AS groups,
      (SELECT count(DISTINCT m.person_id)::int FROM membership m
        WHERE m.organisation_id = o.id AND m.valid_from <= ${now} AND (m.valid_to IS NULL OR m.valid_to > ${now})) AS "memberCount",
      (SELECT coalesce(sum(c.gross_ore), 0)::int FROM charge c WHERE c.organisation_id = o.id AND c.state = 'open') AS "openOre",
      (count(*) OVER ())::int AS total
    FROM organisation o
    WHERE ${matching(search)}
    ORDER BY o.register_state IN ('winding_up', 'bankrupt', 'deleted', 'removed') DESC, o.name, o.id
    LIMIT ${size} OFFSET ${(page - 1) * size}`;
  return { items: rows.map(({ total: _, ...line }) => line), total: rows[0]?.total ?? 0, page };
}

function matching(search: string): Prisma.Sql {
  const wanted = search.trim().slice(0, LONGEST_SEARCH);
  if (wanted === '') return Prisma.sql`true`;
  const digits = wanted.replace(/\s/g, '');
  if (/^\d+$/.test(digits)) return Prisma.sql`o.organisation_number LIKE ${`${digits}%`}`;
  return Prisma.sql`o.name ILIKE ${`%${wanted.replace(/[\\%_]/g, '\\$&')}%`}`;
}

export interface OrganisationPage {
  readonly id: string;
  readonly version: number;
  readonly terms: OrganisationTerms;
  readonly groups: readonly CustomerGroup[];
  readonly representative: { readonly name: string; readonly email: string } | null;
  readonly register: {
    readonly state: KnownRegisterState;
    readonly checkedAt: Date | null;
    readonly facts: RegisterFacts | null;
  };
  readonly members: readonly { readonly personId: string; readonly name: string; readonly email: string; readonly role: MembershipRole }[];
  /** Without an answer yet, the newest first. */
  readonly invitations: readonly OpenInvitation[];
}

export interface OpenInvitation {
  readonly id: string;
  readonly email: string;
  readonly role: MembershipRole;
  readonly expiresAt: Date;
  readonly expired: boolean;
}

/** One organisation with the members it has now; null when there is none. */
export async function findOrganisationPage(id: string, now: Date): Promise<OrganisationPage | null> {
  const valid = { validFrom: { lte: now }, OR: [{ validTo: null }, { validTo: { gt: now } }] };
  const row = await db.organisation.findUnique({
    where: { id },
    select: {
      ...{ id: true, version: true, name: true, kind: true, organisationNumber: true, email: true, addressLine: true, postalCode: true },
      ...{ city: true, vatRegistered: true, onAccount: true, registerState: true, registerCheckedAt: true, registerFacts: true },
      representative: { select: { name: true, email: true } },
      groups: { where: valid, select: { group: true } },
      invitations: {
        where: { acceptedAt: null, declinedAt: null, withdrawnAt: null },
        orderBy: { createdAt: 'desc' },
        select: { id: true, email: true, role: true, expiresAt: true },
      },
      memberships: {
        where: valid,
        orderBy: [{ person: { name: 'asc' } }, { id: 'asc' }],
        select: { role: true, person: { select: { id: true, name: true, email: true } } },
      },
    },
  });
  if (!row) return null;
  const {
    version,
    groups,
    representative,
    registerState,
    registerCheckedAt,
    registerFacts,
    memberships,
    invitations,
    id: _,
    ...terms
  } = row;
  return {
    ...{ id, version, terms, representative },
    groups: [...new Set(groups.map(({ group }) => group))],
    // Written by ourselves, from an answer that was checked.
    register: { state: registerState, checkedAt: registerCheckedAt, facts: registerFacts as RegisterFacts | null },
    invitations: invitations.map((invitation) => ({ ...invitation, expired: invitation.expiresAt <= now })),
    members: memberships.map(({ role, person }) => ({ personId: person.id, name: person.name, email: person.email, role })),
  };
}
