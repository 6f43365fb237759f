/** Asks for a deposit, and notes what came in otherwise, what was kept and why, and what went back; each is booked. */
import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction, type Tx } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';
import { addDays, localDateOf, toDateColumn } from '~/lib/local-time';
import { ok, refuse, type Result } from '~/lib/result';
import { depositMoved } from '../billing/ledger/deposit-moved';
import { postVoucher } from '../billing/ledger/post-voucher.server';
import { recordPeriodCharges } from '../billing/record-period-charges.server';
import { type Actor, can } from '../identity/permissions';
import { OUTSIDE } from '../pricing/vat';
import { decideDepositMove, type DepositMove, type DepositRefusal } from './deposit';
import { depositKey, loadDeposit } from './deposit.queries.server';
import { BINDING_STATES, leaseReference } from './lease';
import { type LeaseRow, lockLease } from './lease.repository.server';

type Refusal = { code: 'not_allowed' | 'not_found' };

/** Puts the deposit on what is invoiced next. Asked again, nothing more happens. */
export async function askDeposit(actor: Actor, leaseId: string, now: Date): Promise<Result<null, Refusal | { code: 'not_now' }>> {
  return forLease(actor, leaseId, async (tx, lease, personId) => {
    const { deposit } = await loadDeposit(tx, leaseId, lease.depositOre);
    const binding = BINDING_STATES.some((state) => state === lease.state);
    const { kind } = await tx.organisation.findUniqueOrThrow({ where: { id: lease.organisationId }, select: { kind: true } });
    if (deposit.asked) return ok(null);
    if (!binding || deposit.missingOre === 0 || kind === 'internal') return refuse({ code: 'not_now' });
    const today = localDateOf(now);
    const reference = leaseReference(lease.number);
    await recordPeriodCharges(tx, [
      {
        ...{ organisationId: lease.organisationId, sourceKey: depositKey(leaseId), kind: 'deposit', vatCode: OUTSIDE, vatBp: 0, vatOre: 0 },
        ...{ descriptionNb: `Depositum for leieavtale ${reference}`, descriptionEn: `Deposit for lease ${reference}` },
        ...{ periodFrom: lease.startsOn, periodTo: addDays(lease.startsOn, 1), invoiceFrom: today },
        ...{ netOre: deposit.missingOre, grossOre: deposit.missingOre },
      },
    ]);
    const by = { kind: 'person', personId } as const;
    const after = { amountOre: deposit.missingOre };
    await recordAudit(tx, { actor: by, action: 'lease.deposit_asked', subjectType: 'lease', subjectId: leaseId, after });
    return ok(null);
  });
}

/** `requestKey` makes it once. */
export async function moveDeposit(
  actor: Actor,
  { leaseId, requestKey, ...move }: DepositMove & { readonly leaseId: string; readonly requestKey: string },
  now: Date,
): Promise<Result<null, Refusal | DepositRefusal>> {
  return forLease(actor, leaseId, async (tx, lease, personId) => {
    const before = await tx.depositMovement.findUnique({ where: { requestKey }, select: { id: true } });
    if (before) return ok(null);
    const { facts } = await loadDeposit(tx, leaseId, lease.depositOre);
    const decision = decideDepositMove(facts, move, localDateOf(now));
    if (!decision.ok) return decision;
    const { kind, amountOre, on, reason } = move;
    const id = newId();
    const row = { id, leaseId, requestKey, kind, amountOre, reason, movedOn: toDateColumn(on), madeById: personId };
    await tx.depositMovement.create({ data: row, select: { id: true } });
    const { organisationId, number } = lease;
    await postVoucher(tx, depositMoved({ movementId: id, kind, on, amountOre, organisationId, reference: leaseReference(number) }));
    await recordAudit(tx, {
      ...{ actor: { kind: 'person', personId }, action: `lease.deposit_${kind}`, subjectType: 'lease', subjectId: leaseId },
      after: { amountOre, on, reason },
    });
    return ok(null);
  });
}

/** The lease is locked: what the house holds is counted by one at a time. */
async function forLease<T, R extends { code: string }>(
  actor: Actor,
  leaseId: string,
  work: (tx: Tx, lease: LeaseRow, personId: string) => Promise<Result<T, R>>,
): Promise<Result<T, R | Refusal>> {
  const { personId } = actor;
  if (personId === null || !can(actor, 'lease.edit')) return refuse({ code: 'not_allowed' });
  return inTransaction(async (tx) => {
    const lease = await lockLease(tx, leaseId);
    return lease ? work(tx, lease, personId) : refuse({ code: 'not_found' });
  });
}
