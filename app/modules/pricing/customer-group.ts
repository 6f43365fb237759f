/** Who a price is for; a person or an organisation may be in several groups at once. */
export type { CustomerGroup } from '../organisations/customer-group';
