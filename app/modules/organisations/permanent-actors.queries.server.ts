import { db } from '~/infrastructure/db.server';
import type { BilingualText } from '~/lib/locale';
import { sectorName } from './sector';

/** An organisation that has one of the hub's ten doors. */
export interface PermanentActor {
  readonly id: string;
  readonly name: string;
  readonly sector: BilingualText | null;
}

/** Permanent actors at a moment, in the order they came. */
export async function listPermanentActors(now: Date): Promise<PermanentActor[]> {
  const rows = await db.customerGroupMember.findMany({
    where: {
      group: 'permanent_actor',
      organisationId: { not: null },
      validFrom: { lte: now },
      OR: [{ validTo: null }, { validTo: { gt: now } }],
    },
    orderBy: [{ validFrom: 'asc' }, { organisation: { name: 'asc' } }],
    select: { organisation: { select: { id: true, name: true, sector: true } } },
  });
  return rows.flatMap(({ organisation }) =>
    organisation ? [{ id: organisation.id, name: organisation.name, sector: sectorName(organisation.sector) }] : [],
  );
}
