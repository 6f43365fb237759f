/** Reads and writes the draft of the rules. A change names the version it was made from; another since then wins. */
import type { Tx } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';
import type { PeakHours, RuleTerms } from '../../availability/booking-rules';
import type { RuleScopeInput } from './rule-scope';
import type { DraftSeen } from './rule.schema';

export async function findDraftId(client: Tx): Promise<string | null> {
  const row = await client.ruleSet.findFirst({ where: { publishedAt: null }, select: { id: true } });
  return row?.id ?? null;
}

/** A draft with everything that the latest published set says, in force or still to come. */
export async function insertDraft(tx: Tx, personId: string, now: Date): Promise<string> {
  const latest = await tx.ruleSet.findFirst({
    where: { publishedAt: { not: null } },
    orderBy: { validFrom: 'desc' },
    select: {
      peakWeekdays: true,
      peakFromMinute: true,
      peakToMinute: true,
      rules: { omit: { id: true, ruleSetId: true, createdAt: true } },
    },
  });
  const { rules = [], ...peak } = latest ?? {};
  const id = newId();
  await tx.ruleSet.create({ data: { id, updatedById: personId, createdAt: now, updatedAt: now, ...peak }, select: { id: true } });
  await tx.bookingRule.createMany({ data: rules.map((rule) => ({ ...rule, id: newId(), ruleSetId: id })) });
  return id;
}

/** Takes the draft for a change: false when it is no longer the one that was seen. */
export async function takeDraft(tx: Tx, { draftId, version }: DraftSeen, personId: string, now: Date): Promise<boolean> {
  const { count } = await tx.ruleSet.updateMany({
    where: { id: draftId, publishedAt: null, version },
    data: { version: { increment: 1 }, updatedById: personId, updatedAt: now },
  });
  return count === 1;
}

export async function writeRule(tx: Tx, draftId: string, ruleId: string | null, scope: RuleScopeInput, terms: RuleTerms): Promise<boolean> {
  if (ruleId === null) {
    await tx.bookingRule.create({ data: { id: newId(), ruleSetId: draftId, ...scope, ...terms }, select: { id: true } });
    return true;
  }
  const { count } = await tx.bookingRule.updateMany({ where: { id: ruleId, ruleSetId: draftId }, data: { ...scope, ...terms } });
  return count === 1;
}

export async function deleteRule(tx: Tx, draftId: string, ruleId: string): Promise<boolean> {
  const { count } = await tx.bookingRule.deleteMany({ where: { id: ruleId, ruleSetId: draftId } });
  return count === 1;
}

export async function writePeak(tx: Tx, draftId: string, { weekdays, fromMinute, toMinute }: PeakHours): Promise<boolean> {
  const data = { peakWeekdays: [...weekdays], peakFromMinute: fromMinute, peakToMinute: toMinute };
  const { count } = await tx.ruleSet.updateMany({ where: { id: draftId }, data });
  return count === 1;
}

export async function deleteDraft(tx: Tx, draftId: string): Promise<boolean> {
  await tx.bookingRule.deleteMany({ where: { ruleSetId: draftId } });
  const { count } = await tx.ruleSet.deleteMany({ where: { id: draftId, publishedAt: null } });
  return count === 1;
}

export async function markPublished(
  tx: Tx,
  draftId: string,
  published: { readonly personId: string; readonly validFrom: Date; readonly note: string },
  now: Date,
): Promise<void> {
  const { personId, validFrom, note } = published;
  await tx.ruleSet.updateMany({ where: { id: draftId }, data: { publishedAt: now, validFrom, note, publishedById: personId } });
}

/** A set that has not begun is a draft again; false when it has begun meanwhile. */
export async function unpublish(tx: Tx, ruleSetId: string, now: Date): Promise<boolean> {
  const { count } = await tx.ruleSet.updateMany({
    where: { id: ruleSetId, validFrom: { gt: now } },
    data: { publishedAt: null, validFrom: null, publishedById: null, updatedAt: now, version: { increment: 1 } },
  });
  return count === 1;
}
