/** Throws the draft away; the published rules stay as they are. */
import type { Result } from '~/lib/result';
import type { Actor } from '../../identity/permissions';
import { changeRuleDraft, type DraftRefusal } from './change-rule-draft.server';
import { deleteDraft } from './rule-draft.repository.server';
import type { DraftSeen } from './rule.schema';

export function discardRuleDraft(actor: Actor, seen: DraftSeen, now: Date): Promise<Result<null, DraftRefusal>> {
  return changeRuleDraft(actor, { seen, action: 'rules.draft_discarded', apply: (tx) => deleteDraft(tx, seen.draftId) }, now);
}
