import { recordAudit } from '~/infrastructure/audit.server';
import type { Tx } from '~/infrastructure/db.server';
import type { RuleCode } from './rule-code';

export interface MadeException {
  readonly bookingId: string;
  /** Who on the staff made it. */
  readonly personId: string;
  /** Those that would have refused. */
  readonly rules: readonly RuleCode[];
  /** In the words of whoever made it. */
  readonly reason: string;
}

/** Which rules of the house were set aside, by whom and why; nothing when the exception was not needed. */
export async function recordException(tx: Tx, { bookingId, personId, rules, reason }: MadeException): Promise<void> {
  if (rules.length === 0) return;
  await recordAudit(tx, {
    ...{ actor: { kind: 'person', personId }, action: 'booking.rules_overridden', subjectType: 'booking', subjectId: bookingId },
    after: { rules: [...rules], reason },
  });
}
