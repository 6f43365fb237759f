/**
 * Who is looking, with what counts for them at this moment: one statement, run for every request of somebody signed in.
 * It lives here and not in identity because it reads memberships and customer groups too.
 */
import { db, type OrganisationKind } from '~/infrastructure/db.server';
import type { MembershipRole, StaffRoleName } from '~/modules/identity/permissions';
import type { CustomerGroup } from './customer-group';

export type ViewerOrganisation = {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  /** The person's roles in it, the strongest first; at least one. */
  readonly roles: readonly [MembershipRole, ...MembershipRole[]];
  /** May book now and be invoiced later. */
  readonly onAccount: boolean;
  readonly customerGroups: readonly CustomerGroup[];
};

export type ViewerFacts = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly locale: string;
  readonly staffRoles: readonly StaffRoleName[];
  readonly customerGroups: readonly CustomerGroup[];
  readonly organisations: readonly ViewerOrganisation[];
};

/**
 * The person behind a session, or null when that session has been ended or has run out: a cookie alone proves nothing.
 * Roles, memberships and groups are those valid at `now`; from is included, to is not.
 */
export async function findViewer(session: { id: string; personId: string }, now: Date): Promise<ViewerFacts | null> {
  const rows = await db.$queryRaw<ViewerFacts[]>`
    SELECT p.id, p.name, p.email, p.phone, p.locale,
      ARRAY(
        SELECT DISTINCT r.role::text FROM staff_role r
        WHERE r.person_id = p.id AND r.valid_from <= ${now} AND (r.valid_to IS NULL OR r.valid_to > ${now})
      ) AS "staffRoles",
      ARRAY(
        SELECT DISTINCT g."group"::text FROM customer_group_member g
        WHERE g.person_id = p.id AND g.valid_from <= ${now} AND (g.valid_to IS NULL OR g.valid_to > ${now})
      ) AS "customerGroups",
      COALESCE((
        SELECT json_agg(json_build_object(
          'id', o.id, 'name', o.name, 'kind', o.kind, 'roles', o.roles, 'onAccount', o.on_account,
          'customerGroups', ARRAY(
            SELECT DISTINCT g."group"::text FROM customer_group_member g
            WHERE g.organisation_id = o.id AND g.valid_from <= ${now} AND (g.valid_to IS NULL OR g.valid_to > ${now})
          )
        ) ORDER BY o.name)
        FROM (
          -- The roles are declared from the strongest to the weakest, and an enum sorts as declared.
          SELECT org.id, org.name, org.kind, org.on_account, array_agg(DISTINCT m.role) AS roles
          FROM membership m JOIN organisation org ON org.id = m.organisation_id
          WHERE m.person_id = p.id AND m.valid_from <= ${now} AND (m.valid_to IS NULL OR m.valid_to > ${now})
          GROUP BY org.id
        ) o
      ), '[]') AS organisations
    FROM person p
    WHERE p.id = ${session.personId}::uuid
      AND EXISTS (
        SELECT 1 FROM sign_in_session s
        WHERE s.id = ${session.id}::uuid AND s.person_id = p.id AND s.expires_at > ${now}
      )`;
  return rows[0] ?? null;
}
