import { recordAudit, type AuditActor } from '~/infrastructure/audit.server';
import type { Tx } from '~/infrastructure/db.server';
import type { WaitlistState } from './waitlist';

type Step = { readonly entryId: string; readonly before: WaitlistState | null; readonly after: WaitlistState };

/** The order of a line can be told afterwards from who came and what each was offered when. */
export async function recordStep(
  tx: Tx,
  actor: AuditActor,
  { entryId, before, after }: Step,
  more: Record<string, string> = {},
): Promise<void> {
  await recordAudit(tx, {
    actor,
    action: `waiting.${after}`,
    subjectType: 'waitlist_entry',
    subjectId: entryId,
    before: before === null ? undefined : { state: before },
    after: { state: after, ...more },
  });
}
