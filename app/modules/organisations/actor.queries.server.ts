import { db } from '~/infrastructure/db.server';
import type { Actor, MembershipRole, StaffRoleName } from '~/modules/identity/permissions';

export type ActorFacts = {
  readonly actor: Actor;
  /** The language of what is sent to them. */
  readonly locale: string;
};

type Row = { locale: string; staffRoles: StaffRoleName[]; memberships: { organisationId: string; role: MembershipRole }[] };

/** What somebody may do at `now`, for what they ask for without a session, such as a calendar program that reads on their behalf. */
export async function findActor(personId: string, now: Date): Promise<ActorFacts | null> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT p.locale,
      ARRAY(SELECT DISTINCT r.role::text FROM staff_role r
        WHERE r.person_id = p.id AND r.valid_from <= ${now} AND (r.valid_to IS NULL OR r.valid_to > ${now})) AS "staffRoles",
      (SELECT coalesce(json_agg(json_build_object('organisationId', m.organisation_id, 'role', m.role)), '[]') FROM membership m
        WHERE m.person_id = p.id AND m.valid_from <= ${now} AND (m.valid_to IS NULL OR m.valid_to > ${now})) AS memberships
    FROM person p WHERE p.id = ${personId}::uuid`;
  const row = rows[0];
  return row ? { actor: { personId, staffRoles: row.staffRoles, memberships: row.memberships }, locale: row.locale } : null;
}
