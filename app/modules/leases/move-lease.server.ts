/** Offers a draft, takes an offer back, or withdraws a lease before it begins. */
import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction, type Tx } from '~/infrastructure/db.server';
import { ok, refuse, type Result } from '~/lib/result';
import { endLeaseTimes } from '../availability/lease-claims.server';
import { type Actor, can } from '../identity/permissions';
import { lockLease, moveTo } from './lease.repository.server';
import { decideStep, type LeaseStep } from './lease-steps';

const TRAIL = { offer: 'lease.offered', take_back: 'lease.taken_back', withdraw: 'lease.withdrawn' } as const;

/** Sent twice it is done once. */
export async function moveLease(
  actor: Actor,
  leaseId: string,
  step: LeaseStep,
  now: Date,
): Promise<Result<null, { code: 'not_allowed' | 'not_found' | 'not_now' }>> {
  const { personId } = actor;
  if (personId === null || !can(actor, 'lease.edit')) return refuse({ code: 'not_allowed' });
  return inTransaction(async (tx: Tx) => {
    const lease = await lockLease(tx, leaseId);
    if (!lease) return refuse({ code: 'not_found' });
    const decision = decideStep(lease.state, step);
    if (!decision.ok) return decision;
    if (lease.state === 'signed') {
      await endLeaseTimes(
        tx,
        lease.places.map(({ id }) => id),
        now,
      );
    }
    await moveTo(tx, leaseId, decision.value);
    const by = { kind: 'person', personId } as const;
    await recordAudit(tx, { actor: by, action: TRAIL[step], subjectType: 'lease', subjectId: leaseId });
    return ok(null);
  });
}
