/** Makes a lease binding: it takes its times in the house, and runs from its first day. */
import { type AuditActor, recordAudit } from '~/infrastructure/audit.server';
import { inTransaction, type Tx } from '~/infrastructure/db.server';
import { localDateOf } from '~/lib/local-time';
import { ok, refuse, type Result } from '~/lib/result';
import { lockForMove } from '../availability/move-claim.server';
import { type Actor, can } from '../identity/permissions';
import { claimLease, findFit } from './claim-lease.server';
import { type LeaseRow, lockLease, moveTo } from './lease.repository.server';
import { wrongTenant } from './lease-terms';

export type BindRefusal =
  | { code: 'not_found' }
  /** It is signed already, or withdrawn. */
  | { code: 'not_open' }
  | { code: 'organisation_gone' | 'organisation_bankrupt' }
  /** Its last day has been. */
  | { code: 'over' }
  /** Another lease has some of its time. */
  | { code: 'lease_in_the_way'; number: number; who: string; leaseId: string }
  /** Bookings lie in its time; they keep it only where that is agreed to. */
  | { code: 'bookings_in_the_way'; count: number };

export type SignLeaseRefusal = BindRefusal | { code: 'not_allowed' };

/** Leaves the transaction without a trace: what was claimed is let go again. */
export class Blocked extends Error {
  constructor(readonly refusal: BindRefusal) {
    super(refusal.code);
  }
}

/** Notes that both have signed. With `keepBookings`, bookings in its time keep it, and the lease has the rest. */
export async function signLease(
  actor: Actor,
  leaseId: string,
  { keepBookings }: { readonly keepBookings: boolean },
  now: Date,
): Promise<Result<null, SignLeaseRefusal>> {
  const { personId } = actor;
  if (personId === null || !can(actor, 'lease.edit')) return refuse({ code: 'not_allowed' });
  try {
    await inTransaction((tx) => bindLease(tx, leaseId, { keepBookings, by: { kind: 'person', personId } }, now));
    return ok(null);
  } catch (error) {
    if (error instanceof Blocked) return refuse(error.refusal);
    throw error;
  }
}

/** In a transaction that must not be committed when it throws: a refusal is thrown, so that no claim of it stays. */
export async function bindLease(
  tx: Tx,
  leaseId: string,
  { keepBookings, by }: { readonly keepBookings: boolean; readonly by: AuditActor },
  now: Date,
): Promise<void> {
  const lease = await lockLease(tx, leaseId);
  if (!lease) throw new Blocked({ code: 'not_found' });
  const { organisationId } = lease;
  const tenant = await tx.organisation.findUniqueOrThrow({ where: { id: organisationId }, select: { registerState: true } });
  const refusal = refusalToBind(lease, wrongTenant(tenant.registerState), now);
  if (refusal) throw new Blocked(refusal);
  await lockForMove(tx, [...new Set(lease.places.map(({ roomId }) => roomId))]);
  await claimLease(tx, lease, now);
  // What is free is claimed: nobody comes in between any more.
  const { lease: rival, bookings } = await findFit(tx, lease, now);
  if (rival) throw new Blocked({ code: 'lease_in_the_way', number: rival.number, who: rival.who, leaseId: rival.id });
  if (bookings.length > 0 && !keepBookings) throw new Blocked({ code: 'bookings_in_the_way', count: bookings.length });
  const runs = lease.startsOn <= localDateOf(now);
  await moveTo(tx, leaseId, runs ? 'running' : 'signed');
  const subject = { actor: by, subjectType: 'lease', subjectId: leaseId } as const;
  await recordAudit(tx, { ...subject, action: 'lease.signed', after: { bookingsKept: bookings.length } });
  if (runs) await recordAudit(tx, { ...subject, action: 'lease.started' });
}

function refusalToBind({ state, endsOn }: LeaseRow, gone: ReturnType<typeof wrongTenant>, now: Date): BindRefusal | null {
  if (state !== 'draft' && state !== 'offered') return { code: 'not_open' };
  if (gone) return { code: gone };
  return endsOn !== null && endsOn <= localDateOf(now) ? { code: 'over' } : null;
}
