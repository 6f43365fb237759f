import { db } from '~/infrastructure/db.server';

/** Whether a person holds any staff role at `now`. */
export async function hasStaffRole(personId: string, now: Date): Promise<boolean> {
  const role = await db.staffRole.findFirst({
    where: { personId, validFrom: { lte: now }, OR: [{ validTo: null }, { validTo: { gt: now } }] },
    select: { id: true },
  });
  return role !== null;
}
