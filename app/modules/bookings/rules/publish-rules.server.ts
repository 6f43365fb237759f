/** Lets the draft hold: from now on, or from a date ahead. What it contradicts itself in must be mended first. */
import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction, type Tx } from '~/infrastructure/db.server';
import { translateViolation } from '~/infrastructure/db-errors.server';
import { dayBounds, type LocalDate } from '~/lib/local-time';
import { ok, refuse, type Result } from '~/lib/result';
import { loadRulesInForce, loadRuleSet } from '../../availability/rule-set.queries.server';
import { type Actor, can } from '../../identity/permissions';
import { loadRoomFacts } from '../../rooms/room.queries.server';
import { markPublished, takeDraft } from './rule-draft.repository.server';
import type { DraftSeen } from './rule.schema';
import { contradictionsIn } from './rule-contradictions';

export interface Publication {
  readonly seen: DraftSeen;
  /** The first date it holds on; null: from now on. */
  readonly from: LocalDate | null;
  readonly note: string;
}

export type PublishRefusal =
  | { code: 'not_allowed' }
  | { code: 'conflict' }
  | { code: 'past' }
  /** Other rules begin on that date already. */
  | { code: 'date_taken' }
  | { code: 'contradiction' };

export async function publishRules(actor: Actor, publication: Publication, now: Date): Promise<Result<null, PublishRefusal>> {
  if (!can(actor, 'rules.edit') || actor.personId === null) return refuse({ code: 'not_allowed' });
  const personId = actor.personId;
  const validFrom = publication.from === null ? now : dayBounds(publication.from).start;
  if (validFrom.getTime() < now.getTime()) return refuse({ code: 'past' });
  return translateViolation(
    () => inTransaction((tx) => publish(tx, personId, { ...publication, validFrom }, now)),
    ({ constraint }) => (constraint === 'rule_set_valid_from_key' ? refuse({ code: 'date_taken' }) : undefined),
  );
}

async function publish(
  tx: Tx,
  personId: string,
  { seen, validFrom, note }: Publication & { readonly validFrom: Date },
  now: Date,
): Promise<Result<null, PublishRefusal>> {
  const draft = await loadRuleSet(tx, seen.draftId);
  const rooms = (await loadRoomFacts(tx)).map(({ room }) => room);
  if (draft && contradictionsIn(draft, rooms).length > 0) return refuse({ code: 'contradiction' });
  const before = await loadRulesInForce(tx, now);
  if (!(await takeDraft(tx, seen, personId, now))) return refuse({ code: 'conflict' });
  await markPublished(tx, seen.draftId, { personId, validFrom, note }, now);
  await recordAudit(tx, {
    ...{ actor: { kind: 'person', personId }, action: 'rules.published', subjectType: 'rule_set', subjectId: seen.draftId },
    ...{ before: { inForce: before?.id ?? null }, after: { validFrom: validFrom.toISOString(), note } },
  });
  return ok(null);
}
