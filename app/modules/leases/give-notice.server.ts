/** Ends a running lease by notice, from the tenant or the house. What it has in the house after its end comes free at once. */
import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction, type Tx } from '~/infrastructure/db.server';
import { type LocalDate, localDateOf, toDateColumn, toInstantOrAfterGap } from '~/lib/local-time';
import { ok, refuse, type Result } from '~/lib/result';
import { endLeaseTimes } from '../availability/lease-claims.server';
import { type Actor, can } from '../identity/permissions';
import { creditRentAfter } from './credit-rent.server';
import type { LeaseParty } from './lease';
import { lockLease, moveTo } from './lease.repository.server';
import { decideNotice, type NoticeRefusal } from './notice';

export type GiveNoticeRefusal =
  | NoticeRefusal
  | { code: 'not_allowed' | 'not_found' }
  /** The month has turned since the page was shown: it would end another day than was told. */
  | { code: 'other_day'; endsOn: LocalDate };

/** `toldEndsOn` is the first day after the lease as it was shown before; notice never ends it on another day than was told. */
export async function giveNotice(
  actor: Actor,
  { leaseId, by, toldEndsOn }: { readonly leaseId: string; readonly by: LeaseParty; readonly toldEndsOn: LocalDate },
  now: Date,
): Promise<Result<{ endsOn: LocalDate }, GiveNoticeRefusal>> {
  const { personId } = actor;
  if (personId === null) return refuse({ code: 'not_allowed' });
  return inTransaction(async (tx: Tx) => {
    const lease = await lockLease(tx, leaseId);
    if (!lease) return refuse({ code: 'not_found' });
    if (!can(actor, by === 'landlord' ? 'lease.edit' : 'lease.give_notice', lease)) return refuse({ code: 'not_found' });
    const today = localDateOf(now);
    const decision = decideNotice(lease, today);
    if (!decision.ok) return decision;
    const { endsOn } = decision.value;
    if (endsOn !== toldEndsOn) return refuse({ code: 'other_day', endsOn });
    await moveTo(tx, leaseId, 'notice_given', { endsOn: toDateColumn(endsOn), noticeGivenOn: toDateColumn(today), noticeBy: by });
    await endLeaseTimes(
      tx,
      lease.places.map(({ id }) => id),
      toInstantOrAfterGap(endsOn, 0),
    );
    const creditedOre = await creditRentAfter(tx, leaseId, { startsOn: lease.startsOn, endsOn });
    await recordAudit(tx, {
      ...{ actor: { kind: 'person', personId }, action: 'lease.notice_given', subjectType: 'lease', subjectId: leaseId },
      ...{ before: { endsOn: lease.endsOn }, after: { endsOn, by, creditedOre } },
    });
    return ok({ endsOn });
  });
}
