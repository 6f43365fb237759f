import type { ClosureOfferState } from '~/modules/bookings/closure-offers/closure-offer';
import type { TagTone } from '../ui/tag';

/** Straw waits, red needs somebody, spruce is well. */
export const OFFER_TONES: Readonly<Record<ClosureOfferState, TagTone>> = {
  open: 'straw',
  unanswered: 'red',
  moved: 'spruce',
  refunded: 'plain',
  kept: 'spruce',
  withdrawn: 'spruce',
};
