/** Hands a posted step about a request to its use case, and answers the word the page says afterwards. */
import { ok, type Result } from '~/lib/result';
import type { Actor } from '../../identity/permissions';
import { answerRequest, type AnswerRefusal } from './answer-request.server';
import type { RequestStep } from './decide-request';
import type { CustomerStep, HouseStep } from './request.schema';
import { type MessageRefusal, writeMessage } from './write-message.server';

export type RequestStepDone = 'approved' | 'conditions' | 'declined' | 'accepted' | 'withdrawn' | 'message';

export async function takeRequestStep(
  actor: Actor,
  bookingId: string,
  step: HouseStep | CustomerStep,
  side: 'house' | 'customer',
  now: Date,
): Promise<Result<RequestStepDone, AnswerRefusal | MessageRefusal>> {
  if (step.intent === 'message') {
    const message = { bookingId, body: step.melding, requestKey: step.requestKey, byHouse: side === 'house' };
    const written = await writeMessage(actor, message, now);
    return written.ok ? ok('message') : written;
  }
  const answered = await answerRequest(actor, bookingId, toStep(step), now);
  if (!answered.ok) return answered;
  return ok(step.intent === 'accept' ? 'accepted' : answered.value);
}

function toStep(step: Exclude<HouseStep | CustomerStep, { intent: 'message' }>): RequestStep {
  switch (step.intent) {
    case 'approve':
    case 'accept':
      return { kind: step.intent, version: step.version };
    case 'approve_if':
      return { kind: 'approve_if', version: step.version, conditions: step.vilkar };
    case 'decline':
      return { kind: 'decline', version: step.version, reasonCode: step.arsak, reason: step.begrunnelse };
    case 'withdraw':
      return { kind: 'withdraw' };
  }
}
