/** What sort of organisation somebody is to the house. */
export const ORGANISATION_KINDS = ['business', 'sole_trader', 'association', 'band', 'municipal_unit', 'internal'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** Kinds that may be without a number: groups of people, and the house's own units. */
const WITHOUT_NUMBER: ReadonlySet<OrganisationKind> = new Set(['association', 'band', 'internal']);

export function mayLackNumber(kind: OrganisationKind): boolean {
  return WITHOUT_NUMBER.has(kind);
}
