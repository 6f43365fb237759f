import { db, type Tx } from '~/infrastructure/db.server';

/** Whether a person holds any staff role at `now`. */
export async function hasStaffRole(personId: string, now: Date): Promise<boolean> {
  const role = await db.staffRole.findFirst({
    where: { personId, validFrom: { lte: now }, OR: [{ validTo: null }, { validTo: { gt: now } }] },
    select: { id: true },
  });
  return role !== null;
}

/** Hosts and managers at `now`: who looks after the rooms. */
export async function listHosts(client: Tx, now: Date): Promise<{ id: string; email: string; name: string; locale: string }[]> {
  return client.person.findMany({
    where: {
      staffRoles: {
        some: { role: { in: ['host', 'manager'] }, validFrom: { lte: now }, OR: [{ validTo: null }, { validTo: { gt: now } }] },
      },
    },
    orderBy: { id: 'asc' },
    select: { id: true, email: true, name: true, locale: true },
  });
}

/** One of them; null when they are not any more. */
export async function findHost(personId: string, now: Date): Promise<{ email: string; name: string; locale: string } | null> {
  return (await listHosts(db, now)).find(({ id }) => id === personId) ?? null;
}
