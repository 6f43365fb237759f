import { recordAudit } from '~/infrastructure/audit.server';
import { db, inTransaction, type Tx } from '~/infrastructure/db.server';
import { translateViolation } from '~/infrastructure/db-errors.server';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../identity/permissions';
import { personOfAddress } from '../identity/person-of-address.server';
import type { CreateOrganisationRefusal } from './create-organisation.server';
import { decideOrganisation } from './decide-organisation';
import type { OrganisationInput } from './organisation.schema';
import {
  findByNumber,
  findGroups,
  findOrganisation,
  lockVersion,
  type OrganisationRow,
  setGroups,
  updateOrganisation,
} from './organisation.repository.server';
import { readRegister } from './register/read-register.server';
import { storedFrom } from './register/stored-register';

export type ChangeOrganisationRefusal =
  | CreateOrganisationRefusal
  | { code: 'not_found' }
  /** Somebody else has changed it since the form was made. */
  | { code: 'stale'; version: number };

/**
 * Changes what the house has written of an organisation. The register is asked only about a number that is new here: an address can be
 * put right while it is out of order.
 */
export async function changeOrganisation(
  actor: Actor,
  organisationId: string,
  { version, ...input }: OrganisationInput & { readonly version: number },
  now: Date,
): Promise<Result<null, ChangeOrganisationRefusal>> {
  const { personId } = actor;
  if (personId === null || !can(actor, 'organisation.edit')) return refuse({ code: 'not_allowed' });
  const before = await findOrganisation(db, organisationId);
  if (!before) return refuse({ code: 'not_found' });
  const { terms, representative, notChecked } = input;
  const { organisationNumber } = terms;
  const isNew = organisationNumber !== null && organisationNumber !== before.organisationNumber;
  const answer = isNew ? await readRegister(organisationNumber) : null;
  const register = organisationNumber === null ? null : (answer ?? { known: before.registerState });
  const decision = decideOrganisation({ terms, register, notChecked, represented: representative !== null });
  if (!decision.ok) return decision;
  const numberChanged = organisationNumber !== before.organisationNumber;
  const stored = numberChanged ? storedFrom(answer, now) : null;
  const persist = (tx: Tx) => persistChange(tx, { before, version, input, stored, personId }, now);
  const done = await translateViolation(
    () => inTransaction(persist),
    ({ kind, constraint }) => (kind === 'unique' && constraint.includes('organisation_number') ? ('taken' as const) : undefined),
  );
  if (done === 'taken') {
    const taken = await findByNumber(db, organisationNumber ?? '');
    return refuse({ code: 'number_taken', organisationId: taken?.id ?? organisationId });
  }
  if (done) return ok(null);
  const current = await findOrganisation(db, organisationId);
  return refuse({ code: 'stale', version: current?.version ?? version });
}

type Change = {
  readonly before: OrganisationRow;
  readonly version: number;
  readonly input: OrganisationInput;
  readonly stored: ReturnType<typeof storedFrom> | null;
  readonly personId: string;
};

/** False when somebody else was faster; then nothing is written. */
async function persistChange(tx: Tx, { before, version, input, stored, personId }: Change, now: Date): Promise<boolean> {
  const { terms, groups, representative } = input;
  const { id } = before;
  if (!(await lockVersion(tx, { id, version }))) return false;
  const representativeId = representative && (await personOfAddress(tx, representative, personId, now));
  await updateOrganisation(tx, id, { ...terms, representativeId }, stored);
  const groupsBefore = await findGroups(tx, id);
  await setGroups(tx, id, groups, now);
  const { id: _id, version: _version, ...old } = before;
  await recordAudit(tx, {
    ...{ actor: { kind: 'person', personId }, action: 'organisation.changed', subjectType: 'organisation', subjectId: id },
    before: { ...old, groups: groupsBefore },
    after: { ...terms, registerState: stored?.state ?? before.registerState, representativeId, groups },
  });
  return true;
}
