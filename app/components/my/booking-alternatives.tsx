import { useTranslation } from 'react-i18next';
import { formatMinute, formatSpan } from '~/lib/format-time';
import { localDateOf, localMinuteOf } from '~/lib/local-time';
import type { AlternativeSlot } from '~/modules/bookings/nearest-alternatives.queries.server';
import { useLocale } from '../site/use-locale';
import { ButtonLink } from '../ui/button';
import { SectionHeader } from '../ui/section-header';

/** What is free instead, each one a click from the booking page. */
export function BookingAlternatives({ alternatives }: { alternatives: readonly AlternativeSlot[] }) {
  const { t } = useTranslation('booking');
  const locale = useLocale();
  return (
    <section className="section" aria-labelledby="alternatives">
      <SectionHeader id="alternatives" title={t('bookPage.alternatives')} />
      <ul className="row-of">
        {alternatives.map((slot) => (
          <li key={`${slot.roomSlug} ${slot.start.toISOString()}`}>
            <ButtonLink href={bookingAddress(slot)}>{`${slot.roomName}, ${formatSpan(slot.start, slot.end, locale)}`}</ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

function bookingAddress({ roomSlug, start, end }: AlternativeSlot): string {
  const clock = (instant: Date) => formatMinute(localMinuteOf(instant), 'en');
  const query = new URLSearchParams({ dato: localDateOf(start), fra: clock(start), til: clock(end) });
  return `/rom/${roomSlug}/bestill?${query.toString()}`;
}
