import type { KnownRegisterState } from '../organisation';
import type { RegisterFacts } from './register-answer';
import type { RegisterReply } from './register-reply';

/** What is kept of a reply: without an answer nothing is known, and nothing was checked. */
export function storedFrom(
  reply: RegisterReply | null,
  now: Date,
): { readonly state: KnownRegisterState; readonly facts: RegisterFacts | null; readonly checkedAt: Date | null } {
  if (reply === null || reply.state === 'unavailable') return { state: 'not_checked', facts: null, checkedAt: null };
  if (reply.state === 'unknown') return { state: 'not_checked', facts: null, checkedAt: now };
  return { state: reply.state, facts: 'facts' in reply ? reply.facts : null, checkedAt: now };
}
