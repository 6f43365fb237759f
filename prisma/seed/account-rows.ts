/** People and organisations as rows. */
import { addMinutes } from '~/lib/interval';
import { newId } from '~/lib/ids.server';
import { DEMO_ACCOUNTS, type DemoAccount } from './data/people';
import type { SeedOrganisation } from './data/organisations';

export type AccountKey = keyof typeof DEMO_ACCOUNTS;
export type AccountIds = Readonly<Record<AccountKey, string>>;
export type OrganisationIds = Readonly<Record<string, string>>;

const A_YEAR_IN_MINUTES = 365 * 1_440;

/** Roles, memberships and groups have held for a year. */
export function heldSince(now: Date): Date {
  return addMinutes(now, -A_YEAR_IN_MINUTES);
}

export function accountRows(now: Date) {
  const accounts = Object.entries<DemoAccount>(DEMO_ACCOUNTS).map(([key, account]) => ({ key, id: newId(), ...account }));
  const ids = Object.fromEntries(accounts.map(({ key, id }) => [key, id])) as Record<AccountKey, string>;
  return {
    ids,
    people: accounts.map(({ id, email, name }) => ({ id, email, name, emailVerified: true })),
    roles: accounts.flatMap(({ id, role }) => (role ? { id: newId(), personId: id, role, validFrom: heldSince(now) } : [])),
    groups: [{ id: newId(), group: 'youth' as const, personId: ids.musician, validFrom: heldSince(now) }],
  };
}

export function organisationRows(wanted: readonly SeedOrganisation[], now: Date) {
  const withIds = wanted.map((organisation) => ({ ...organisation, id: newId() }));
  return {
    ids: Object.fromEntries(withIds.map(({ name, id }) => [name, id])) as Record<string, string>,
    organisations: withIds.map((organisation) => ({
      id: organisation.id,
      name: organisation.name,
      kind: organisation.kind,
      organisationNumber: organisation.organisationNumber ?? null,
      sector: organisation.sector ?? null,
      email: organisation.kind === 'band' ? null : `${plain(organisation.name)}@post.example`,
      addressLine: organisation.kind === 'band' ? null : 'Sundbyvegen 1',
      postalCode: organisation.kind === 'band' ? null : '2050',
      city: organisation.kind === 'band' ? null : 'Jessheim',
      vatRegistered: organisation.vatRegistered ?? false,
      onAccount: organisation.onAccount ?? false,
    })),
    groups: withIds.flatMap(({ id, groups }) =>
      groups.map((group) => ({ id: newId(), group, organisationId: id, validFrom: heldSince(now) })),
    ),
  };
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll('å', 'a').replaceAll('ø', 'o').replaceAll('æ', 'e').replaceAll(' ', '.');
}
