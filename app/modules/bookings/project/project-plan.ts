import type { Locale } from '~/lib/locale';
import { isUuid } from '~/lib/uuid';
import { payerFrom } from '../booking-draft';
import type { BookingPlan, OccurrenceInput } from '../booking.schema';
import { staffHours } from '../staff-hours';
import { bookedFor, type ProjectDraft, type ProjectWish, type WishedPart } from './project-draft';
import type { ProjectCommit } from './project.schema';

/** Who pays and how, by the draft; a card where it names nobody. */
export function payerOf({ betaler }: Pick<ProjectDraft, 'betaler'>): Pick<BookingPlan, 'organisationId' | 'paymentMethod'> {
  if (betaler === 'free') return { organisationId: null, paymentMethod: 'free' };
  const { organisationId, onAccount } = payerFrom(betaler);
  if (organisationId === null || !isUuid(organisationId)) return { organisationId: null, paymentMethod: 'card' };
  return { organisationId, paymentMethod: onAccount ? 'on_account' : 'card' };
}

/** `idOf` knows the items by their slugs; what it does not know is refused as what the room does not offer. */
export function toOccurrence({ partName, roomSlug, slot, people, rig, loudness, wishes }: WishedPart, idOf: IdOfItem): OccurrenceInput {
  const equipment = wishes.map(({ slug, quantity, from, to }) => ({
    ...{ itemId: idOf(slug) ?? slug, quantity, hours: staffHours(slot, rig, { from, to }) },
  }));
  return { partName, roomSlug, slot, people, rig, loudness, equipment };
}

export type IdOfItem = (slug: string) => string | undefined;

/** A wish as the one write path takes it. */
export function projectPlan(
  draft: ProjectDraft,
  { title, parts }: ProjectWish,
  idOf: IdOfItem,
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
    occurrences: parts.map((part) => toOccurrence(part, idOf)),
    whenRefused: draft.valg === 'alt' ? 'refuse_all' : 'keep_refused',
    series: null,
  };
}
