import { useTranslation } from 'react-i18next';
import type { BookingState } from '~/modules/bookings/booking';
import { Tag, type TagTone } from '../ui/tag';

const TONES: Readonly<Record<BookingState, TagTone>> = {
  held: 'straw',
  requested: 'straw',
  confirmed: 'spruce',
  completed: 'plain',
  no_show: 'red',
  cancelled: 'plain',
  released: 'plain',
  declined: 'red',
  lapsed: 'plain',
};

/** Where a booking stands. */
export function StateTag({ state }: { state: BookingState }) {
  const { t } = useTranslation('admin');
  return <Tag tone={TONES[state]}>{t(`state.${state}`)}</Tag>;
}
