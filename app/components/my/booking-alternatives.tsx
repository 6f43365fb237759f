import { useTranslation } from 'react-i18next';
import { formatSpan } from '~/lib/format-time';
import type { AlternativeSlot } from '~/modules/bookings/nearest-alternatives.queries.server';
import { bookPathAt } from '../site/book-path';
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
      <ul className="row-of alternative-links">
        {alternatives.map((slot) => (
          <li key={`${slot.roomSlug} ${slot.start.toISOString()}`}>
            <ButtonLink
              href={bookPathAt(slot.roomSlug, slot.start, slot.end)}
            >{`${slot.roomName}, ${formatSpan(slot.start, slot.end, locale)}`}</ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
