import type { Locale } from '~/lib/locale';
import { cleanText } from '~/lib/text';
import { isUuid } from '~/lib/uuid';
import type { BookingPlan } from '../booking.schema';
import type { PlannedSeries } from './series';
import { type SeriesDraft, type SeriesWish, wishedOccurrences } from './series-draft';
import type { SeriesCommit } from './series.schema';

const PURPOSE_LENGTH = 200;

/** Who pays, by the draft: the organisation whose id it names, or a card. */
export function payerOf({ betaler }: Pick<SeriesDraft, 'betaler'>): Pick<BookingPlan, 'organisationId' | 'paymentMethod'> {
  return !isUuid(betaler) ? { organisationId: null, paymentMethod: 'card' } : { organisationId: betaler, paymentMethod: 'on_account' };
}

/** A wish as the one write path takes it; `bookFor` when staff book for somebody else. */
export function seriesPlan(
  draft: SeriesDraft,
  wish: SeriesWish,
  { requestKey, choice, totalOre }: SeriesCommit,
  { locale, bookFor }: { locale: Locale; bookFor: BookingPlan['bookFor'] },
): BookingPlan {
  return {
    kind: 'series',
    requestKey,
    purpose: cleanText(draft.formal, { max: PURPOSE_LENGTH }),
    ...payerOf(draft),
    expectedTotalOre: totalOre,
    locale,
    bookFor,
    occurrences: wishedOccurrences(wish).map((occurrence) => ({ ...occurrence, people: wish.people, equipment: [] })),
    whenRefused: choice === 'all' ? 'refuse_all' : 'keep_refused',
    series: { rule: wish.rule, roomSlugs: wish.roomSlugs, exceptions: exceptionsOf(wish) },
  };
}

function exceptionsOf({ dates }: SeriesWish): PlannedSeries['exceptions'] {
  return dates
    .filter(({ slot, skipped }) => slot === null || skipped)
    .map(({ date, slot }) => ({ date, reason: slot === null ? 'nonexistent_time' : 'skipped' }));
}
