import { useTranslation } from 'react-i18next';
import { dayParts, formatSpan } from '~/lib/format-time';
import { localDateOf } from '~/lib/local-time';
import type { BandBooking, BandBookings as BandBookingsPage } from '~/modules/bookings/band-bookings.queries.server';
import { BookingRow } from '../my/booking-row';
import { useLocale } from '../site/use-locale';
import { Pagination } from '../ui/pagination';
import { SectionHeader } from '../ui/section-header';
import { Tag } from '../ui/tag';

type BandBookingsProps = { bandId: string; bookings: BandBookingsPage; mayBook: boolean };

/** What is booked for the band, a page at a time. */
export function BandBookings({ bandId, bookings: { items, page, hasMore }, mayBook }: BandBookingsProps) {
  const { t } = useTranslation('bands');
  const href = (to: number) => `/min-side/band/${bandId}${to > 1 ? `?side=${to}` : ''}#bookings`;
  return (
    <section aria-labelledby="bookings">
      <SectionHeader id="bookings" title={t('bookings.title')} />
      {items.length === 0 ? (
        <p className="section-text">{page > 1 ? t('bookings.noMore') : mayBook ? t('bookings.none') : t('bookings.noneMember')}</p>
      ) : (
        <ul>
          {items.map((booking) => (
            <BandBookingRow key={booking.occurrenceId} booking={booking} />
          ))}
        </ul>
      )}
      {(page > 1 || hasMore) && (
        <Pagination
          label={t('bookings.pages')}
          previous={page > 1 ? { label: t('bookings.newer'), href: href(page - 1) } : undefined}
          next={hasMore ? { label: t('bookings.older'), href: href(page + 1) } : undefined}
          status={t('bookings.page', { page })}
        />
      )}
    </section>
  );
}

function BandBookingRow({ booking: { start, end, state, roomName, details } }: { booking: BandBooking }) {
  const { t } = useTranslation('bands');
  const locale = useLocale();
  const date = localDateOf(start);
  const { day, month } = dayParts(date, locale);
  const about = details && [details.purpose, t('bookings.by', { name: details.personName })].filter((text) => text !== '').join(' · ');
  const when = formatSpan(start, end, locale);
  const said = state === 'held' || state === 'cancelled' || state === 'no_show' ? state : null;
  return (
    <BookingRow
      href={details ? `/bestilling/${details.bookingId}` : undefined}
      date={{ day, month, dateTime: date }}
      title={roomName}
      when={[when, about].filter(Boolean).join(' · ')}
      end={said && <Tag tone={said === 'held' ? 'straw' : said === 'no_show' ? 'red' : 'plain'}>{t(`bookings.state.${said}`)}</Tag>}
    />
  );
}
