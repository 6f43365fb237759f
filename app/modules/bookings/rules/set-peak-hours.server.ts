/** Moves the peak hours of the draft. */
import type { Result } from '~/lib/result';
import type { PeakHours } from '../../availability/booking-rules';
import type { Actor } from '../../identity/permissions';
import { changeRuleDraft, type DraftRefusal } from './change-rule-draft.server';
import { writePeak } from './rule-draft.repository.server';
import type { DraftSeen } from './rule.schema';

type NewPeak = { readonly seen: DraftSeen; readonly peak: PeakHours };

export function setPeakHours(actor: Actor, { seen, peak }: NewPeak, now: Date): Promise<Result<null, DraftRefusal>> {
  const change = { seen, action: 'rules.peak_changed', after: { ...peak, weekdays: [...peak.weekdays] } } as const;
  return changeRuleDraft(actor, { ...change, apply: (tx) => writePeak(tx, seen.draftId, peak) }, now);
}
