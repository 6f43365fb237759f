export const CUSTOMER_GROUPS = ['permanent_actor', 'network_member', 'youth', 'voluntary', 'municipal', 'commercial'] as const;

/** A group whose members may pay another price, dated for a person or an organisation; either may be in several at once. */
export type CustomerGroup = (typeof CUSTOMER_GROUPS)[number];
