import { formatOrganisationNumber } from '~/modules/organisations/register/organisation-number';

/** An organisation number in threes; null stays null. */
export function numberText(organisationNumber: string | null): string | null {
  return organisationNumber === null ? null : formatOrganisationNumber(organisationNumber);
}
