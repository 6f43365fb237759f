import type { Locale } from '~/lib/locale';
import { cleanText } from '~/lib/text';
import { isUuid } from '~/lib/uuid';
import { payerFrom } from '../booking-draft';
import type { BookingPlan } from '../booking.schema';
import type { PlannedSeries } from './series';
import { type SeriesDraft, type SeriesWish, wishedOccurrences } from './series-draft';
import type { SeriesCommit } from './series.schema';

const PURPOSE_LENGTH = 200;

/** Whoever pays, and how. */
export type SeriesPayer = Pick<BookingPlan, 'organisationId' | 'paymentMethod'>;

/** Who pays, by the draft: the organisation whose id it names, or a card. */
export function payerOf({ betaler }: Pick<SeriesDraft, 'betaler'>): SeriesPayer {
  const { organisationId, onAccount } = payerFrom(betaler);
  if (organisationId === null || !isUuid(organisationId)) return { organisationId: null, paymentMethod: 'card' };
  return { organisationId, paymentMethod: onAccount ? 'on_account' : 'card' };
}

/** A wish as the one write path takes it; `bookFor` and `exception` when staff book for somebody else. */
export function seriesPlan(
  draft: Pick<SeriesDraft, 'formal'>,
  wish: SeriesWish,
  { requestKey, choice, totalOre }: SeriesCommit,
  who: SeriesPayer & Pick<BookingPlan, 'bookFor' | 'exception'> & { readonly locale: Locale },
): BookingPlan {
  return {
    kind: 'series',
    requestKey,
    purpose: cleanText(draft.formal, { max: PURPOSE_LENGTH }),
    ...who,
    expectedTotalOre: totalOre,
    occurrences: wishedOccurrences(wish),
    whenRefused: choice === 'all' ? 'refuse_all' : 'keep_refused',
    series: { rule: wish.rule, roomSlugs: wish.roomSlugs, exceptions: exceptionsOf(wish) },
  };
}

function exceptionsOf({ dates }: SeriesWish): PlannedSeries['exceptions'] {
  return dates
    .filter(({ slot, skipped }) => slot === null || skipped)
    .map(({ date, slot }) => ({ date, reason: slot === null ? 'nonexistent_time' : 'skipped' }));
}
