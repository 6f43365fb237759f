/** Changes what a draft says. What has been offered or signed is not changed by a form: it is taken back first, or made anew. */
import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction, type Tx } from '~/infrastructure/db.server';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../identity/permissions';
import { trailOf } from './create-lease.server';
import { decideLease, type LeaseRefusal, type LeaseTerms } from './lease-terms';
import { loadLeaseFacts } from './lease-facts.server';
import { lockLease, rewriteLease } from './lease.repository.server';

export type ChangeDraftRefusal =
  | LeaseRefusal
  | { code: 'not_allowed' }
  | { code: 'not_found' }
  /** It is no draft any more. */
  | { code: 'not_draft' }
  /** Somebody else has changed it since the form was made. */
  | { code: 'stale'; version: number };

export async function changeDraft(
  actor: Actor,
  leaseId: string,
  { version, terms }: { readonly version: number; readonly terms: LeaseTerms },
  now: Date,
): Promise<Result<null, ChangeDraftRefusal>> {
  const { personId } = actor;
  if (personId === null || !can(actor, 'lease.edit')) return refuse({ code: 'not_allowed' });
  return inTransaction(async (tx: Tx) => {
    const lease = await lockLease(tx, leaseId);
    if (!lease) return refuse({ code: 'not_found' });
    if (lease.state !== 'draft') return refuse({ code: 'not_draft' });
    if (lease.version !== version) return refuse({ code: 'stale', version: lease.version });
    const decision = decideLease(terms, await loadLeaseFacts(tx, terms, now));
    if (!decision.ok) return decision;
    await rewriteLease(tx, leaseId, terms, decision.value.vatCode);
    const by = { kind: 'person', personId } as const;
    await recordAudit(tx, { actor: by, action: 'lease.changed', subjectType: 'lease', subjectId: leaseId, after: trailOf(terms) });
    return ok(null);
  });
}
