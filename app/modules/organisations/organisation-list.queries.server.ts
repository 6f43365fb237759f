import { db } from '~/infrastructure/db.server';

/** An organisation that staff may book for. */
export type OrganisationChoice = { readonly id: string; readonly name: string; readonly onAccount: boolean };

/** All organisations, by name. */
export async function listOrganisations(): Promise<OrganisationChoice[]> {
  return db.organisation.findMany({ orderBy: [{ name: 'asc' }, { id: 'asc' }], select: { id: true, name: true, onAccount: true } });
}
