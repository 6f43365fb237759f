/** The hub's own door codes, for keypads. No code is given out again in a building within 90 days: the database refuses it. */
import { randomBytes } from 'node:crypto';
import type { Tx } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';
import { DOOR_CODE_BYTES, doorCode } from '../door-code';
import { type AccessChange, type GivenAccess, planAccess, type WantedAccess } from './access-change';
import type { DoorAccess } from './door-access';

/** With six digits and a hundred thousand codes out, one draw in ten is refused; so many in a row never are. */
const DRAWS = 12;

export const codeBook: DoorAccess = {
  async grant(tx, stays) {
    const plan = planAccess(stays, await findGiven(tx, stays));
    const granted = await issue(tx, plan.issue);
    const changed = await change(tx, plan.change);
    return [...granted, ...changed];
  },

  async revoke(tx, occurrenceIds, now) {
    const revoked = await tx.accessGrant.updateManyAndReturn({
      where: { occurrenceId: { in: [...occurrenceIds] }, revokedAt: null },
      data: { revokedAt: now },
      select: { id: true },
    });
    return revoked.map(({ id }) => ({ grantId: id, kind: 'revoked' as const }));
  },
};

async function findGiven(tx: Tx, stays: readonly { readonly id: string }[]): Promise<GivenAccess[]> {
  const grants = await tx.accessGrant.findMany({
    where: { occurrenceId: { in: stays.map(({ id }) => id) } },
    select: {
      occurrenceId: true,
      buildingId: true,
      opensAt: true,
      closesAt: true,
      revokedAt: true,
      occurrence: { select: { room: { select: { buildingId: true } } } },
    },
  });
  return grants.map(({ revokedAt, occurrence, ...grant }) => ({
    ...grant,
    wantedBuildingId: occurrence.room.buildingId,
    revoked: revokedAt !== null,
  }));
}

/** A code that the database refuses is drawn again; so all occurrences of a series take one statement, and hardly ever two. */
async function issue(tx: Tx, wanted: readonly WantedAccess[]): Promise<AccessChange[]> {
  const granted: AccessChange[] = [];
  let missing = wanted;
  for (let draw = 1; missing.length > 0; draw += 1) {
    if (draw > DRAWS) throw new Error('No door code was free');
    const rows = missing.map((access) => ({ id: newId(), code: drawCode(), ...access }));
    const inserted = await tx.$queryRaw<{ id: string; occurrenceId: string }[]>`
      INSERT INTO access_grant (id, occurrence_id, building_id, code, opens_at, closes_at, reserved_until)
      SELECT s.id, o.id, r.building_id, s.code, s."opensAt", s."closesAt", s."reservedUntil"
      FROM json_to_recordset(${JSON.stringify(rows)}::json)
        AS s(id uuid, "occurrenceId" uuid, code text, "opensAt" timestamptz, "closesAt" timestamptz, "reservedUntil" timestamptz)
      JOIN occurrence o ON o.id = s."occurrenceId"
      JOIN room r ON r.id = o.room_id
      ON CONFLICT DO NOTHING
      RETURNING id::text, occurrence_id::text AS "occurrenceId"`;
    granted.push(...inserted.map(({ id }) => ({ grantId: id, kind: 'granted' as const })));
    const done = new Set(inserted.map(({ occurrenceId }) => occurrenceId));
    missing = missing.filter(({ occurrenceId }) => !done.has(occurrenceId));
  }
  return granted;
}

async function change(tx: Tx, wanted: readonly (WantedAccess & { readonly sameCode: boolean })[]): Promise<AccessChange[]> {
  if (wanted.length === 0) return [];
  const rows = wanted.map((access) => ({ codes: Array.from({ length: DRAWS }, drawCode), ...access }));
  const changed = await tx.$queryRaw<{ id: string }[]>`
    UPDATE access_grant g SET building_id = r.building_id, opens_at = s."opensAt", closes_at = s."closesAt",
      reserved_until = s."reservedUntil", revoked_at = NULL,
      code = (
        SELECT c.code FROM unnest(CASE WHEN s."sameCode" THEN ARRAY[g.code] ELSE '{}' END || s.codes) WITH ORDINALITY AS c(code, place)
        WHERE NOT EXISTS (
          SELECT 1 FROM access_grant other
          WHERE other.id <> g.id AND other.building_id = r.building_id AND other.code = c.code
            AND tstzrange(other.opens_at, other.reserved_until, '[)') && tstzrange(s."opensAt", s."reservedUntil", '[)'))
        ORDER BY c.place LIMIT 1)
    FROM json_to_recordset(${JSON.stringify(rows)}::json)
      AS s("occurrenceId" uuid, codes text[], "sameCode" boolean, "opensAt" timestamptz, "closesAt" timestamptz, "reservedUntil" timestamptz)
    JOIN occurrence o ON o.id = s."occurrenceId"
    JOIN room r ON r.id = o.room_id
    WHERE g.occurrence_id = o.id
    RETURNING g.id::text`;
  return changed.map(({ id }) => ({ grantId: id, kind: 'changed' as const }));
}

function drawCode(): string {
  return doorCode(randomBytes(DOOR_CODE_BYTES));
}
