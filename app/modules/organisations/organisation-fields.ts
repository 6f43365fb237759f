/** What stands in the fields of an organisation's form, by their names. */
import type { CustomerGroup } from './customer-group';
import type { OrganisationTerms } from './organisation';
import type { RegisterFacts } from './register/register-answer';
import { formatOrganisationNumber } from './register/organisation-number';
import { inTitleCase, kindOfForm } from './register/registered-name';

type Kept = {
  readonly version: number;
  readonly terms: OrganisationTerms;
  readonly groups: readonly CustomerGroup[];
  readonly representative: { readonly name: string; readonly email: string } | null;
};

const ticked = (value: boolean): { on?: string } => (value ? { on: 'on' } : {});

/** The form of an organisation that is kept. A box that is not ticked has no field. */
export function organisationFields({ version, terms, groups, representative }: Kept): Record<string, string> {
  const [mva, regning, voksen] = [ticked(terms.vatRegistered).on, ticked(terms.onAccount).on, ticked(representative !== null).on];
  return {
    ...{ versjon: String(version), navn: terms.name, slag: terms.kind, gruppe: groups.join(',') },
    nummer: terms.organisationNumber === null ? '' : formatOrganisationNumber(terms.organisationNumber),
    ...{ epost: terms.email ?? '', adresse: terms.addressLine ?? '', postnummer: terms.postalCode ?? '', poststed: terms.city ?? '' },
    ...{ ansvarlig: representative?.name ?? '', ansvarligEpost: representative?.email ?? '' },
    ...(mva && { mva }),
    ...(regning && { regning }),
    ...(voksen && { voksen }),
  };
}

/** The form of a new organisation, filled with what the register says. */
export function suggestedFields(number: string, facts: RegisterFacts): Record<string, string> {
  return {
    ...{ nummer: formatOrganisationNumber(number), navn: inTitleCase(facts.name), slag: kindOfForm(facts.form) },
    ...{ epost: facts.email ?? '', adresse: facts.addressLine ?? '', postnummer: facts.postalCode ?? '', poststed: facts.city ?? '' },
    ...(facts.vatRegistered && { mva: 'on' }),
  };
}
