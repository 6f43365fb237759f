import { useTranslation } from 'react-i18next';
import { formatSpan } from '~/lib/format-time';
import type { SharedBooking } from '~/modules/bookings/split/split-page.queries.server';
import { useLocale } from '../site/use-locale';
import { type DescriptionItem, DescriptionList } from '../ui/description-list';

/** What is paid together: where, when, and what else there is to say. */
export function SplitFacts({ booking, more = [] }: { booking: SharedBooking; more?: readonly DescriptionItem[] }) {
  const { t } = useTranslation('split');
  const locale = useLocale();
  const { roomName, buildingName, slot, occurrences, reference } = booking;
  const when = formatSpan(slot.start, slot.end, locale);
  return (
    <DescriptionList
      items={[
        { term: t('facts.where'), value: `${roomName}, ${buildingName}` },
        { term: t('facts.when'), value: occurrences > 1 ? t('facts.whenMany', { when, count: occurrences - 1 }) : when },
        ...more,
        { term: t('facts.reference'), value: reference },
      ]}
    />
  );
}
