/** Writes a draft of a lease. It claims nothing before it is signed. The form's key makes it once. */
import { recordAudit } from '~/infrastructure/audit.server';
import { db, inTransaction, type Tx } from '~/infrastructure/db.server';
import { translateViolation } from '~/infrastructure/db-errors.server';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../identity/permissions';
import { decideLease, type LeaseRefusal, type LeaseTerms } from './lease-terms';
import { loadLeaseFacts } from './lease-facts.server';
import { findByRequestKey, insertLease } from './lease.repository.server';

export interface NewLease {
  readonly requestKey: string;
  readonly terms: LeaseTerms;
}

export async function createLease(
  actor: Actor,
  { requestKey, terms }: NewLease,
  now: Date,
): Promise<Result<{ leaseId: string }, LeaseRefusal | { code: 'not_allowed' }>> {
  const { personId } = actor;
  if (personId === null || !can(actor, 'lease.edit')) return refuse({ code: 'not_allowed' });
  const persist = async (tx: Tx) => {
    const before = await findByRequestKey(tx, requestKey);
    if (before) return ok({ leaseId: before.id });
    const decision = decideLease(terms, await loadLeaseFacts(tx, terms, now));
    if (!decision.ok) return decision;
    const { id, number } = await insertLease(tx, { terms, vatCode: decision.value.vatCode, requestKey });
    const by = { kind: 'person', personId } as const;
    const after = { number, ...trailOf(terms) };
    await recordAudit(tx, { actor: by, action: 'lease.drafted', subjectType: 'lease', subjectId: id, after });
    return ok({ leaseId: id });
  };
  const made = await translateViolation(
    () => inTransaction(persist),
    ({ kind, constraint }) => (kind === 'unique' && constraint.includes('request_key') ? ('repeated' as const) : undefined),
  );
  if (made !== 'repeated') return made;
  return ok({ leaseId: (await findByRequestKey(db, requestKey))?.id ?? '' });
}

/** The terms as they stand in the trail. */
export function trailOf({ rent, weekly, option, ...terms }: LeaseTerms) {
  return {
    ...terms,
    rent: rent.map((line) => ({ ...line })),
    weekly: weekly.map((time) => ({ ...time })),
    option: option && { ...option },
  };
}
