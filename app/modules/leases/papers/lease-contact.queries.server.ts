/** Who gets mail and letters about a lease. */
import type { Tx } from '~/infrastructure/db.server';
import type { Locale } from '~/lib/locale';

export interface LeaseContact {
  /** Empty where nobody is known by name. */
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
}

/** The organisation's contacts in the hub; without one, the organisation's own address; without that, nobody. */
export async function findLeaseContacts(tx: Tx, organisationId: string, now: Date): Promise<LeaseContact[]> {
  const memberships = await tx.membership.findMany({
    where: { organisationId, role: 'contact', validFrom: { lte: now }, OR: [{ validTo: null }, { validTo: { gt: now } }] },
    select: { person: { select: { name: true, email: true, locale: true } } },
    orderBy: { validFrom: 'asc' },
  });
  if (memberships.length > 0) return memberships.map(({ person }) => ({ ...person, locale: localeOf(person.locale) }));
  const organisation = await tx.organisation.findUnique({ where: { id: organisationId }, select: { email: true } });
  return organisation?.email ? [{ name: '', email: organisation.email, locale: 'nb' }] : [];
}

function localeOf(locale: string): Locale {
  return locale === 'en' ? 'en' : 'nb';
}
