import { db } from '~/infrastructure/db.server';
import type { CustomerGroup } from './customer-group';

/** Whoever is to pay: an organisation, else a person; by an e-mail address, they need not be known. */
export interface PayerQuestion {
  readonly organisationId: string | null;
  readonly person: { readonly email: string } | { readonly id: string };
}

/** The person with this e-mail address; null when new here. */
export async function findPersonId(email: string): Promise<string | null> {
  const person = await db.person.findUnique({ where: { email }, select: { id: true } });
  return person?.id ?? null;
}

/** The customer groups whose prices hold for a payer now. */
export async function findPayerGroups({ organisationId, person }: PayerQuestion, now: Date): Promise<CustomerGroup[]> {
  const members = await db.customerGroupMember.findMany({
    where: {
      ...(organisationId ? { organisationId } : { person }),
      validFrom: { lte: now },
      OR: [{ validTo: null }, { validTo: { gt: now } }],
    },
    select: { group: true },
  });
  return [...new Set(members.map(({ group }) => group))];
}
