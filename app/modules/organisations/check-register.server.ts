/** Asks the register again about organisations that are known here: what changes there must not be found out by an unpaid invoice. */
import { type AuditActor, recordAudit } from '~/infrastructure/audit.server';
import { db, inTransaction } from '~/infrastructure/db.server';
import { logger } from '~/infrastructure/logger.server';
import { addMinutes } from '~/lib/interval';
import { MINUTES_A_DAY } from '~/lib/local-time';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../identity/permissions';
import { findOrganisation, findUnchecked, updateRegister } from './organisation.repository.server';
import { readRegister } from './register/read-register.server';
import { storedFrom } from './register/stored-register';

/** More than a house has; the rest is asked the next night, those asked longest ago first. */
const MOST_A_NIGHT = 500;

/** Looks at every number once a day; the register is asked about one after the other, as its terms of use want it. */
export async function checkRegister(now: Date): Promise<void> {
  const before = addMinutes(now, -MINUTES_A_DAY / 2);
  for (const { id, organisationNumber } of await findUnchecked(before, MOST_A_NIGHT)) {
    await check({ id, organisationNumber }, { kind: 'system' }, now);
  }
}

/** The same for one, when the manager asks. Refusals: `not_found`, `no_number`, `register_unavailable`, `not_allowed`. */
export async function checkOrganisation(
  actor: Actor,
  organisationId: string,
  now: Date,
): Promise<Result<null, { code: 'not_allowed' | 'not_found' | 'no_number' | 'register_unavailable' }>> {
  const { personId } = actor;
  if (personId === null || !can(actor, 'organisation.edit')) return refuse({ code: 'not_allowed' });
  const organisation = await findOrganisation(db, organisationId);
  if (!organisation) return refuse({ code: 'not_found' });
  const { id, organisationNumber } = organisation;
  if (organisationNumber === null) return refuse({ code: 'no_number' });
  const answered = await check({ id, organisationNumber }, { kind: 'person', personId }, now);
  return answered ? ok(null) : refuse({ code: 'register_unavailable' });
}

/** False when the register did not answer: then what was known stays. */
async function check(
  { id, organisationNumber }: { readonly id: string; readonly organisationNumber: string },
  by: AuditActor,
  now: Date,
): Promise<boolean> {
  const reply = await readRegister(organisationNumber);
  if (reply.state === 'unavailable') return false;
  const stored = storedFrom(reply, now);
  await inTransaction(async (tx) => {
    const before = await findOrganisation(tx, id);
    // Given another number meanwhile: the answer is about somebody else.
    if (before?.organisationNumber !== organisationNumber) return;
    await updateRegister(tx, id, stored);
    if (before.registerState === stored.state) return;
    const change = { before: { registerState: before.registerState }, after: { registerState: stored.state } };
    await recordAudit(tx, { actor: by, action: 'organisation.register_changed', subjectType: 'organisation', subjectId: id, ...change });
    logger.info({ organisationId: id, state: stored.state }, 'the register tells something new of an organisation');
  });
  return true;
}
