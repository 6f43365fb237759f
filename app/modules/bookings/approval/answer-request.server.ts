/** An answer to a request, the house's or the customer's: one wins, and whoever comes second is told. */
import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction, type Prisma, type Tx } from '~/infrastructure/db.server';
import { ok, refuse, type Result } from '~/lib/result';
import { prolongHold } from '../../availability/claim-room.server';
import { type Actor, can } from '../../identity/permissions';
import { answer, type ApprovalChange, setDeadline } from './approval.repository.server';
import { decideRequest, type RequestDecision, type RequestStep, type RequestStepRefusal } from './decide-request';
import { endRequest } from './end-request.server';
import { grantRequest } from './grant-request.server';
import { type LoadedRequest, lockRequest } from './request-facts.server';
import { tellCustomer, tellHouse } from './tell-request.server';

export type AnswerRefusal = RequestStepRefusal | { code: 'not_found' };

export async function answerRequest(
  actor: Actor,
  bookingId: string,
  step: RequestStep,
  now: Date,
): Promise<Result<RequestDecision['next'], AnswerRefusal>> {
  const { personId } = actor;
  if (personId === null) return refuse({ code: 'not_allowed' });
  return inTransaction(async (tx) => {
    const request = await lockRequest(tx, actor, bookingId);
    if (!request || !can(actor, 'booking.view', request.booking)) return refuse({ code: 'not_found' });
    const decision = decideRequest(request.facts, step, now);
    if (!decision.ok) return decision;
    const by = { kind: 'person', personId } as const;
    await answer(tx, request.approval, changeFor(decision.value, step, personId, now));
    await recordAudit(tx, {
      actor: by,
      action: `request.${decision.value.next === 'approved' && step.kind === 'accept' ? 'accepted' : decision.value.next}`,
      subjectType: 'booking',
      subjectId: bookingId,
      before: { state: request.approval.state },
      after: trailOf(decision.value, step),
    });
    await carryOut(tx, request, decision.value, step, { by, now });
    return ok(decision.value.next);
  });
}

function changeFor(decision: RequestDecision, step: RequestStep, personId: string, now: Date): ApprovalChange {
  const decided = { decidedAt: now, decidedById: personId, reasonCode: null, reason: '' };
  switch (decision.next) {
    case 'conditions':
      return {
        ...decided,
        state: 'conditions',
        acceptBy: decision.acceptBy,
        conditions: step.kind === 'approve_if' ? step.conditions : null,
      };
    case 'approved':
      if (step.kind === 'accept') return { state: 'approved', acceptedAt: now, acceptedById: personId };
      // A yes without conditions takes back those that were asked for before.
      return { ...decided, state: 'approved', conditions: null, acceptBy: null };
    case 'declined':
      return { ...decided, state: 'declined', ...(step.kind === 'decline' && { reasonCode: step.reasonCode, reason: step.reason }) };
    case 'withdrawn':
      return { state: 'withdrawn' };
  }
}

function trailOf(decision: RequestDecision, step: RequestStep): Prisma.InputJsonObject {
  const state = decision.next;
  if (step.kind === 'approve_if') return { state, conditions: step.conditions };
  if (step.kind === 'decline') return { state, reasonCode: step.reasonCode, reason: step.reason };
  return decision.next === 'approved' ? { state, settling: decision.settling } : { state };
}

type Carrying = { readonly by: { readonly kind: 'person'; readonly personId: string }; readonly now: Date };

async function carryOut(
  tx: Tx,
  request: LoadedRequest,
  decision: RequestDecision,
  step: RequestStep,
  { by, now }: Carrying,
): Promise<void> {
  const { booking, approval, occurrenceIds } = request;
  switch (decision.next) {
    case 'approved':
      await grantRequest(tx, request, decision.settling, by, now);
      if (step.kind === 'accept') await tellHouse(tx, booking.id, 'house_accepted', now, String(approval.version));
      break;
    case 'conditions':
      await setDeadline(tx, booking.id, decision.acceptBy);
      await prolongHold(tx, occurrenceIds, decision.acceptBy);
      await tellCustomer(tx, booking, 'conditions', String(approval.version));
      break;
    case 'declined':
      await endRequest(tx, booking, 'declined', now);
      await tellCustomer(tx, booking, 'declined');
      break;
    case 'withdrawn':
      await endRequest(tx, booking, 'released', now);
      break;
  }
}
