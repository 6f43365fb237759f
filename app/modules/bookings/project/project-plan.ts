import type { Locale } from '~/lib/locale';
import { isUuid } from '~/lib/uuid';
import { payerFrom } from '../booking-draft';
import type { BookingPlan, OccurrenceInput } from '../booking.schema';
import { bookedFor, type ProjectDraft, type ProjectWish, type WishedPart } from './project-draft';
import type { ProjectCommit } from './project.schema';

/** Who pays and how, by the draft; a card where it names nobody. */
export function payerOf({ betaler }: Pick<ProjectDraft, 'betaler'>): Pick<BookingPlan, 'organisationId' | 'paymentMethod'> {
  if (betaler === 'free') return { organisationId: null, paymentMethod: 'free' };
  const { organisationId, onAccount } = payerFrom(betaler);
  if (organisationId === null || !isUuid(organisationId)) return { organisationId: null, paymentMethod: 'card' };
  return { organisationId, paymentMethod: onAccount ? 'on_account' : 'card' };
}

export function toOccurrence({ partName, roomSlug, slot, people, rig }: WishedPart): OccurrenceInput {
  return { partName, roomSlug, slot, people, rig, equipment: [] };
}

/** A wish as the one write path takes it. */
export function projectPlan(
  draft: ProjectDraft,
  { title, parts }: ProjectWish,
  { requestKey, totalOre }: ProjectCommit,
  locale: Locale,
): BookingPlan {
  return {
    kind: 'project',
    requestKey,
    purpose: title,
    ...payerOf(draft),
    expectedTotalOre: totalOre,
    locale,
    bookFor: bookedFor(draft),
    occurrences: parts.map(toOccurrence),
    whenRefused: draft.valg === 'alt' ? 'refuse_all' : 'keep_refused',
    series: null,
  };
}
