import type { ReleasedTimeView } from '~/modules/bookings/released/released-time';
import type { TagTone } from '../ui/tag';

export const RELEASED_TONES: Readonly<Record<ReleasedTimeView, TagTone>> = {
  offered: 'straw',
  taken: 'spruce',
  credited: 'spruce',
  lapsed: 'plain',
  taken_back: 'plain',
};
