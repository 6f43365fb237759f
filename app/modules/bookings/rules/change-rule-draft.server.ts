/** What every change of the draft has in common: who may, the version that was seen, and the trail. */
import type { Prisma, Tx } from '~/infrastructure/db.server';
import { inTransaction } from '~/infrastructure/db.server';
import { recordAudit } from '~/infrastructure/audit.server';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../../identity/permissions';
import { takeDraft } from './rule-draft.repository.server';
import type { DraftSeen } from './rule.schema';

export type DraftRefusal =
  | { code: 'not_allowed' }
  /** Somebody else changed, published or threw away the draft since it was shown. */
  | { code: 'conflict' }
  | { code: 'not_found' };

/** One change of the draft that was seen. */
type DraftChange = {
  readonly seen: DraftSeen;
  /** What is written in the trail as `rules.…`. */
  readonly action: `rules.${string}`;
  readonly after?: Prisma.InputJsonValue;
  /** False when what was to be changed is not in the draft; then nothing is. */
  readonly apply: (tx: Tx, personId: string) => Promise<boolean>;
};

/** Leaves the transaction without a trace. */
class NotInDraft extends Error {}

export async function changeRuleDraft(
  actor: Actor,
  { seen, action, after, apply }: DraftChange,
  now: Date,
): Promise<Result<null, DraftRefusal>> {
  if (!can(actor, 'rules.edit') || actor.personId === null) return refuse({ code: 'not_allowed' });
  const personId = actor.personId;
  try {
    return await inTransaction(async (tx) => {
      if (!(await takeDraft(tx, seen, personId, now))) return refuse({ code: 'conflict' });
      if (!(await apply(tx, personId))) throw new NotInDraft();
      const by = { kind: 'person', personId } as const;
      await recordAudit(tx, { actor: by, action, subjectType: 'rule_set', subjectId: seen.draftId, after });
      return ok(null);
    });
  } catch (error) {
    if (error instanceof NotInDraft) return refuse({ code: 'not_found' });
    throw error;
  }
}
