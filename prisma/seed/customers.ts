/** Who books in the demo. */
import type { CustomerGroup } from '~/modules/pricing/customer-group';
import type { AccountIds, OrganisationIds } from './account-rows';
import { PRIVATE_USE } from './data/occupancy';
import { ORGANISATIONS, type SeedOrganisation } from './data/organisations';
import type { Random } from './random';

/** One way in which somebody books: for an organisation, or for themselves. */
export type Customer = {
  readonly personId: string;
  readonly organisationId: string | null;
  readonly groups: readonly CustomerGroup[];
  readonly vatRegistered: boolean;
  readonly onAccount: boolean;
  readonly rooms: readonly string[];
  readonly purposes: readonly string[];
  readonly weight: number;
};

/** How many people book for an organisation. */
const BOOKERS = 2;

export type Memberships = readonly {
  readonly organisationId: string;
  readonly personId: string;
  readonly role: 'booker' | 'member' | 'contact';
}[];

/** The band that the demo's musician plays in and books for. */
export const MUSICIANS_BAND = 'Kald Kaffe';

/** Gives each organisation its people: the first is its contact, the second books. */
export function membershipsOf(organisations: OrganisationIds, personIds: readonly string[], accounts: AccountIds): Memberships {
  const named = ORGANISATIONS.flatMap(({ name }, index) =>
    [0, 1].map((member) => ({
      organisationId: organisations[name] ?? '',
      personId: personIds[(index * BOOKERS + member) % personIds.length] ?? '',
      role: member === 0 ? ('contact' as const) : ('booker' as const),
    })),
  );
  return [{ organisationId: organisations[MUSICIANS_BAND] ?? '', personId: accounts.musician, role: 'booker' }, ...named];
}

/** The demo's tenant is a member of this one already. */
export const TENANT_OF = 'Raknehaug lyd';

export type CustomerFacts = {
  readonly organisations: OrganisationIds;
  readonly memberships: Memberships;
  readonly personIds: readonly string[];
  readonly accounts: AccountIds;
};

export function customersOf({ organisations, memberships, personIds, accounts }: CustomerFacts, random: Random): Customer[] {
  const forOrganisations = ORGANISATIONS.map((organisation): Customer => {
    const organisationId = organisations[organisation.name] ?? '';
    const booker = memberships.find((member) => member.organisationId === organisationId);
    return {
      ...pick(organisation),
      personId: organisation.name === TENANT_OF ? accounts.tenant : (booker?.personId ?? ''),
      organisationId,
    };
  });
  const forThemselves = PRIVATE_USE.flatMap((use) =>
    Array.from({ length: 6 }, (): Customer => ({
      ...use,
      weight: use.weight / 6,
      personId: random.pick(personIds),
      organisationId: null,
      groups: [],
      vatRegistered: false,
      onAccount: false,
    })),
  );
  return [...forOrganisations, ...forThemselves];
}

function pick({ groups, vatRegistered = false, onAccount = false, rooms, purposes, weight }: SeedOrganisation) {
  return { groups, vatRegistered, onAccount, rooms, purposes, weight };
}
