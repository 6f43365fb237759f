/** Takes an organisation in, with what the register says of it. The form's key is its id: sent twice, it is made once. */
import { recordAudit } from '~/infrastructure/audit.server';
import { db, inTransaction, type Tx } from '~/infrastructure/db.server';
import { translateViolation } from '~/infrastructure/db-errors.server';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../identity/permissions';
import { personOfAddress } from '../identity/person-of-address.server';
import { decideOrganisation, type OrganisationRefusal } from './decide-organisation';
import type { OrganisationInput } from './organisation.schema';
import { findByNumber, insertOrganisation, setGroups } from './organisation.repository.server';
import { readRegister } from './register/read-register.server';
import { storedFrom } from './register/stored-register';

export type CreateOrganisationRefusal =
  | OrganisationRefusal
  | { code: 'not_allowed' }
  /** Another organisation here has this number. */
  | { code: 'number_taken'; organisationId: string };

export async function createOrganisation(
  actor: Actor,
  { id, terms, groups, representative, notChecked }: OrganisationInput & { readonly id: string },
  now: Date,
): Promise<Result<{ organisationId: string }, CreateOrganisationRefusal>> {
  const { personId } = actor;
  if (personId === null || !can(actor, 'organisation.edit')) return refuse({ code: 'not_allowed' });
  const { organisationNumber } = terms;
  // Asked before the transaction: nothing in the database waits for another house.
  const register = organisationNumber === null ? null : await readRegister(organisationNumber);
  const decision = decideOrganisation({ terms, register, notChecked, represented: representative !== null });
  if (!decision.ok) return decision;
  const persist = async (tx: Tx) => {
    const by = { kind: 'person', personId } as const;
    const representativeId = representative && (await personOfAddress(tx, representative, personId, now));
    await insertOrganisation(tx, id, { ...terms, representativeId }, storedFrom(register, now), now);
    await setGroups(tx, id, groups, now);
    const after = { ...terms, ...decision.value, groups, representativeId };
    await recordAudit(tx, { actor: by, action: 'organisation.created', subjectType: 'organisation', subjectId: id, after });
    return ok({ organisationId: id });
  };
  const made = await translateViolation(
    () => inTransaction(persist),
    ({ kind, constraint }) => {
      if (kind !== 'unique') return undefined;
      if (constraint === 'organisation_pkey') return ok({ organisationId: id });
      return constraint.includes('organisation_number') ? ('taken' as const) : undefined;
    },
  );
  if (made !== 'taken') return made;
  const taken = await findByNumber(db, organisationNumber ?? '');
  return taken?.id === id ? ok({ organisationId: id }) : refuse({ code: 'number_taken', organisationId: taken?.id ?? id });
}
