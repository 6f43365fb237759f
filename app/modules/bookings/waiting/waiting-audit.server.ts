import { recordAudit, type AuditActor } from '~/infrastructure/audit.server';
import type { Tx } from '~/infrastructure/db.server';
import type { WaitlistState } from './waitlist';

type Step = { readonly entryId: string; readonly before: WaitlistState | null; readonly after: WaitlistState };

/** That a time came free and could not be offered to the entry, and why. */
export async function recordRefusal(tx: Tx, entryId: string, refusal: { readonly code: string }): Promise<void> {
  const subject = { subjectType: 'waitlist_entry', subjectId: entryId } as const;
  await recordAudit(tx, { actor: { kind: 'system' }, action: 'waiting.not_offered', ...subject, after: { code: refusal.code } });
}

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
