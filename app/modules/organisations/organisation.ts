/** An organisation as the house keeps it: whoever books, rents or is invoiced under a name that is no single person's. */
import type { OrganisationKind } from './organisation-kind';
import type { RegisterState } from './register/register-answer';

/** What is known of a number: `not_checked` when there is none, or while the register could not tell. */
export type KnownRegisterState = RegisterState | 'not_checked';

export interface OrganisationTerms {
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly organisationNumber: string | null;
  /** Where invoices and letters go. */
  readonly email: string | null;
  readonly addressLine: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly vatRegistered: boolean;
  /** Books now and is invoiced monthly; a unit of the house itself is priced and never invoiced. */
  readonly onAccount: boolean;
}
